import type { VerificationMethod } from '../../proof/did.ts'
import { signatureBytes, verifyJwt } from '../../proof/jwt.ts'
import { algorithmsFor, readJwk } from '../../proof/public-key.ts'
import { nameOfKey, type WantedKey } from '../keys/find-keys.ts'
import type { KeyPurpose } from '../keys/key-owner.ts'
import type { JsonObject, Secured } from '../receiving/received.ts'
import { parseStrictJson } from '../receiving/strict-json.ts'
import type { Warning } from '../report.ts'
import type { Demands, SignatureOutcome } from './signature.ts'
import { claimsAgree } from './token-claims.ts'

type Token = Secured & { readonly form: 'jwt' }

const algorithms = ['RS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519']

/** VC-JOSE-COSE §3.1 and §6, with the names of its drafts: what the payload is, credential or presentation. */
const typesFor: Readonly<Record<KeyPurpose, readonly string[]>> = {
  assertionMethod: ['vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt'],
  authentication: ['vp+jwt', 'vp+ld+jwt', 'vp+ld+json+jwt'],
}

/** A media type as `typ` writes it: without `application/`, and in any case (RFC 7515 §4.1.9). */
const typeOf = ({ parsed }: Token): string | undefined =>
  parsed.header.typ?.toLowerCase().replace(/^application\//, '')

const isPlain = (type: string | undefined) => type === undefined || type === 'jwt'

/** VC-JOSE-COSE §3.1.3: a payload that is the credential holds none in a claim. */
function hidesAnother({ parsed }: Token): boolean {
  const payload = Object(parseStrictJson(parsed.payload)) as JsonObject
  return payload.vc !== undefined || payload.vp !== undefined
}

/** Why a token cannot be relied on, whoever signed it; told without any key. */
export function tokenFault(token: Token, { purpose }: Demands): SignatureOutcome | undefined {
  const { header, furtherMembers } = token.parsed
  // OB 3.0 §8.2.4: no further members. Some of them (`crit`, `b64`, `zip`, `jku`, `x5c`) change what is signed or by whom.
  if (furtherMembers.length > 0 || !algorithms.includes(header.alg)) return 'algorithm-refused'
  if (header.jwk && typeof readJwk(header.jwk) === 'string') return 'algorithm-refused'
  const type = typeOf(token)
  if (isPlain(type)) return undefined
  if (type === undefined || !typesFor[purpose].includes(type)) return 'algorithm-refused'
  return hidesAnother(token) ? 'malformed' : undefined
}

/** The key that a token names in its header, or brings along there; with neither, any key of the issuer's may do. */
export function wantedKeysOf({ parsed }: Token): readonly WantedKey[] {
  const { kid, jwk } = parsed.header
  if (!jwk) return [{ name: kid ?? '' }]
  return [{ name: kid ?? nameOfKey(jwk), jwk }]
}

// Those of one issuer that may be tried for a token that names none.
const maxTries = 8

/** The keys that may have signed: the one that is named, or those of the token's algorithm. */
function candidates(token: Token, keys: ReadonlyMap<string, VerificationMethod>) {
  const [{ name } = { name: '' }] = wantedKeysOf(token)
  const named = keys.get(name)
  const all = name === '' ? [...keys.values()] : named ? [named] : []
  return all
    .flatMap(({ publicKeyJwk }) => publicKeyJwk ?? [])
    .filter((jwk) => algorithmsFor(jwk).includes(token.parsed.header.alg))
}

async function checkMathematics(
  token: Token,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<SignatureOutcome> {
  const { parsed, token: text } = token
  const fitting = candidates(token, keys)
  if (fitting.length === 0) return keys.size === 0 ? 'key-missing' : 'algorithm-refused'
  const whole = fitting.filter((jwk) => signatureBytes(jwk) === parsed.signature.length)
  if (whole.length === 0) return 'malformed'
  for (const jwk of whole.slice(0, maxTries))
    if (await verifyJwt(text, jwk, parsed.header.alg)) return 'holds'
  return 'broken'
}

/** Whether it was made for whoever asks: `nonce` answers a challenge, `aud` names the domain (VC DM 1.1 §6.3.1). */
function isForUs({ nonce, aud }: JsonObject, { challenge, domain }: Demands): boolean {
  const isFresh = challenge === undefined || nonce === challenge
  return isFresh && (domain === undefined || [aud].flat().includes(domain))
}

/**
 * Whether the JWS (RFC 7515) holds under a key bound to whoever signed, was made for whoever asks, and claims what the
 * members of the document say. The key fixes the algorithm, and the header has to say the same.
 *
 * @param keys as `findKeys` found them for `wantedKeysOf` this token.
 */
export async function checkToken(
  document: JsonObject,
  token: Token,
  keys: ReadonlyMap<string, VerificationMethod>,
  demands: Demands,
): Promise<SignatureOutcome> {
  const fault = tokenFault(token, demands)
  if (fault) return fault
  const outcome = await checkMathematics(token, keys)
  if (outcome !== 'holds') return outcome
  if (!isForUs(token.claims, demands)) return 'other-audience'
  return claimsAgree(document, token.claims, demands.purpose) ? 'holds' : 'claims-differ'
}

/**
 * Which claims that Open Badges 3.0 §8.2.4.1 and VC DM 1.1 §6.3.1 require are not there: a remark, for 1EdTech's own
 * samples lack some. VC-JOSE-COSE requires none.
 */
export function claimWarnings(token: Token, document: JsonObject): Warning[] {
  if (!isPlain(typeOf(token)) || document.holder !== undefined) return []
  const isComplete = ['iss', 'jti', 'sub', 'nbf'].every((name) => token.claims[name] !== undefined)
  return isComplete ? [] : ['jwt-claim-missing']
}
