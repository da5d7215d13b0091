import type { Database, Row } from './database.ts'
import type { LettersWanted } from './letters.ts'
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

export interface BatchRecord {
  readonly id: string
  readonly course: string
  readonly run: string
  readonly requestedBy: string
  readonly state: 'reading' | 'reserved' | 'failed'
  readonly createdAt: string
  readonly letters: LettersWanted
  /** Who was asked to issue it: a partner's id, or `programme`; `null` for whoever issues each achievement. */
  readonly issuer: string | null
}

/** Counts of one batch: what its lines led to, and how far signing has come. */
export interface BatchProgress {
  readonly lines: number
  readonly reserved: number
  readonly issued: number
  readonly void: number
  readonly outcomes: Readonly<Partial<Record<LineOutcome, number>>>
}

function readLine(row: Row): BatchLineNow {
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
  }
}

// Of a batch the link that was made for it; of what was issued before, one from then that is still open.
const lineNow = `SELECT l.line, l.outcome, l.credential, l.code, l.column_name, l.value, c.achievement, c.state,
    c.void_reason, k.id AS claim, k.expires_at, k.used_at, m.state AS mail_state, m.reply_code, m.reply,
    CASE WHEN p.id IS NULL THEN NULL ELSE p.email IS NOT NULL END AS has_address
  FROM batch_line l LEFT JOIN credential c ON c.id = l.credential LEFT JOIN learner p ON p.id = c.learner
  LEFT JOIN claim k ON k.id = COALESCE(
    (SELECT id FROM claim WHERE about = l.batch AND learner = p.id),
    (SELECT id FROM claim WHERE learner = p.id AND used_at IS NULL ORDER BY expires_at DESC, id LIMIT 1))
  LEFT JOIN mail m ON m.kind = 'claim' AND m.about = l.batch AND m.learner = p.id`

/** Imports and what each of their lines came to. */
export class Batches {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  open(batch: Omit<BatchRecord, 'state'>): void {
    this.#database.act(
      { action: 'import-begun', about: batch.id, at: batch.createdAt },
      `INSERT INTO batch (id, course, run, requested_by, state, created_at, letters, issuer)
       VALUES (?, ?, ?, ?, 'reading', ?, ?, ?)`,
      batch.id,
      batch.course,
      batch.run,
      batch.requestedBy,
      batch.createdAt,
      batch.letters,
      batch.issuer,
    )
  }

  setState(id: string, state: BatchRecord['state']): void {
    const action = state === 'failed' ? 'import-failed' : 'import-reserved'
    this.#database.act({ action, about: id }, 'UPDATE batch SET state = ? WHERE id = ?', state, id)
  }

  /** Batches whose process died while it read: what they reserved stays, the rest was never promised. */
  failAbandoned(): void {
    this.#database.run(`UPDATE batch SET state = 'failed' WHERE state = 'reading'`)
  }

  addLine(batch: string, ordinal: number, line: BatchLine): void {
    this.#database.run(
      `INSERT INTO batch_line (batch, line, ordinal, outcome, credential, code, column_name, value)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      batch,
      line.line,
      ordinal,
      line.outcome,
      line.credential,
      line.code,
      line.column,
      line.value,
    )
  }

  /** The line behind the last one, from 1: for a batch that is added to. */
  nextLine(batch: string): number {
    const row = this.#database.get(
      'SELECT coalesce(max(line), 0) + 1 AS line FROM batch_line WHERE batch = ?',
      batch,
    )
    return Number(row?.line)
  }

  byId(id: string): BatchRecord | undefined {
    const row = this.#database.get('SELECT * FROM batch WHERE id = ?', id)
    return (
      row && {
        id: String(row.id),
        course: String(row.course),
        run: String(row.run),
        requestedBy: String(row.requested_by),
        state: row.state as BatchRecord['state'],
        createdAt: String(row.created_at),
        letters: row.letters as LettersWanted,
        issuer: row.issuer as string | null,
      }
    )
  }

  /** Lines in file order, a page at a time: after a given (line, ordinal), at most `limit`. */
  lines(id: string, after: { line: number; offset: number }, limit: number): BatchLineNow[] {
    return this.#database
      .all(
        `${lineNow} WHERE l.batch = ? AND l.line >= ? ORDER BY l.line, l.ordinal LIMIT ? OFFSET ?`,
        id,
        after.line,
        limit,
        after.offset,
      )
      .map(readLine)
  }

  progress(id: string): BatchProgress {
    const outcomes = this.#database.all(
      'SELECT outcome, count(*) AS n FROM batch_line WHERE batch = ? GROUP BY outcome',
      id,
    )
    const states = this.#database.all(
      `SELECT c.state, count(*) AS n FROM batch_line l JOIN credential c ON c.id = l.credential
       WHERE l.batch = ? AND l.outcome = 'reserved' GROUP BY c.state`,
      id,
    )
    const lines = this.#database.get(
      'SELECT count(DISTINCT line) AS n FROM batch_line WHERE batch = ?',
      id,
    )
    const inState = (state: string) => Number(states.find((row) => row.state === state)?.n ?? 0)
    return {
      lines: Number(lines?.n),
      reserved: inState('reserved'),
      issued: inState('issued'),
      void: inState('void'),
      outcomes: Object.fromEntries(outcomes.map((row) => [row.outcome, Number(row.n)])),
    }
  }
}
