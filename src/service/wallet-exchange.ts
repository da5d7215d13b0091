import { receiveText } from '../checking/receiving/receive-text.ts'
import { isObject, type Received } from '../checking/receiving/received.ts'
import type { CheckSettings } from '../checking/verify.ts'
import { proveHolder } from '../checking/verify-presentation.ts'
import { credentialsContext } from '../credential/build.ts'
import { Refusal } from '../errors.ts'
import type { FoundOffer, Wallets } from './wallets.ts'

export interface ExchangeParts {
  readonly wallets: Wallets
  readonly publicUrl: URL
  checkSettings(): Promise<CheckSettings>
}

/** A presentation that a wallet answered with. */
export interface Presented {
  /** JSON, or a compact JWS. */
  readonly text: string
  /** Sent without anything around it, as wallets did before there were exchanges: these name no domain. */
  readonly isBare: boolean
}

/** Where wallets speak the exchange of this offer. */
export const exchangeUrl = ({ reference }: Pick<FoundOffer, 'reference'>, publicUrl: URL): string =>
  new URL(`/vc-api/exchanges/${reference}`, publicUrl).href

const acceptedCryptosuites = [
  'eddsa-rdfc-2022',
  'ecdsa-rdfc-2019',
  'Ed25519Signature2020',
  // How the examples of VCALM spell it.
  'ed25519-2020',
].map((cryptosuite) => ({ cryptosuite }))

/** What a wallet is asked for: a presentation signed with its key (VCALM 1.0 "DID Authentication"). */
export function presentationRequest(offer: FoundOffer, { wallets, publicUrl }: ExchangeParts) {
  const serviceEndpoint = exchangeUrl(offer, publicUrl)
  return {
    query: [
      {
        type: 'DIDAuthentication',
        acceptedMethods: [{ method: 'key' }, { method: 'jwk' }],
        acceptedCryptosuites,
      },
    ],
    challenge: wallets.challenge(offer),
    domain: publicUrl.origin,
    interact: {
      service: [
        'VerifiableCredentialApiExchangeService',
        'UnmediatedHttpPresentationService2021',
      ].map((type) => ({ type, serviceEndpoint })),
    },
  }
}

/** What a wallet is given: a presentation that nobody signed, with the credential in it. */
export const presentationOf = (credential: object) => ({
  '@context': [credentialsContext],
  type: ['VerifiablePresentation'],
  verifiableCredential: [credential],
})

/** What a presentation says it answers, in its first proof or the claims of its token. */
function answeredIn({ credential, secured }: Received) {
  const [first] = [credential.proof].flat()
  const { challenge, domain } = isObject(first) ? first : ({} as Record<string, unknown>)
  return secured.form === 'jwt'
    ? { challenge: secured.claims.nonce, domain: secured.claims.aud }
    : { challenge, domain }
}

async function holderOf(
  { text, isBare }: Presented,
  offer: FoundOffer,
  parts: ExchangeParts,
): Promise<{ readonly holder: string; readonly challenge: string }> {
  const { wallets, publicUrl } = parts
  const received = receiveText(new TextEncoder().encode(text), undefined)
  const { challenge, domain } = answeredIn(received)
  if (typeof challenge !== 'string' || !wallets.isChallenge(offer, challenge))
    throw new Refusal('challenge-unknown', 'The presentation answers no challenge of this offer')
  const isForAnybody = isBare && domain === undefined
  const proven = await proveHolder(received, await parts.checkSettings(), {
    challenge,
    ...(isForAnybody ? {} : { domain: publicUrl.origin }),
  })
  if ('holder' in proven) return { holder: proven.holder, challenge }
  if (proven.reason === 'presentation-key-unreachable')
    throw new Refusal('holder-unsupported', 'The key of the holder is not in its DID')
  throw new Refusal('holder-unproven', 'The presentation does not prove who holds the key', {
    details: [{ at: 'verifiablePresentation', message: proven.reason }],
  })
}

const wrongs: readonly string[] = ['challenge-unknown', 'holder-unproven']

/**
 * Gives whoever signed the presentation the credential that is bound to them, as JSON with its proof. On disk before it
 * is returned. The challenge is used up; who took the offer gets the same again for another.
 *
 * @throws Refusal `challenge-unknown`, `holder-unproven`, `holder-unsupported`, what `Wallets.open` and `Wallets.bind`
 *   refuse, and what cannot be read as a presentation at all.
 */
export async function answerPresentation(
  presented: Presented,
  reference: string,
  parts: ExchangeParts,
): Promise<object> {
  const { wallets } = parts
  const offer = wallets.open(reference)
  try {
    const { holder, challenge } = await holderOf(presented, offer, parts)
    const taker = { holder, form: 'ldp_vc', spends: challenge } as const
    return JSON.parse(await wallets.bind(offer, taker)) as object
  } catch (thrown) {
    if (thrown instanceof Refusal && wrongs.includes(thrown.code)) wallets.countFailure(offer)
    throw thrown
  }
}
