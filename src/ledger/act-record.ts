import type { RevocationCode } from './credentials.ts'
import type { Row } from './database.ts'

export const actKinds = ['revoke', 'resend', 'correct', 'renew'] as const

/** `resend`: a letter with a new link. `correct`: other facts. `renew`: the same facts, signed with the texts of today. */
export type ActKind = (typeof actKinds)[number]

export const actStates = ['asked', 'running', 'paused', 'done', 'refused', 'ended'] as const

/** `asked`: waits for a second person. `refused` by one, `ended` for want of one. */
export type ActState = (typeof actStates)[number]

export interface ActRecord {
  readonly rowKey: string
  readonly id: string
  readonly kind: ActKind
  readonly state: ActState
  /** Public reason of a revocation. */
  readonly code: RevocationCode | null
  /** Why; private. `null` once something that it could name is erased. */
  readonly note: string | null
  /** Whether those are written to as well who have used a link. */
  readonly everybody: boolean
  /** Courses of all that it reaches. */
  readonly courses: readonly string[]
  readonly digest: string
  readonly askedAt: string
  readonly askedBy: string
  /** Until when it waits for a second person; `null` where none was needed. */
  readonly endsAt: string | null
  readonly settledAt: string | null
  readonly settledBy: string | null
  /** Why it was refused. */
  readonly answer: string | null
  readonly doneAt: string | null
}

export const itemStates = ['open', 'begun', 'done', 'failed', 'left-out'] as const

/** `begun`: reserved, and to be signed. `failed` has its reason in `code`, as `left-out` has. */
export type ActItemState = (typeof itemStates)[number]

export interface ActItem {
  readonly ordinal: number
  /** Public id of the credential. */
  readonly credential: string
  readonly state: ActItemState
  readonly code: string | null
  /** JSON text of what a correction changes; `null` for other acts, and once it is erased. */
  readonly changes: string | null
  /** Id of the correction or the link that it led to. */
  readonly about: string | null
  readonly doneAt: string | null
}

export type ActCounts = Readonly<Record<ActItemState, number>>

export const actOf = (row: Row): ActRecord => ({
  rowKey: String(row.row_key),
  id: String(row.id),
  kind: row.kind as ActKind,
  state: row.state as ActState,
  code: row.code as RevocationCode | null,
  note: row.note as string | null,
  everybody: Number(row.everybody) === 1,
  courses: JSON.parse(String(row.courses)) as string[],
  digest: String(row.digest),
  askedAt: String(row.asked_at),
  askedBy: String(row.asked_by),
  endsAt: row.ends_at as string | null,
  settledAt: row.settled_at as string | null,
  settledBy: row.settled_by as string | null,
  answer: row.answer as string | null,
  doneAt: row.done_at as string | null,
})

export const itemOf = (row: Row): ActItem => ({
  ordinal: Number(row.ordinal),
  credential: String(row.credential),
  state: row.state as ActItemState,
  code: row.code as string | null,
  changes: row.changes as string | null,
  about: row.about as string | null,
  doneAt: row.done_at as string | null,
})
