import type { RefusalCode } from '../errors.ts'
import type { RowComplaintCode } from '../learning/completion.ts'
import type { RefusalText } from './messages.ts'

/** What a file is refused for beside what is in every file. */
export type ImportRefusals = Readonly<
  Record<Extract<RefusalCode, 'columns-invalid' | 'profiles-unreadable'>, RefusalText>
>

/** What is said of rows from course platforms. */
export type ImportComplaints = Readonly<
  Record<
    Extract<RowComplaintCode, 'completed-unreadable' | 'not-a-learner' | 'profiles-needed'>,
    string
  >
>
