import { configurationId, walletForms } from './configurations.ts'
import { issuerIdentifier, openIdPaths, preAuthorizedGrant } from './metadata.ts'

/** Digits of the number that is typed into the wallet. */
export const txCodeLength = 6

/** What a wallet is told of one offer. */
export interface OfferView {
  readonly achievement: string
  /** The pre-authorized code. */
  readonly code: string
  /** Where the learner finds the number, in the learner's language; 300 characters at most (OpenID4VCI 1.0 §4.1.1). */
  readonly txCodeDescription: string
}

/** The Credential Offer (OpenID4VCI 1.0 §4.1.1): one achievement, of which the wallet takes the form that it knows. */
export function credentialOffer(view: OfferView, publicUrl: URL): object {
  const { achievement, code, txCodeDescription } = view
  return {
    credential_issuer: issuerIdentifier(publicUrl),
    credential_configuration_ids: walletForms.map((form) => configurationId({ achievement, form })),
    grants: {
      [preAuthorizedGrant]: {
        'pre-authorized_code': code,
        tx_code: { input_mode: 'numeric', length: txCodeLength, description: txCodeDescription },
      },
    },
  }
}

/** Where a wallet fetches the offer. @param offer id and secret of it, in one. */
export const offerUrl = (offer: string, publicUrl: URL): string =>
  `${issuerIdentifier(publicUrl)}${openIdPaths.offer}/${offer}`

/** What a wallet on the same device opens, and what stands in a code: by reference, so that it is short. */
export const offerLink = (offer: string, publicUrl: URL): string =>
  `openid-credential-offer://?${new URLSearchParams({ credential_offer_uri: offerUrl(offer, publicUrl) })}`
