/**
 * Whether a presented credential counts: `current` only when the checking side found it genuine and current; `unclear`
 * when it could not look; else why not.
 */
export const standings = [
  'current',
  'unclear',
  'not-genuine',
  'impostor',
  'revoked',
  'suspended',
  'replaced',
  'expired',
  'not-yet-valid',
] as const

export type Standing = (typeof standings)[number]

/** A presented credential, as far as rules can ask about it; plain JSON. Nothing is in it that is not signed, but for the last. */
export interface HeldCredential {
  /** Its `id`; without one, `urn:sha256:` and its digest. */
  readonly id: string
  /** SHA-256 of the text that was checked, `sha256-` and base64 as in Subresource Integrity. */
  readonly digest: string
  readonly standing: Standing
  /** Reason code of the finding that decided the standing; `null` for `current`. */
  readonly because: string | null
  readonly issuer: string
  readonly isOwn: boolean
  readonly subject: string | null
  readonly name: string | null
  /** Days, `YYYY-MM-DD`. */
  readonly awardedOn: string | null
  /** ISO 8601 instant. */
  readonly validUntil: string | null
  /** Id of the catalogue for our own, else the base id as signed. */
  readonly achievement: string | null
  readonly title: string | null
  readonly hours: number | null
  readonly credits: number | null
  readonly percent: number | null
  readonly grade: string | null
  readonly hasDistinction: boolean
  /** Alignments of a foreign one as signed: addresses; those of our own skills as the skill's id, `skill:` before it. */
  readonly alignments: readonly string[]
  /** Verification methods that its signature was checked against: ids, or the `kid` of a token. For receipts alone. */
  readonly keys: readonly string[]
  /** What its status stood in when it was checked, for looking again: `credentialStatus` as signed; `null` for none. */
  readonly status: unknown
  /** What it was handed in as: the name of a file, a link, a place. Nobody signed it, so that nothing is decided by it. */
  readonly handedInAs?: string
}

/** What a credential says that says nothing beyond who issued it. */
export const unsaid = {
  isOwn: false,
  subject: null,
  name: null,
  awardedOn: null,
  validUntil: null,
  achievement: null,
  title: null,
  hours: null,
  credits: null,
  percent: null,
  grade: null,
  hasDistinction: false,
  alignments: [],
  keys: [],
  status: null,
} as const satisfies Partial<HeldCredential>

/** What the applicant says; whether it holds is for a person to decide. */
export interface MadeStatement {
  readonly statement: string
  readonly note: string
  /** The document shown for it: it is not kept, only its name and digest are; no digest where a list only names it. */
  readonly document: { readonly name: string; readonly digest: string | null } | null
}

/**
 * What a reviewer settled. Items: `rule:{id}`, `statement:{id}`, `module:{id}`, `person` (all
 * certificates are one person's; refused: those that are not in the applicant's name are left aside), `admission` (admit although the conditions are not met).
 */
export interface Review {
  readonly item: string
  readonly verdict: 'accepted' | 'refused'
}

/** All that a decision depends on beside the rules; plain JSON. */
export interface Application {
  /** Name the applicant gave; `null` where none was asked. */
  readonly person: string | null
  readonly credentials: readonly HeldCredential[]
  readonly statements: readonly MadeStatement[]
  /** How many things were handed in that could not be had at the moment, so that nobody knows what they would show. */
  readonly unreachable: number
  /** In the order they were made: the last of an item counts. */
  readonly reviews: readonly Review[]
  /** ISO 8601 instants: when it was handed in, and for which moment it is decided. */
  readonly appliedAt: string
  readonly decidedAt: string
}
