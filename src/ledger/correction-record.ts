import type { Row } from './database.ts'

/**
 * `asked`: somebody has to look. `reserved`: approved, its bytes and status index stored, not yet signed. `done`,
 * `declined`, and `void` for one that could not be carried out: settled for good.
 */
export const correctionStates = ['asked', 'reserved', 'done', 'declined', 'void'] as const
export type CorrectionState = (typeof correctionStates)[number]

/** Everything recorded of one correction; what of it names a person is `null` once the credential is erased. */
export interface CorrectionRecord {
  readonly rowKey: string
  readonly id: string
  /** The random id in `/c/{id}`. */
  readonly credential: string
  readonly state: CorrectionState
  /** JSON text of what was asked for. */
  readonly wish: string | null
  readonly askedAt: string
  /** Token id, `command line`, or `holder`. */
  readonly askedBy: string
  /** JSON text of what was approved. */
  readonly changes: string | null
  readonly settledAt: string | null
  readonly settledBy: string | null
  /** What whoever asked was told. */
  readonly answer: string | null
  readonly statusList: number | null
  readonly statusIndex: number | null
  /** JSON text of what is to be signed, exactly; only while it is `reserved`. */
  readonly unsigned: string | null
  readonly fingerprint: string | null
}

export interface NewReservation {
  readonly changes: string
  /** Why; stays private. */
  readonly note: string
  readonly at: string
  readonly by: string
  readonly statusList: number
  readonly statusIndex: number
  readonly unsigned: string
  readonly fingerprint: string
}

export interface CorrectionsAsked {
  readonly state: CorrectionState | null
  /** Row key of the last one seen; empty for the beginning. */
  readonly after: string
  readonly limit: number
}

/** As `readCorrection` needs them. */
export const correctionColumns = `row_key, id, credential, state, wish, asked_at, asked_by, changes, settled_at, settled_by, answer,
  status_list, status_index, unsigned, fingerprint`

export const readCorrection = (row: Row): CorrectionRecord => ({
  rowKey: String(row.row_key),
  id: String(row.id),
  credential: String(row.credential),
  state: row.state as CorrectionState,
  wish: row.wish as string | null,
  askedAt: String(row.asked_at),
  askedBy: String(row.asked_by),
  changes: row.changes as string | null,
  settledAt: row.settled_at as string | null,
  settledBy: row.settled_by as string | null,
  answer: row.answer as string | null,
  statusList: row.status_list as number | null,
  statusIndex: row.status_index as number | null,
  unsigned: row.unsigned as string | null,
  fingerprint: row.fingerprint as string | null,
})
