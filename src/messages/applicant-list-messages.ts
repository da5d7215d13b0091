import type { ApplicantColumn } from '../learning/applicants/applicant-csv.ts'

/** Words of the desk's pages about lists of applicants. */
export interface ApplicantListMessages {
  readonly title: string
  readonly lead: string
  readonly file: string
  readonly fileHint: string
  readonly columns: string
  /** What belongs into each column. */
  readonly columnHelp: Readonly<Record<ApplicantColumn, string>>
  readonly example: string
  readonly submit: string
  /** The form was sent without a file. */
  readonly nothingGiven: { readonly title: string; readonly remedy: string }
  readonly recent: string
  readonly none: string
  /** One list by the moment it was handed in. */
  listOf(moment: string): string
  progress(done: number, total: number): string
  readonly reloads: string
  readonly stopReloading: string
  readonly reload: string
  readonly download: string
  readonly back: string
  readonly filter: string
  readonly all: string
  /** Instead of an outcome: the line could not be decided, or is still to be. */
  readonly refused: string
  readonly waiting: string
  readonly nothingHere: string
  readonly table: string
  readonly heads: {
    readonly rank: string
    readonly applicant: string
    readonly outcome: string
    readonly priority: string
    readonly why: string
  }
  line(number: number): string
  /** Behind the points: "applied on 2 November 2026" */
  applied(day: string): string
  readonly missing: string
  readonly order: string
  readonly pages: string
  range(from: number, to: number): string
}
