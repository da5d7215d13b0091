import type { Outcome, Reason, Report, Warning } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'
import type { RowComplaintCode } from '../learning/completion.ts'
import type { CertificateMessages } from './certificate.ts'

/** Every sentence people read, in one language. A key missing in one language does not compile. */
export interface Messages {
  readonly certificate: CertificateMessages
  /** Why a check ended as it did, as a sentence for a reader without technical knowledge. */
  readonly reasons: Readonly<Record<Reason, string>>
  readonly warnings: Readonly<Record<Warning, string>>
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly verdicts: Readonly<Record<Report['verdict'], string>>
  /** What a refusal means and what to do about it. */
  readonly refusals: Readonly<Record<RefusalCode, string>>
  /** What is wrong with a row of an import, and its remedy. */
  readonly complaints: Readonly<Record<RowComplaintCode, string>>
}
