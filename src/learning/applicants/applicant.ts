import type { RefusalCode } from '../../errors.ts'
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

/** What is wrong with a line, and where in it. */
export interface LineComplaint {
  readonly code: LineCode
  readonly detail: string
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

export const complaintOf = (code: LineCode, at: string, value = ''): LineComplaint => ({
  code,
  detail: `${at}: ${value.replace(/\p{Cc}+/gu, ' ')}`.slice(0, maxDetailChars),
})
