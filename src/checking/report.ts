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
  'published-in-gap',
  'published-not-found',
  'published-nowhere',
  'published-not-reached',
  'issuer-known',
  'issuer-unknown',
  'issuer-outside-scope',
  'issuer-outside-period',
  'issuer-mandated',
  'issuer-mandate-broken',
  'issuer-mandate-unreachable',
  'issuer-mandate-other-issuer',
  'issuer-mandate-outside-scope',
  'issuer-mandate-outside-period',
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
  /** Where in the document what is wrong stands, as JSON paths in the words of the document: of form findings. */
  readonly places?: readonly string[]
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
  readonly issuer?: {
    readonly id: string
    readonly name?: string
    /** Who mandated it for this: only where the mandate holds. */
    readonly onBehalfOf?: { readonly id: string; readonly name?: string }
  }
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

/** Facts in which a newer version can differ. */
export const replacedFacts = ['recipient', 'title', 'results', 'awardedDate', 'validUntil'] as const
export type ReplacedFact = (typeof replacedFacts)[number]

/** The version that counts instead, as its issuer publishes it. */
export interface Replacement {
  readonly url: string
  /** Its `validFrom`. */
  readonly since: string
  /** In what it differs, as far as anybody reads it; not what it says. */
  readonly changed: readonly ReplacedFact[]
}

export interface Report {
  readonly verdict: 'valid' | 'invalid' | 'undecided'
  readonly status: CredentialStatus
  readonly answers: Answers
  readonly warnings: readonly Warning[]
  readonly findings: readonly Finding[]
  readonly facts: Facts
  readonly source: { readonly kind: SourceKind; readonly differences: readonly Difference[] }
  /** Where its issuer publishes a newer version. */
  readonly replacement?: Replacement
  /** Absent where there are none. Whether they hold does not change the verdict. */
  readonly endorsements?: readonly Endorsement[]
  /** Of a presentation with several credentials: the report of each; the facts are theirs then. */
  readonly credentials?: readonly Report[]
  /** ISO 8601, UTC, whole seconds. */
  readonly checkedAt: string
}
