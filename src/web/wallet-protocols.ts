import type { Service } from '../service/service.ts'
import { exchangeUrl } from '../service/wallet-exchange.ts'
import type { FoundOffer } from '../service/wallets.ts'
import { offerLink } from '../wallets/openid/offer.ts'

/** The interaction URL of an offer: short, opaque, with the version that wallets look for (VCALM 1.0 §3.7.1). */
export const interactionUrl = ({ reference }: FoundOffer, { publicUrl }: Service): string =>
  new URL(`/wallets/${reference}?iuv=1`, publicUrl).href

/** What opens a wallet that speaks OpenID4VCI 1.0. */
export const openIdLink = ({ reference }: FoundOffer, { publicUrl }: Service): string =>
  offerLink(reference, publicUrl)

/**
 * The protocols that an offer can be had by, as wallets know them (VCALM 1.0 §3.7.4). OpenID4VCI had another name before
 * the standard had its number; wallets that know only that one are many.
 */
export function protocolsOf(offer: FoundOffer, service: Service) {
  const openId = openIdLink(offer, service)
  return {
    vcapi: exchangeUrl(offer, service.publicUrl),
    'oid4vci-1.0': openId,
    OID4VCI: openId,
  }
}

/** The link of the Learner Credential Wallet before 2.2.10: where to send a presentation, and what it has to answer. */
export function lcwLink(offer: FoundOffer, { publicUrl, wallets }: Service): string {
  const query = new URLSearchParams({
    issuer: publicUrl.host,
    auth_type: 'bearer',
    challenge: wallets.challenge(offer),
    vc_request_url: exchangeUrl(offer, publicUrl),
  })
  return `https://lcw.app/request.html?${query}`
}
