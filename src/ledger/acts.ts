import {
  type ActCounts,
  type ActItem,
  type ActItemState,
  type ActRecord,
  type ActState,
  actOf,
  itemOf,
} from './act-record.ts'
import type { Database } from './database.ts'

export type NewAct = Omit<ActRecord, 'settledAt' | 'settledBy' | 'answer' | 'doneAt'>
export type NewItem = Pick<ActItem, 'credential' | 'state' | 'code' | 'changes'>

export interface ActsAsked {
  readonly state: ActState | null
  /** Row key of the last one seen. */
  readonly after: string | null
  readonly limit: number
}

/** What was done to many at once, or waits for leave: each with its items, so that a crash leaves nothing half told. */
export class Acts {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Within a transaction. */
  open(act: NewAct, items: readonly NewItem[]): void {
    this.#database.run(
      `INSERT INTO act (row_key, id, kind, state, code, note, everybody, courses, digest, asked_at, asked_by, ends_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      act.rowKey,
      act.id,
      act.kind,
      act.state,
      act.code,
      act.note,
      act.everybody ? 1 : 0,
      JSON.stringify(act.courses),
      act.digest,
      act.askedAt,
      act.askedBy,
      act.endsAt,
    )
    for (const [ordinal, { credential, state, code, changes }] of items.entries())
      this.#database.run(
        'INSERT INTO act_item (act, ordinal, credential, state, code, changes) VALUES (?, ?, ?, ?, ?, ?)',
        act.id,
        ordinal,
        credential,
        state,
        code,
        changes,
      )
  }

  byId(id: string): ActRecord | undefined {
    const row = this.#database.get('SELECT * FROM act WHERE id = ?', id)
    return row && actOf(row)
  }

  /** The one of this digest that is not through yet. */
  openWith(digest: string): ActRecord | undefined {
    const row = this.#database.get(
      `SELECT * FROM act WHERE digest = ? AND state IN ('asked', 'running', 'paused') LIMIT 1`,
      digest,
    )
    return row && actOf(row)
  }

  /** The newest first. */
  list({ state, after, limit }: ActsAsked): ActRecord[] {
    return this.#database
      .all(
        `SELECT * FROM act WHERE (? IS NULL OR state = ?) AND (? IS NULL OR row_key < ?) ORDER BY row_key DESC LIMIT ?`,
        state,
        state,
        after,
        after,
        limit,
      )
      .map(actOf)
  }

  /** Ids of those that are to be gone on with, the oldest first. */
  running(): string[] {
    return this.#database
      .all(`SELECT id FROM act WHERE state = 'running' ORDER BY row_key`)
      .map((row) => String(row.id))
  }

  /** A second person has answered; `false` when it does not wait for one any more. */
  settle(
    id: string,
    state: 'running' | 'refused',
    {
      at,
      by,
      answer,
    }: { readonly at: string; readonly by: string; readonly answer: string | null },
  ): boolean {
    const changed = this.#database.run(
      `UPDATE act SET state = ?, settled_at = ?, settled_by = ?, answer = ? WHERE id = ? AND state = 'asked'`,
      state,
      at,
      by,
      answer,
      id,
    )
    return changed === 1
  }

  /** From one state to another; `false` when it is in neither. */
  turn(id: string, from: ActState, to: ActState): boolean {
    const changed = this.#database.run(
      'UPDATE act SET state = ? WHERE id = ? AND state IN (?, ?)',
      to,
      id,
      from,
      to,
    )
    return changed === 1
  }

  isAnyOverdue(now: string): boolean {
    const row = this.#database.get(
      `SELECT 1 AS found FROM act WHERE state = 'asked' AND ends_at <= ? LIMIT 1`,
      now,
    )
    return row !== undefined
  }

  /** Those that nobody answered in time; their ids. Within a transaction. */
  endOverdue(now: string): string[] {
    const over = `state = 'asked' AND ends_at <= ?`
    const ids = this.#database
      .all(`SELECT id FROM act WHERE ${over}`, now)
      .map((row) => String(row.id))
    if (ids.length > 0)
      this.#database.run(`UPDATE act SET state = 'ended', settled_at = ? WHERE ${over}`, now, now)
    return ids
  }

  /** Marks as done what has nothing left to do; `false` where there is something. */
  closeIfDone(id: string, at: string): boolean {
    const changed = this.#database.run(
      `UPDATE act SET state = 'done', done_at = ? WHERE id = ? AND state = 'running' AND NOT EXISTS
         (SELECT 1 FROM act_item WHERE act = ? AND state IN ('open', 'begun'))`,
      at,
      id,
      id,
    )
    if (changed === 1) this.#forgetErased(id)
    return changed === 1
  }

  /** Its reason could name somebody who was erased meanwhile. */
  #forgetErased(id: string): void {
    this.#database.run(
      `UPDATE act SET note = NULL WHERE id = ? AND EXISTS
         (SELECT 1 FROM act_item i JOIN credential c ON c.id = i.credential WHERE i.act = ? AND c.erased_at IS NOT NULL)`,
      id,
      id,
    )
  }

  /** In order, after a given ordinal (-1 for the beginning). */
  items(id: string, after: number, limit: number): ActItem[] {
    return this.#database
      .all(
        'SELECT * FROM act_item WHERE act = ? AND ordinal > ? ORDER BY ordinal LIMIT ?',
        id,
        after,
        limit,
      )
      .map(itemOf)
  }

  /** The next ones in this state. */
  next(id: string, state: 'open' | 'begun', limit: number): ActItem[] {
    return this.#database
      .all(
        'SELECT * FROM act_item WHERE act = ? AND state = ? ORDER BY ordinal LIMIT ?',
        id,
        state,
        limit,
      )
      .map(itemOf)
  }

  /** What has become of an item. Within a transaction that has read it as open or begun. */
  mark(
    act: string,
    ordinal: number,
    {
      state,
      code,
      about = null,
      at,
    }: {
      readonly state: ActItemState
      readonly code: string | null
      readonly about?: string | null
      readonly at: string | null
    },
  ): void {
    this.#database.run(
      `UPDATE act_item SET state = ?, code = ?, about = COALESCE(?, about), done_at = ?
       WHERE act = ? AND ordinal = ? AND state IN ('open', 'begun')`,
      state,
      code,
      about,
      at,
      act,
      ordinal,
    )
  }

  counts(id: string): ActCounts {
    const counts = { open: 0, begun: 0, done: 0, failed: 0, 'left-out': 0 }
    for (const row of this.#database.all(
      'SELECT state, count(*) AS n FROM act_item WHERE act = ? GROUP BY state',
      id,
    ))
      counts[row.state as ActItemState] = Number(row.n)
    return counts
  }

  /** How many there are of each outcome, by state and code. */
  outcomes(
    id: string,
  ): { readonly state: ActItemState; readonly code: string; readonly count: number }[] {
    return this.#database
      .all(
        `SELECT state, code, count(*) AS n FROM act_item WHERE act = ? AND code IS NOT NULL
         GROUP BY state, code ORDER BY state, code`,
        id,
      )
      .map((row) => ({
        state: row.state as ActItemState,
        code: String(row.code),
        count: Number(row.n),
      }))
  }
}
