import type { VerificationMethod } from '../proof/did.ts'
import { claimsOf, verifyJwt } from '../proof/jwt.ts'
import type { WantedKey } from './find-keys.ts'
import { holderId } from './issuer-id.ts'
import type { JsonObject, Secured } from './received.ts'
import type { Warning } from './report.ts'
import type { Demands, SignatureOutcome } from './signature.ts'

type Token = Secured & { readonly form: 'jwt' }

/** The key that a token names in its header, if any. */
export function wantedKeysOf({ parsed }: Token): readonly WantedKey[] {
  const { kid } = parsed.header
  return kid === undefined ? [] : [{ name: kid }]
}

/** Every registered claim present must say what the member says; what the members say is what is shown. */
function claimsAgree(credential: JsonObject, claims: JsonObject): boolean {
  const { issuanceDate, expirationDate } = credential
  // VC DM 1.1 has the same claims for its own names of the dates.
  const expected = claimsOf({
    validFrom: issuanceDate,
    validUntil: expirationDate,
    ...credential,
  } as never)
  return ['iss', 'jti', 'sub', 'nbf', 'exp'].every(
    (name) => claims[name] === undefined || claims[name] === expected[name],
  )
}

/** VC-JOSE-COSE and VC DM 1.1 §6.3.1: the holder signs as `iss`, for a `nonce` and an `aud`. */
function presentationOutcome(
  document: JsonObject,
  { iss, nonce, aud }: JsonObject,
  { challenge, domain }: Demands,
): SignatureOutcome {
  if (iss !== undefined && iss !== holderId(document)) return 'claims-differ'
  const isFresh = challenge === undefined || nonce === challenge
  const isForUs = domain === undefined || [aud].flat().includes(domain)
  return isFresh && isForUs ? 'holds' : 'other-audience'
}

/** Which claims that Open Badges 3.0 requires are not there: a remark, for 1EdTech's own samples lack some. */
export function claimWarnings({ claims }: Token): Warning[] {
  const isComplete = ['iss', 'jti', 'sub', 'nbf'].every((name) => claims[name] !== undefined)
  return isComplete ? [] : ['jwt-claim-missing']
}

const types = [undefined, 'JWT', 'vc+jwt', 'vc+ld+jwt', 'vp+jwt', 'vp+ld+jwt']

/** Whether the JWS holds under the keys bound to whoever signed, and its claims say what the members say. */
export async function checkToken(
  document: JsonObject,
  { token, parsed, claims }: Token,
  keys: ReadonlyMap<string, VerificationMethod>,
  demands: Demands,
): Promise<SignatureOutcome> {
  const { header } = parsed
  const key = keys.get(header.kid ?? '')
  if (!key?.publicKeyJwk || !types.includes(header.typ)) return 'algorithm-refused'
  if (!(await verifyJwt(token, key.publicKeyJwk))) return 'broken'
  if (demands.purpose === 'authentication') return presentationOutcome(document, claims, demands)
  return claimsAgree(document, claims) ? 'holds' : 'claims-differ'
}
