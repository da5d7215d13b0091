import { Refusal } from '../../errors.ts'
import type { SourceKind } from '../report.ts'
import { parseToken } from './parse-token.ts'
import { isObject, type JsonObject, type Received } from './received.ts'
import { parseStrictJson } from './strict-json.ts'

const maxTokenBytes = 256 * 1024

// OB 3.0 §8.2.4.1 and RFC 7519 put these beside the credential; they are no part of it, and jti has no meaning in its
// contexts. A nonce is what a presentation answers a challenge with.
const registeredClaims = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'nonce', 'cnf']

const nothingFound = (what: string) => new Refusal('no-credential-found', what)

const isoOf = (seconds: unknown): string | undefined =>
  typeof seconds === 'number' && Math.abs(seconds) < 1e11
    ? new Date(Math.floor(seconds) * 1_000).toISOString().replace('.000Z', 'Z')
    : undefined

/** Members of `filled` where `document` has none; undefined ones stay out. */
function fill(document: JsonObject, filled: JsonObject): JsonObject {
  const missing = Object.entries(filled).filter(
    ([name, value]) => value !== undefined && !Object.hasOwn(document, name),
  )
  return { ...document, ...Object.fromEntries(missing) }
}

/**
 * The credential inside the `vc` claim of VC DM 1.1 §6.3.1, where an issuer may leave out of it what the claims say:
 * the decoding rules put it back. Whether claims and members agree where both are there is checked with the signature.
 */
function credentialOf(vc: JsonObject, claims: JsonObject): JsonObject {
  const subject = vc.credentialSubject
  const named =
    isObject(subject) && claims.sub !== undefined ? fill(subject, { id: claims.sub }) : subject
  const issuer =
    isObject(vc.issuer) && claims.iss !== undefined
      ? fill(vc.issuer, { id: claims.iss })
      : vc.issuer
  return fill(
    {
      ...vc,
      ...(named === undefined ? {} : { credentialSubject: named }),
      ...(issuer === undefined ? {} : { issuer }),
    },
    {
      issuer: claims.iss,
      id: claims.jti,
      issuanceDate: isoOf(claims.nbf),
      expirationDate: isoOf(claims.exp),
    },
  )
}

/** What a token is about: its payload, or the `vc` or `vp` claim in it. More than one of them could hide one another. */
function documentOf(payload: JsonObject, claims: JsonObject): JsonObject {
  const { vc, vp } = payload
  const isWhole = payload['@context'] !== undefined || payload.type !== undefined
  if ([isWhole, vc !== undefined, vp !== undefined].filter(Boolean).length !== 1)
    throw nothingFound('The JWT does not hold exactly one credential')
  if (isObject(vc)) return credentialOf(vc, claims)
  if (isObject(vp)) return fill(vp, { holder: claims.iss, id: claims.jti })
  return Object.fromEntries(
    Object.entries(payload).filter(([name]) => !Object.hasOwn(claims, name)),
  )
}

/**
 * Takes a compact JWS for what it carries: a credential or presentation as payload (OB 3.0 §8.2.4.1, VC-JOSE-COSE), or
 * in the `vc` or `vp` claim (VC DM 1.1 §6.3.1). Nothing is verified.
 *
 * @throws Refusal `no-credential-found`, `input-too-large`, `not-strict-json`.
 */
export function receiveToken(token: string, kind: SourceKind): Received {
  if (token.length > maxTokenBytes) throw new Refusal('input-too-large', 'The token is over 256 kB')
  const parsed = parseToken(token)
  if (!parsed) throw nothingFound('It looks like a JWT, but is not a well-formed one')
  const payload = parseStrictJson(parsed.payload)
  if (!isObject(payload)) throw nothingFound('The JWT does not hold a credential')
  const claims = Object.fromEntries(
    Object.entries(payload).filter(([name]) => registeredClaims.includes(name)),
  )
  const credential = documentOf(payload, claims)
  return { kind, text: token, credential, secured: { form: 'jwt', token, parsed, claims } }
}
