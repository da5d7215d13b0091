import type { Row } from './database.ts'
import type { MailState } from './mails.ts'

export type LineOutcome =
  | 'reserved'
  | 'already-issued'
  | 'differs-from-issued'
  | 'learner-erased'
  | 'issuer-out-of-scope'
  | 'nothing-earned'
  | 'rejected'
  | 'warning'

export interface BatchLine {
  readonly line: number
  readonly outcome: LineOutcome
  readonly credential: string | null
  /** Complaint code, for `rejected` and `warning`. */
  readonly code: string | null
  readonly column: string | null
  readonly value: string | null
}

/** A line as asked for later, with what has become of its credential since. */
export interface BatchLineNow extends BatchLine {
  readonly achievement: string | null
  readonly state: 'reserved' | 'issued' | 'void' | null
  /** Why its reservation was given up. */
  readonly voidReason: string | null
  /** The link that the learner has from this batch; of what was issued before, an open one from then. */
  readonly claim: LineClaim | null
  /** The letter about this batch. */
  readonly mail: LineMail | null
  /** Whether there is an address to write to; `null` where there is no learner. */
  readonly hasAddress: boolean | null
  /** Whether it was taken back with the whole batch. */
  readonly isUndone: boolean
}

export interface LineClaim {
  readonly id: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

export interface LineMail {
  readonly state: MailState
  readonly code: number | null
  readonly reply: string | null
}

export function readLine(row: Row): BatchLineNow {
  return {
    line: Number(row.line),
    outcome: row.outcome as LineOutcome,
    credential: row.credential as string | null,
    code: row.code as string | null,
    column: row.column_name as string | null,
    value: row.value as string | null,
    achievement: row.achievement as string | null,
    state: row.state as BatchLineNow['state'],
    voidReason: row.void_reason as string | null,
    claim:
      row.claim === null
        ? null
        : {
            id: String(row.claim),
            expiresAt: String(row.expires_at),
            usedAt: row.used_at as string | null,
          },
    mail:
      row.mail_state === null
        ? null
        : {
            state: row.mail_state as MailState,
            code: row.reply_code as number | null,
            reply: row.reply as string | null,
          },
    hasAddress: row.has_address === null ? null : Number(row.has_address) === 1,
    isUndone: row.undone_at !== null,
  }
}

// Of a batch the link that was made for it; of what was issued before, one from then that is still open.
export const lineNow = `SELECT l.line, l.outcome, l.credential, l.code, l.column_name, l.value, c.achievement, c.state,
    c.void_reason, c.undone_at, k.id AS claim, k.expires_at, k.used_at, m.state AS mail_state, m.reply_code, m.reply,
    CASE WHEN p.id IS NULL THEN NULL ELSE p.email IS NOT NULL END AS has_address
  FROM batch_line l LEFT JOIN credential c ON c.id = l.credential LEFT JOIN learner p ON p.id = c.learner
  LEFT JOIN claim k ON k.id = COALESCE(
    (SELECT id FROM claim WHERE about = l.batch AND learner = p.id),
    (SELECT id FROM claim WHERE learner = p.id AND used_at IS NULL ORDER BY expires_at DESC, id LIMIT 1))
  LEFT JOIN mail m ON m.kind = 'claim' AND m.about = l.batch AND m.learner = p.id`
