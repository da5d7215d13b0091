import { instantOf } from '../check-dates.ts'
import { holderId, issuerId } from '../keys/issuer-id.ts'
import type { KeyPurpose } from '../keys/key-owner.ts'
import { isObject, type JsonObject } from '../receiving/received.ts'

/** The id of the one subject; nobody is meant where there are several. */
function subjectId({ credentialSubject }: JsonObject): unknown {
  const subjects = [credentialSubject].flat()
  const [only] = subjects
  return subjects.length === 1 && isObject(only) ? only.id : undefined
}

/** Whether a NumericDate (RFC 7519 §2), which counts seconds, is this moment, to the second at least. */
function isMoment(claim: unknown, member: unknown): boolean {
  const seconds = instantOf(member) / 1_000
  return claim === seconds || claim === Math.floor(seconds)
}

/** What the claims of a credential repeat (VC DM 1.1 §6.3.1, OB 3.0 §8.2.4.1, VC-JOSE-COSE §3.1.3). */
function credentialAgrees(document: JsonObject, { iss, jti, sub, nbf, exp }: JsonObject): boolean {
  const from = document.validFrom ?? document.issuanceDate
  const until = document.validUntil ?? document.expirationDate
  return (
    (iss === undefined || iss === issuerId(document)) &&
    (jti === undefined || jti === document.id) &&
    (sub === undefined || sub === subjectId(document)) &&
    // Where the credential names no such moment, it is the lifetime of the signature: check-dates looks at it.
    (nbf === undefined || from === undefined || isMoment(nbf, from)) &&
    (exp === undefined || until === undefined || isMoment(exp, until))
  )
}

/** A presentation has no dates of its own, and its claims name whoever presents. */
function presentationAgrees(document: JsonObject, { iss, jti }: JsonObject): boolean {
  const holder = holderId(document)
  return (
    (iss === undefined || iss === holder) &&
    (jti === undefined || document.id === undefined || jti === document.id)
  )
}

/** Moments are numbers (RFC 7519 §2): another reader refuses the token, or takes a text for something else. */
const hasMoments = ({ iat, nbf, exp }: JsonObject): boolean =>
  [iat, nbf, exp].every((claim) => claim === undefined || typeof claim === 'number')

/**
 * Whether every registered claim that is there says what the member says that it repeats: people are shown the members,
 * and other software may go by the claims.
 */
export const claimsAgree = (document: JsonObject, claims: JsonObject, purpose: KeyPurpose) =>
  hasMoments(claims) &&
  (purpose === 'assertionMethod'
    ? credentialAgrees(document, claims)
    : presentationAgrees(document, claims))
