import type { ReplacedFact } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'

/** About versions of a credential of which only the newest counts. */
export interface CorrectionMessages {
  /** Of an older version: since when another one counts. */
  replacedOn(day: string): string
  /** In what they differ, as a list of `facts`. */
  changed(facts: string): string
  readonly facts: Readonly<Record<ReplacedFact, string>>
  /** Where nothing that a reader looks for differs. */
  readonly changedNothingShown: string
  readonly openNewer: string
  /** Before an address that is no link, of an issuer nobody vouches for. */
  readonly newerAt: string
  /** On the page of the newest version. */
  correctedOn(day: string): string
  readonly correctedNote: string
}

type CorrectionRefusal = Extract<
  RefusalCode,
  | 'credential-erased'
  | 'not-correctable'
  | 'nothing-to-correct'
  | 'correction-not-found'
  | 'correction-settled'
  | 'correction-under-way'
  | 'learner-not-found'
>

/** What is refused of corrections and erasures: what went wrong, and what to do about it. */
export type CorrectionRefusals = Readonly<
  Record<CorrectionRefusal, { readonly title: string; readonly remedy: string }>
>
