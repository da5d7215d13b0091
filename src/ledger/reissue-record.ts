import type { RevocationCode } from './credentials.ts'
import type { Row } from './database.ts'

/** `reserved`: bytes and status index are stored, not yet signed. `done` and `void` are for good. */
export const reissueStates = ['reserved', 'done', 'void'] as const
export type ReissueState = (typeof reissueStates)[number]

/** A credential on its way to being signed anew. */
export interface ReissueRecord {
  readonly rowKey: string
  readonly id: string
  /** The random id in `/c/{id}`. */
  readonly credential: string
  /** Why the version before counts no more; public. */
  readonly reason: RevocationCode
  /** The key that the version before was signed with, where that is why. */
  readonly keyId: string | null
  readonly state: ReissueState
  readonly statusList: number | null
  readonly statusIndex: number | null
  /** JSON text of what is to be signed, exactly; only while it is `reserved`. */
  readonly unsigned: string | null
  readonly orderedAt: string
  /** Token id, or `command line`. */
  readonly orderedBy: string
  readonly settledAt: string | null
  readonly voidReason: string | null
}

export type NewReissue = Omit<ReissueRecord, 'state' | 'settledAt' | 'voidReason'>

export const readReissue = (row: Row): ReissueRecord => ({
  rowKey: String(row.row_key),
  id: String(row.id),
  credential: String(row.credential),
  reason: row.reason as RevocationCode,
  keyId: row.key_id as string | null,
  state: row.state as ReissueState,
  statusList: row.status_list as number | null,
  statusIndex: row.status_index as number | null,
  unsigned: row.unsigned as string | null,
  orderedAt: String(row.ordered_at),
  orderedBy: String(row.ordered_by),
  settledAt: row.settled_at as string | null,
  voidReason: row.void_reason as string | null,
})
