import { type Particular, particularKinds, type RefusalCode } from '../../errors.ts'
import type { RowComplaintCode } from '../completion.ts'
import type { MadeStatement } from '../eligibility/application.ts'

/** What somebody hands in for one applicant, as texts that can be kept until it is decided. */
export interface Applicant {
  /** Each the id of one of ours, a link, a JWT or the text of a JSON document. */
  readonly credentials: readonly string[]
  readonly statements: readonly MadeStatement[]
  /** Name of the applicant, to be compared with the credentials. */
  readonly person: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** What the provider calls the applicant. */
  readonly reference: string | null
  /** ISO 8601 instant; when it is decided, where nothing is said. */
  readonly appliedAt: string | null
}

/** Why a line of a list has no decision: a code of an import's rows, a refusal, or a fault of ours. */
export type LineCode = RowComplaintCode | RefusalCode | 'fault'

/** What is wrong with a line, and where in it: as words that are the same in every language, or as data to be told. */
export interface LineComplaint {
  readonly code: LineCode
  readonly detail: string | Particular
}

/** A line of a list: an applicant, or why there is none. The line is where it begins in the file, from 1. */
export type ApplicantRow = { readonly line: number; readonly reference: string | null } & (
  | { readonly applicant: Applicant }
  | { readonly complaint: LineComplaint }
)

/** A person has some; what is far beyond costs everybody's time. */
export const maxCredentials = 50
export const maxApplicants = 10_000

const maxDetailChars = 100
const maxValueChars = 60

/** What stands somewhere, short enough to be told. */
export const shownValue = (value: string): string =>
  value.replace(/\p{Cc}+/gu, ' ').slice(0, maxValueChars)

export const complaintOf = (code: LineCode, at: string, value = ''): LineComplaint => ({
  code,
  detail: `${at}: ${value.replace(/\p{Cc}+/gu, ' ')}`.slice(0, maxDetailChars),
})

/** A detail as it is kept. */
export const keptDetail = (detail: string | Particular): string =>
  typeof detail === 'string' ? detail : JSON.stringify(detail)

/** A kept detail as it was: words, or what is to be told in the reader's language. */
export function detailOf(kept: string): string | Particular {
  if (!kept.startsWith('{"kind":')) return kept
  try {
    const found = JSON.parse(kept) as Particular
    return particularKinds.includes(found.kind) ? found : kept
  } catch {
    return kept
  }
}
