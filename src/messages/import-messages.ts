import type { RefusalCode } from '../errors.ts'
import type { RowComplaintCode } from '../learning/completion.ts'
import type { RefusalText } from './messages.ts'

type ImportRefusalCode = Extract<
  RefusalCode,
  | 'csv-unreadable'
  | 'csv-unknown-format'
  | 'dates-order-needed'
  | 'completions-invalid'
  | 'columns-invalid'
  | 'profiles-unreadable'
>

/** What a file of completions is refused for. */
export type ImportRefusals = Readonly<Record<ImportRefusalCode, RefusalText>>

/** What is said of rows from course platforms. */
export type ImportComplaints = Readonly<
  Record<
    Extract<RowComplaintCode, 'completed-unreadable' | 'not-a-learner' | 'profiles-needed'>,
    string
  >
>
