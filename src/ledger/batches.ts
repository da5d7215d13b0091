import {
  type BatchLine,
  type BatchLineNow,
  type LineOutcome,
  lineNow,
  readLine,
} from './batch-lines.ts'
import type { Database, Row } from './database.ts'
import type { LettersWanted } from './letters.ts'

export interface BatchRecord {
  readonly id: string
  readonly course: string
  readonly run: string
  readonly requestedBy: string
  readonly state: 'reading' | 'reserved' | 'failed'
  readonly createdAt: string
  readonly letters: LettersWanted
  /** Of the file as it was handed in. */
  readonly fileName: string | null
  /** Until when nobody is told, and all of it can be undone; `null` where it never could be. */
  readonly heldUntil: string | null
  /** Since when nothing of it is signed and nobody is told. */
  readonly pausedAt: string | null
  /** When it began to be undone, and when that was through. */
  readonly undoAt: string | null
  readonly undoneAt: string | null
  /** Who was asked to issue it: a partner's id, or `programme`; `null` for whoever issues each achievement. */
  readonly issuer: string | null
}

export type NewBatch = Omit<BatchRecord, 'state' | 'pausedAt' | 'undoAt' | 'undoneAt'>

/** How far signing of a batch has come. */
export interface BatchSigning {
  readonly reserved: number
  readonly issued: number
  readonly void: number
  /** Taken back, whether they had been signed or not; counted nowhere else. */
  readonly undone: number
}

/** Counts of one batch: what its lines led to, and how far signing has come. */
export interface BatchProgress extends BatchSigning {
  readonly lines: number
  readonly outcomes: Readonly<Partial<Record<LineOutcome, number>>>
}

const readBatch = (row: Row): BatchRecord => ({
  id: String(row.id),
  course: String(row.course),
  run: String(row.run),
  requestedBy: String(row.requested_by),
  state: row.state as BatchRecord['state'],
  createdAt: String(row.created_at),
  letters: row.letters as LettersWanted,
  fileName: row.file_name as string | null,
  issuer: row.issuer as string | null,
  heldUntil: row.held_until as string | null,
  pausedAt: row.paused_at as string | null,
  undoAt: row.undo_at as string | null,
  undoneAt: row.undone_at as string | null,
})

const settling = {
  reading: 'import-begun',
  reserved: 'import-reserved',
  failed: 'import-failed',
} as const

/** Imports and what each of their lines came to. */
export class Batches {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  open(batch: NewBatch): void {
    this.#database.act(
      { action: 'import-begun', about: batch.id, at: batch.createdAt },
      `INSERT INTO batch (id, course, run, requested_by, state, created_at, letters, file_name, held_until, issuer)
       VALUES (?, ?, ?, ?, 'reading', ?, ?, ?, ?, ?)`,
      batch.id,
      batch.course,
      batch.run,
      batch.requestedBy,
      batch.createdAt,
      batch.letters,
      batch.fileName,
      batch.heldUntil,
      batch.issuer,
    )
  }

  /** What is reserved to its end stays so, whatever another process that reads the same file makes of it. */
  setState(id: string, state: BatchRecord['state']): void {
    const action = settling[state]
    this.#database.act(
      { action, about: id },
      `UPDATE batch SET state = ? WHERE id = ? AND state <> 'reserved'`,
      state,
      id,
    )
  }

  /**
   * Batches whose process died while it read: what they reserved stays, the rest was never promised. Those of a draft
   * are read on from where they stopped, for their file is kept.
   */
  failAbandoned(): void {
    this.#database.run(
      `UPDATE batch SET state = 'failed' WHERE state = 'reading'
         AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.batch = batch.id)`,
    )
  }

  /** The last line that was written down; 0 before the first. */
  lastLine(batch: string): number {
    const row = this.#database.get('SELECT max(line) AS n FROM batch_line WHERE batch = ?', batch)
    return Number(row?.n ?? 0)
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
    return row && readBatch(row)
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

  /** The newest first, after a given one; of these courses alone, where any are named. */
  recent(
    courses: readonly string[],
    page: { readonly before: string | null; readonly limit: number },
  ): BatchRecord[] {
    const among = courses.length > 0 ? `course IN (${courses.map(() => '?').join(', ')})` : '1 = 1'
    const earlier = '(created_at, id) < (SELECT created_at, id FROM batch WHERE id = ?)'
    return this.#database
      .all(
        `SELECT * FROM batch WHERE ${among} ${page.before === null ? '' : `AND ${earlier}`}
         ORDER BY created_at DESC, id DESC LIMIT ?`,
        ...courses,
        ...(page.before === null ? [] : [page.before]),
        page.limit,
      )
      .map(readBatch)
  }

  /** How far signing has come; quick, also of a batch of a hundred thousand. */
  signing(id: string): BatchSigning {
    const bound = this.#database.all(
      `SELECT state, undone_at IS NOT NULL AS is_undone, count(*) AS n FROM credential WHERE batch = ?
       GROUP BY state, undone_at IS NOT NULL`,
      id,
    )
    // Before credentials named their batch.
    const states =
      bound.length > 0
        ? bound
        : this.#database.all(
            `SELECT c.state, 0 AS is_undone, count(*) AS n FROM batch_line l
             JOIN credential c ON c.id = l.credential
             WHERE l.batch = ? AND l.outcome = 'reserved' GROUP BY c.state`,
            id,
          )
    const among = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + Number(row.n), 0)
    const standing = states.filter((row) => Number(row.is_undone) === 0)
    const inState = (state: string) => among(standing.filter((row) => row.state === state))
    return {
      reserved: inState('reserved'),
      issued: inState('issued'),
      void: inState('void'),
      undone: among(states.filter((row) => Number(row.is_undone) === 1)),
    }
  }

  /** How many of a batch were signed since an instant. */
  issuedSince(id: string, since: string): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM credential
       WHERE batch = ? AND state = 'issued' AND undone_at IS NULL AND issued_at > ?`,
      id,
      since,
    )
    return Number(row?.n)
  }

  /** What its lines led to; the same for ever once all of them are read. */
  outcomes(id: string): Pick<BatchProgress, 'lines' | 'outcomes'> {
    const outcomes = this.#database.all(
      'SELECT outcome, count(*) AS n FROM batch_line WHERE batch = ? GROUP BY outcome',
      id,
    )
    const lines = this.#database.get(
      'SELECT count(DISTINCT line) AS n FROM batch_line WHERE batch = ?',
      id,
    )
    return {
      lines: Number(lines?.n),
      outcomes: Object.fromEntries(outcomes.map((row) => [row.outcome, Number(row.n)])),
    }
  }

  progress(id: string): BatchProgress {
    return { ...this.outcomes(id), ...this.signing(id) }
  }
}
