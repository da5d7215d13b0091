/**
 * How one check ended.
 *
 * - `passed`: we looked, and it holds.
 * - `failed`: we looked, and it does not hold.
 * - `unknown`: we could not look, say because a status list did not answer; it may hold tomorrow.
 * - `skipped`: there was nothing to look at, or an earlier failure made looking pointless.
 */
export type Outcome = 'passed' | 'failed' | 'unknown' | 'skipped'

/** The checks, in the order a reader is told of them. */
export const checks = ['form', 'signature', 'issuer-key', 'dates', 'status', 'issuer'] as const

export type CheckName = (typeof checks)[number]

/** Why a check ended as it did: public, stable, one sentence each in every language. */
export const reasons = [
  'form-conforms',
  'form-not-a-credential',
  'form-context-not-pinned',
  'form-term-hidden',
  'form-nonconforming',
  'form-not-reached',
  'signature-holds',
  'signature-broken',
  'signature-missing',
  'signature-suite-unknown',
  'signature-malformed',
  'signature-claims-differ',
  'signature-algorithm-refused',
  'signature-key-missing',
  'signature-not-reached',
  'issuer-key-bound',
  'issuer-key-not-bound',
  'issuer-key-not-published',
  'issuer-key-compromised',
  'issuer-key-unreachable',
  'issuer-key-method-unknown',
  'issuer-key-not-reached',
  'dates-current',
  'dates-not-yet-valid',
  'dates-expired',
  'dates-unreadable',
  'dates-not-reached',
  'status-not-revoked',
  'status-revoked',
  'status-none',
  'status-list-unreachable',
  'status-list-unverifiable',
  'status-list-malformed',
  'status-index-out-of-range',
  'status-type-unknown',
  'status-not-reached',
  'issuer-known',
  'issuer-unknown',
  'issuer-impostor',
  'issuer-not-reached',
  'earlier-check-failed',
] as const

export type Reason = (typeof reasons)[number]

export interface Finding {
  readonly check: CheckName
  readonly outcome: Outcome
  readonly reason: Reason
}

/** Remarks that do not change the verdict. */
export const warnings = [
  'single-value-for-array',
  'date-without-zone',
  'jwt-claim-missing',
] as const

export type Warning = (typeof warnings)[number]

export type CredentialStatus =
  | 'active'
  | 'revoked'
  | 'suspended'
  | 'expired'
  | 'not-yet-valid'
  | 'replaced'
  | 'unknown'

/** The four answers a reader came for, apart from one another. */
export interface Answers {
  readonly genuine: 'yes' | 'no' | 'unknown'
  readonly current: 'yes' | 'no' | 'unknown'
  readonly issuer: 'known' | 'unknown' | 'impostor'
  readonly person: 'match' | 'mismatch' | 'not-asked'
}

/** What is signed, and only that, as text: never fetched, never run. Empty when the signature does not hold. */
export interface Facts {
  readonly id?: string
  readonly recipient?: string
  readonly subjectId?: string
  readonly title?: string
  readonly achievement?: { readonly id: string; readonly name: string; readonly type?: string }
  readonly issuer?: { readonly id: string; readonly name?: string }
  readonly validFrom?: string
  readonly validUntil?: string
  readonly awardedDate?: string
  readonly results?: readonly { readonly name: string; readonly value: string }[]
}

export type SourceKind = 'pdf' | 'png' | 'svg' | 'json' | 'jwt' | 'url' | 'photo'

export interface Report {
  readonly verdict: 'valid' | 'invalid' | 'undecided'
  readonly status: CredentialStatus
  readonly answers: Answers
  readonly warnings: readonly Warning[]
  readonly findings: readonly Finding[]
  readonly facts: Facts
  readonly source: { readonly kind: SourceKind }
  /** ISO 8601, UTC, whole seconds. */
  readonly checkedAt: string
}

/** What a valid verdict cannot do without. A credential without status has none to check, so status is not here. */
const required: readonly CheckName[] = ['form', 'signature', 'issuer-key', 'dates']

/**
 * One failure settles it. Otherwise it is valid only when nothing is unknown and every required check passed: a
 * skipped or missing proof check must never read as a good one.
 */
export function verdictOf(findings: readonly Finding[]): Report['verdict'] {
  const has = (outcome: Outcome) => findings.some((finding) => finding.outcome === outcome)
  const isComplete = required.every((check) => outcomeOf(findings, check) === 'passed')
  if (has('failed')) return 'invalid'
  return isComplete && !has('unknown') ? 'valid' : 'undecided'
}

function outcomeOf(findings: readonly Finding[], check: CheckName): Outcome | undefined {
  return findings.find((finding) => finding.check === check)?.outcome
}

/** The state of a credential, revocation before expiry: what was taken back stays so, whatever the date. */
export function statusOf(findings: readonly Finding[]): CredentialStatus {
  const has = (reason: Reason) => findings.some((finding) => finding.reason === reason)
  if (has('status-revoked') || has('issuer-key-compromised')) return 'revoked'
  if (has('dates-expired')) return 'expired'
  if (has('dates-not-yet-valid')) return 'not-yet-valid'
  const isCurrent = has('dates-current') && (has('status-not-revoked') || has('status-none'))
  return isCurrent ? 'active' : 'unknown'
}

const yesNo = (outcomes: readonly (Outcome | undefined)[]): 'yes' | 'no' | 'unknown' => {
  if (outcomes.includes('failed')) return 'no'
  return outcomes.every((outcome) => outcome === 'passed') ? 'yes' : 'unknown'
}

/** Genuine, current, issuer and person, each from its own findings. */
export function answersOf(findings: readonly Finding[]): Answers {
  const of = (check: CheckName) => outcomeOf(findings, check)
  const hasNoStatus = findings.some(({ reason }) => reason === 'status-none')
  const issuer = of('issuer')
  return {
    genuine: yesNo([of('form'), of('signature'), of('issuer-key')]),
    current: yesNo([of('dates'), hasNoStatus ? 'passed' : of('status')]),
    issuer: issuer === 'failed' ? 'impostor' : issuer === 'passed' ? 'known' : 'unknown',
    person: 'not-asked',
  }
}
