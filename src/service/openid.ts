import { messagesFor } from '../messages/offered.ts'
import { OpenIdIssuance, type OpenIdSettings } from '../wallets/openid/issuance.ts'
import type { Wallets } from './wallets.ts'

export type OpenIdParts = Omit<OpenIdSettings, 'describeTxCode' | 'bind'> & {
  readonly wallets: Wallets
}

/** OpenID4VCI over the offers and the bound credentials that all wallets share. */
export function openIdOf(parts: OpenIdParts): OpenIdIssuance {
  return new OpenIdIssuance({
    catalogue: parts.catalogue,
    achievements: parts.achievements,
    publicUrl: parts.publicUrl,
    linkSecrets: parts.linkSecrets,
    now: parts.now,
    // Opened when first asked for, like everywhere.
    get ledger() {
      return parts.ledger
    },
    describeTxCode: (language) => messagesFor(language).openId.txCode,
    bind: (offer, taker) => parts.wallets.bind(offer, taker),
  })
}
