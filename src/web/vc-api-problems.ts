import type { CheckName, Finding, Reason, Warning } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'
import type { Language } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'

/** RFC 9457, of a type that the W3C defines, with our own code beside it. */
export interface ProblemDetails {
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly code: Reason | Warning | RefusalCode
  /** Of errors: whether we looked and it does not hold, or could not look; what is unknown is never verified. */
  readonly outcome?: 'failed' | 'unknown'
}

// VC DM 2.0 §7.3, VC Data Integrity 1.0 §4.7, Controlled Identifiers 1.0 §3.6, Bitstring Status List 1.0 §3.5.
const dataModel = 'https://www.w3.org/TR/vc-data-model#'
const security = 'https://w3id.org/security#'
const statusList = 'https://www.w3.org/ns/credentials/status-list#'

export const problemTypes = {
  parsing: `${dataModel}PARSING_ERROR`,
  cryptographic: `${dataModel}CRYPTOGRAPHIC_SECURITY_ERROR`,
  malformed: `${dataModel}MALFORMED_VALUE_ERROR`,
  range: `${dataModel}RANGE_ERROR`,
  proof: `${security}PROOF_VERIFICATION_ERROR`,
  transformation: `${security}PROOF_TRANSFORMATION_ERROR`,
  domain: `${security}INVALID_DOMAIN_ERROR`,
  challenge: `${security}INVALID_CHALLENGE_ERROR`,
  method: `${security}INVALID_VERIFICATION_METHOD`,
  relationship: `${security}INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD`,
  retrieval: `${statusList}STATUS_RETRIEVAL_ERROR`,
  status: `${statusList}STATUS_VERIFICATION_ERROR`,
} as const

type ProblemType = (typeof problemTypes)[keyof typeof problemTypes]

const typeOfCheck = {
  form: problemTypes.malformed,
  signature: problemTypes.proof,
  'issuer-key': problemTypes.method,
  dates: problemTypes.range,
  status: problemTypes.status,
  published: problemTypes.status,
  issuer: problemTypes.malformed,
  person: problemTypes.malformed,
  printed: problemTypes.malformed,
  presentation: problemTypes.proof,
} as const satisfies Record<CheckName, ProblemType>

/** Where a reason has a type of its own. */
const typeOfReason: Partial<Record<Reason, ProblemType>> = {
  'form-context-not-pinned': problemTypes.parsing,
  'form-too-complex': problemTypes.transformation,
  'signature-broken': problemTypes.cryptographic,
  'signature-claims-differ': problemTypes.cryptographic,
  'issuer-key-not-published': problemTypes.relationship,
  'dates-unreadable': problemTypes.malformed,
  'status-list-unreachable': problemTypes.retrieval,
  'status-index-out-of-range': `${problemTypes.range}`,
  'presentation-malformed': problemTypes.malformed,
  'presentation-key-not-bound': problemTypes.method,
}

const titleOf = (type: string) => type.slice(type.indexOf('#') + 1)

/** Who reads an answer, and which of the two an audience that is not met is put down to. */
export interface Reading {
  readonly language: Language
  readonly audience: 'domain' | 'challenge'
}

/** What stands in the way of a credential, as a problem; undefined for a finding that does not. */
export function problemOf(
  { check, outcome, reason }: Finding,
  { language, audience }: Reading,
): ProblemDetails | undefined {
  if (outcome !== 'failed' && outcome !== 'unknown') return undefined
  const type = reason.endsWith('-other-audience')
    ? problemTypes[audience]
    : (typeOfReason[reason] ?? typeOfCheck[check])
  const detail = messagesFor(language).reasons[reason]
  return { type, title: titleOf(type), detail, code: reason, outcome }
}

export function problemOfWarning(warning: Warning, { language }: Reading): ProblemDetails {
  const type = problemTypes.malformed
  return {
    type,
    title: titleOf(type),
    detail: messagesFor(language).warnings[warning],
    code: warning,
  }
}

/** A problem that is none of the checks'. */
export const problemWith = (
  type: ProblemType,
  detail: string,
  code: ProblemDetails['code'],
): ProblemDetails => ({ type, title: titleOf(type), detail, code, outcome: 'failed' })
