import { type CompactJWSHeaderParameters, compactVerify, importJWK } from 'jose'
import type { PublicJwk } from './did.ts'
import { holderKey } from './holder-key.ts'
import { algorithmsFor, readJwk } from './public-key.ts'

/** What a wallet may sign its proof with; ES256 and the one Edwards curve under its old and its new name. */
export const holderAlgorithms = ['ES256', 'EdDSA', 'Ed25519'] as const

/** What is wrong with a proof, in words for whoever makes wallets. */
const flaws = {
  form: 'it is no compact JWS under an algorithm of proof_signing_alg_values_supported',
  type: 'its typ is not openid4vci-proof+jwt',
  key: 'its header has to name one key, by jwk or by kid of a did:key or did:jwk',
  weak: 'its key is not one that only its holder can sign with',
  signature: 'its signature does not hold under the key that its header names',
  payload: 'its payload is not a JSON object',
  audience: 'its aud is not this issuer',
  time: 'its iat is not of now',
  end: 'its exp has passed',
} as const

export type HolderProofFlaw = (typeof flaws)[keyof typeof flaws]

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
  readonly jwk: PublicJwk
}

function keyOfKid(kid: string): Named {
  const [holder = ''] = kid.split('#', 1)
  const method = holderKey(holder)
  // Some wallets name the DID alone, which has but one key.
  if (!method?.publicKeyJwk || (kid !== holder && kid !== method.id)) throw new Flaw(flaws.key)
  return { holder, jwk: method.publicKeyJwk }
}

/** A key without a name of its own is named by itself: the `did:jwk` of its members in their one order. */
function keyOfJwk(jwk: unknown): Named {
  const key = readJwk(jwk)
  if (typeof key === 'string') throw new Flaw(flaws.weak)
  const { crv, kty, x, y } = key.publicKeyJwk
  const text = JSON.stringify({ crv, kty, x, ...(y === undefined ? {} : { y }) })
  return { holder: `did:jwk:${Buffer.from(text).toString('base64url')}`, jwk: key.publicKeyJwk }
}

// OpenID4VCI 1.0, Appendix F.1: exactly one of these names the key. Were there two, one could be somebody else's.
// Attestations and trust chains may stand beside it; nothing rests on them here.
const keyMembers = ['kid', 'jwk', 'x5c']

function keyNamed(header: CompactJWSHeaderParameters): Named {
  const [name, ...more] = keyMembers.filter((member) => member in header)
  if (more.length === 0 && name === 'jwk') return keyOfJwk(header.jwk)
  if (more.length === 0 && name === 'kid' && typeof header.kid === 'string')
    return keyOfKid(header.kid)
  throw new Flaw(flaws.key)
}

async function verified(jwt: string): Promise<{ named: Named; payload: Uint8Array }> {
  let named: Named | undefined
  const algorithms = [...holderAlgorithms]
  try {
    const { payload } = await compactVerify(
      jwt,
      (header) => {
        const { typ } = header
        if (typeof typ !== 'string' || !/^(application\/)?openid4vci-proof\+jwt$/i.test(typ))
          throw new Flaw(flaws.type)
        named = keyNamed(header)
        if (!algorithmsFor(named.jwk).includes(header.alg)) throw new Flaw(flaws.signature)
        return importJWK({ ...named.jwk }, header.alg)
      },
      { algorithms },
    )
    if (named) return { named, payload }
  } catch (thrown) {
    if (thrown instanceof Flaw) throw thrown
  }
  throw new Flaw(named ? flaws.signature : flaws.form)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function insistOnClaims(payload: unknown, { audience, now }: HolderProofAsked) {
  if (!isObject(payload)) throw new Flaw(flaws.payload)
  const { aud, iat, exp, nonce } = payload
  // In a list of one it means the same; beside others the proof would serve them as well.
  const audiences = Array.isArray(aud) ? aud : [aud]
  if (audiences.length !== 1 || audiences[0] !== audience) throw new Flaw(flaws.audience)
  const seconds = now.getTime() / 1_000
  if (typeof iat !== 'number' || Math.abs(seconds - iat) > toleranceSeconds)
    throw new Flaw(flaws.time)
  if (exp !== undefined && (typeof exp !== 'number' || exp <= seconds - toleranceSeconds))
    throw new Flaw(flaws.end)
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
    const { named, payload } = await verified(jwt)
    return { holder: named.holder, nonce: insistOnClaims(parsed(payload), asked) }
  } catch (thrown) {
    if (thrown instanceof Flaw) return thrown.flaw
    throw thrown
  }
}
