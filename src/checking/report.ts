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
export const checks = [
  'form',
  'signature',
  'issuer-key',
  'dates',
  'status',
  'published',
  'issuer',
  'person',
  'printed',
  'presentation',
] as const

export type CheckName = (typeof checks)[number]

/** Why a check ended as it did: public, stable, one sentence each in every language. */
export const reasons = [
  'form-conforms',
  'form-not-a-credential',
  'form-context-not-pinned',
  'form-term-hidden',
  'form-nonconforming',
  'form-too-complex',
  'form-not-reached',
  'signature-holds',
  'signature-broken',
  'signature-missing',
  'signature-suite-unknown',
  'signature-malformed',
  'signature-purpose-wrong',
  'signature-chain-broken',
  'signature-other-audience',
  'signature-claims-differ',
  'signature-algorithm-refused',
  'signature-key-missing',
  'signature-too-complex',
  'signature-not-reached',
  'issuer-key-bound',
  'issuer-key-not-bound',
  'issuer-key-not-published',
  'issuer-key-ended',
  'issuer-key-compromised',
  'issuer-key-weak',
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
  'status-suspended',
  'status-not-about-withdrawal',
  'status-none',
  'status-list-unreachable',
  'status-list-unverifiable',
  'status-list-malformed',
  'status-index-out-of-range',
  'status-type-unknown',
  'status-not-reached',
  'published-same',
  'published-newer',
  'published-not-ours',
  'published-erased',
  'published-not-found',
  'published-nowhere',
  'published-not-reached',
  'issuer-known',
  'issuer-unknown',
  'issuer-outside-scope',
  'issuer-outside-period',
  'issuer-impostor',
  'issuer-not-reached',
  'person-matches',
  'person-differs',
  'person-not-named',
  'person-not-reached',
  'printed-agrees',
  'printed-differs',
  'printed-unreadable',
  'printed-covered',
  'printed-compare-yourself',
  'printed-not-reached',
  'presentation-proven',
  'presentation-unsigned',
  'presentation-broken',
  'presentation-malformed',
  'presentation-key-not-bound',
  'presentation-key-unreachable',
  'presentation-suite-unknown',
  'presentation-other-audience',
  'presentation-not-reached',
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
  'proof-suite-unknown',
  'suite-deprecated',
  'shown-in-part',
  'endorsement-not-verified',
  'status-message',
  'holder-not-subject',
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
  /** Skills and frameworks the achievement is aligned to, as `DigComp 2.2: Browsing, level 3` would be told. */
  readonly alignments?: readonly {
    readonly name: string
    readonly framework?: string
    readonly code?: string
  }[]
}

export type SourceKind = 'pdf' | 'png' | 'svg' | 'json' | 'jwt' | 'url' | 'photo'

/** Something a page shows otherwise than it is signed; `printed` is empty where the page does not show it at all. */
export interface Difference {
  readonly fact: 'recipient' | 'title' | 'awardedDate' | 'result' | 'id'
  readonly printed: string
  readonly signed: string
}

/** What somebody else says of the credential, checked like a credential of its own and shown apart. */
export interface Endorsement {
  readonly comment?: string
  readonly report: Report
}

export interface Report {
  readonly verdict: 'valid' | 'invalid' | 'undecided'
  readonly status: CredentialStatus
  readonly answers: Answers
  readonly warnings: readonly Warning[]
  readonly findings: readonly Finding[]
  readonly facts: Facts
  readonly source: { readonly kind: SourceKind; readonly differences: readonly Difference[] }
  /** Absent where there are none. Whether they hold does not change the verdict. */
  readonly endorsements?: readonly Endorsement[]
  /** Of a presentation with several credentials: the report of each; the facts are theirs then. */
  readonly credentials?: readonly Report[]
  /** ISO 8601, UTC, whole seconds. */
  readonly checkedAt: string
}

/** What a valid verdict cannot do without. A credential without status has none to check, so status is not here. */
const required: readonly CheckName[] = ['form', 'signature', 'issuer-key', 'dates']

/**
 * One failure settles it. Otherwise it is valid only when nothing is unknown and every required check passed: a
 * skipped or missing proof check must never read as a good one. Whose it is does not make a credential less genuine,
 * so what was found about a person is left aside.
 */
export function verdictOf(findings: readonly Finding[]): Report['verdict'] {
  const has = (outcome: Outcome) =>
    findings.some((finding) => finding.outcome === outcome && finding.check !== 'person')
  const isComplete = required.every((check) => outcomeOf(findings, check) === 'passed')
  if (has('failed')) return 'invalid'
  return isComplete && !has('unknown') ? 'valid' : 'undecided'
}

const outcomeOf = (findings: readonly Finding[], check: CheckName): Outcome | undefined =>
  findings.find((finding) => finding.check === check)?.outcome

/** A credential that names no list of withdrawn ones cannot be withdrawn: there is nothing to look up. */
const withoutWithdrawal: readonly Reason[] = ['status-none', 'status-not-about-withdrawal']

/** The state of a credential, revocation before expiry: what was taken back stays so, whatever the date. */
export function statusOf(findings: readonly Finding[]): CredentialStatus {
  const has = (reason: Reason) => findings.some((finding) => finding.reason === reason)
  if (has('status-revoked') || has('issuer-key-compromised')) return 'revoked'
  if (has('published-newer')) return 'replaced'
  if (has('status-suspended')) return 'suspended'
  if (has('dates-expired')) return 'expired'
  if (has('dates-not-yet-valid')) return 'not-yet-valid'
  const isCurrent = has('dates-current') && withoutWithdrawal.concat('status-not-revoked').some(has)
  return isCurrent ? 'active' : 'unknown'
}

const yesNo = (outcomes: readonly (Outcome | undefined)[]): 'yes' | 'no' | 'unknown' => {
  if (outcomes.includes('failed')) return 'no'
  return outcomes.every((outcome) => outcome === 'passed') ? 'yes' : 'unknown'
}

/** Genuine, current, issuer and person, each from its own findings. */
export function answersOf(findings: readonly Finding[]): Answers {
  const of = (check: CheckName) => outcomeOf(findings, check)
  const hasNoStatus = findings.some(({ reason }) => withoutWithdrawal.includes(reason))
  const isOutdated = findings.some(({ reason }) => reason === 'published-newer')
  const isNotOurs = findings.some(({ reason }) => reason === 'published-not-ours')
  const [issuer, person] = [of('issuer'), of('person')]
  return {
    genuine: yesNo([
      of('form'),
      of('signature'),
      of('issuer-key'),
      isNotOurs ? 'failed' : 'passed',
    ]),
    current: yesNo([
      of('dates'),
      hasNoStatus ? 'passed' : of('status'),
      isOutdated ? 'failed' : 'passed',
    ]),
    issuer: issuer === 'failed' ? 'impostor' : issuer === 'passed' ? 'known' : 'unknown',
    person: person === 'passed' ? 'match' : person === 'failed' ? 'mismatch' : 'not-asked',
  }
}
