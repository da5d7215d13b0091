import type { Language } from '../language.ts'

/** Who learnt, as the LMS knows them. */
export interface Learner {
  /**
   * What tells one learner from another across imports: `email:…` (trimmed, lower case), else `idnumber:…`, else
   * `lms:…`, and `name:…` only where the operator asked for matching by name. Never shown, never in a credential.
   */
  readonly key: string
  /** As it is to be printed: NFC, single spaces, no control or bidi characters. */
  readonly name: string
  readonly email: string | null
  readonly language: Language | null
}

/** One learner's progress in one run of a course, as read from one row of an export. */
export interface Completion {
  /** Line of the file (1-based, the header included), or index in the JSON array plus one. */
  readonly line: number
  readonly learner: Learner
  readonly course: string
  readonly run: string
  /** Ids of the modules done. */
  readonly modules: readonly string[]
  /** Whether the course as a whole was completed, and when (`YYYY-MM-DD`). */
  readonly completedOn: string | null
  /** Day of the latest module done, where the file says so (`YYYY-MM-DD`). */
  readonly lastActivityOn: string | null
  /** Score in percent, 0 to 100. */
  readonly score: number | null
}

/** What is wrong with one row or cell: the row is left out (`error`) or taken with a remark (`warning`). */
export interface RowComplaint {
  readonly line: number
  readonly column: string | null
  readonly severity: 'error' | 'warning'
  /** Stable code, a key into the messages. */
  readonly code: RowComplaintCode
  /** The offending value, shortened; empty where there is none. */
  readonly value: string
}

/** Public like refusal codes: each is in docs/IMPORT.md and has a sentence in every language. */
export const rowComplaintCodes = [
  'name-missing',
  'name-has-control-characters',
  'name-too-long',
  'learner-key-missing',
  'email-suspicious',
  'date-unreadable',
  'date-in-future',
  'score-unreadable',
  'module-unknown',
  'language-unknown',
  'column-unknown',
  'learner-twice',
  'columns-missing',
  'quote-not-closed',
  'row-length',
  'name-not-printable',
  'completed-unreadable',
  'not-a-learner',
  'profiles-needed',
  'actor-unusable',
] as const

export type RowComplaintCode = (typeof rowComplaintCodes)[number]

/** What a reader yields, row by row: either a completion (perhaps with warnings) or why there is none. */
export interface ReadRow {
  readonly line: number
  readonly completion: Completion | null
  readonly complaints: readonly RowComplaint[]
}
