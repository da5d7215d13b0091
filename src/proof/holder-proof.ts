import { type CompactJWSHeaderParameters, compactVerify, importJWK } from 'jose'
import { jwkTextOf, keyOfDidJwk } from './did-jwk.ts'
import { keyOfDidKey } from './did-key.ts'
import { algorithmsFor, type PublicKey, readJwk } from './public-key.ts'
import type { PublishedKey } from './published-key.ts'

/** What a wallet may sign its proof with; ES256 and the one Edwards curve under its old and its new name. */
export const holderAlgorithms = ['ES256', 'EdDSA', 'Ed25519'] as const

/** What is wrong with a proof, in words that a maker of wallets understands. */
export type HolderProofFlaw =
  | 'it is no compact JWS under an algorithm of proof_signing_alg_values_supported'
  | 'its typ is not openid4vci-proof+jwt'
  | 'its header has to name one key, by jwk or by kid of a did:key or did:jwk'
  | 'its key is not one that only its holder can sign with'
  | 'its signature does not hold under the key that its header names'
  | 'its payload is not a JSON object'
  | 'its aud is not this issuer'
  | 'its iat is not of now'
  | 'its exp has passed'

/** Who asks, by the key that signed, and for which nonce. */
export interface HolderProof {
  /** The DID as the wallet named it, or the `did:jwk` of a key that came as `jwk`. */
  readonly holder: string
  /** `undefined` where it names none. */
  readonly nonce: string | undefined
}

export interface HolderProofAsked {
  readonly audience: string
  readonly now: Date
}

// The clocks of telephones are not ours; that a proof is fresh is told by its nonce.
const toleranceSeconds = 300

class Flaw extends Error {
  readonly flaw: HolderProofFlaw

  constructor(flaw: HolderProofFlaw) {
    super(flaw)
    this.flaw = flaw
  }
}

interface Named {
  readonly holder: string
  readonly key: PublicKey
}

function readKey(kid: string, published: PublishedKey | undefined, now: Date): Named {
  const [holder = ''] = kid.split('#', 1)
  if (!published || (kid !== holder && kid !== published.names[0]))
    throw new Flaw('its header has to name one key, by jwk or by kid of a did:key or did:jwk')
  const key = published.read(now)
  if (typeof key === 'string' || !key.publicKeyJwk)
    throw new Flaw('its key is not one that only its holder can sign with')
  return { holder, key: { publicKeyJwk: key.publicKeyJwk } }
}

function parsed(text: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text))
  } catch {
    return undefined
  }
}

function keyOfKid(kid: string, now: Date): Named {
  const [did = ''] = kid.split('#', 1)
  const text = jwkTextOf(did)
  return readKey(kid, text ? keyOfDidJwk(did, parsed(text)) : keyOfDidKey(did), now)
}

/** A key without a name of its own is named by itself: the `did:jwk` of its members in their one order. */
function keyOfJwk(jwk: unknown): Named {
  const key = readJwk(jwk)
  if (typeof key === 'string')
    throw new Flaw('its key is not one that only its holder can sign with')
  const { crv, kty, x, y } = key.publicKeyJwk
  const text = JSON.stringify({ crv, kty, x, ...(y === undefined ? {} : { y }) })
  return { holder: `did:jwk:${Buffer.from(text).toString('base64url')}`, key }
}

// OpenID4VCI 1.0, Appendix F.1: exactly one of these names the key. Were there two, one could be somebody else's.
const keyMembers = ['kid', 'jwk', 'x5c', 'trust_chain']

function keyNamed(header: CompactJWSHeaderParameters, now: Date): Named {
  const [name, ...more] = keyMembers.filter((member) => member in header)
  if (more.length === 0 && name === 'jwk') return keyOfJwk(header.jwk)
  if (more.length === 0 && name === 'kid' && typeof header.kid === 'string')
    return keyOfKid(header.kid, now)
  throw new Flaw('its header has to name one key, by jwk or by kid of a did:key or did:jwk')
}

async function verified(jwt: string, now: Date): Promise<{ named: Named; payload: Uint8Array }> {
  let named: Named | undefined
  const algorithms = [...holderAlgorithms]
  try {
    const { payload } = await compactVerify(
      jwt,
      (header) => {
        if (!/^(application\/)?openid4vci-proof\+jwt$/i.test(header.typ ?? ''))
          throw new Flaw('its typ is not openid4vci-proof+jwt')
        named = keyNamed(header, now)
        const jwk = named.key.publicKeyJwk
        if (!algorithmsFor(jwk).includes(header.alg))
          throw new Flaw('its signature does not hold under the key that its header names')
        return importJWK({ ...jwk }, header.alg)
      },
      { algorithms },
    )
    if (named) return { named, payload }
  } catch (thrown) {
    if (thrown instanceof Flaw) throw thrown
  }
  throw new Flaw(
    named
      ? 'its signature does not hold under the key that its header names'
      : 'it is no compact JWS under an algorithm of proof_signing_alg_values_supported',
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function insistOnClaims(payload: unknown, { audience, now }: HolderProofAsked) {
  if (!isObject(payload)) throw new Flaw('its payload is not a JSON object')
  const { aud, iat, exp, nonce } = payload
  // In a list of one it means the same; beside others the proof would serve them as well.
  const audiences = Array.isArray(aud) ? aud : [aud]
  if (audiences.length !== 1 || audiences[0] !== audience)
    throw new Flaw('its aud is not this issuer')
  const seconds = now.getTime() / 1_000
  if (typeof iat !== 'number' || Math.abs(seconds - iat) > toleranceSeconds)
    throw new Flaw('its iat is not of now')
  if (exp !== undefined && (typeof exp !== 'number' || exp <= seconds - toleranceSeconds))
    throw new Flaw('its exp has passed')
  return typeof nonce === 'string' ? nonce : undefined
}

/**
 * Reads the proof that a wallet holds a key (OpenID4VCI 1.0, Appendix F.1 and F.4). Whether its nonce is one of ours, and
 * unused, is for the caller to look up.
 */
export async function readHolderProof(
  jwt: string,
  asked: HolderProofAsked,
): Promise<HolderProof | HolderProofFlaw> {
  try {
    const { named, payload } = await verified(jwt, asked.now)
    return { holder: named.holder, nonce: insistOnClaims(parsed(payload), asked) }
  } catch (thrown) {
    if (thrown instanceof Flaw) return thrown.flaw
    throw thrown
  }
}
