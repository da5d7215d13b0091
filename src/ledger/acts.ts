import { type ActRecord, type ActState, actOf } from './act-record.ts'
import type { Database } from './database.ts'

export type NewAct = Omit<ActRecord, 'state' | 'settledAt' | 'settledBy' | 'answer' | 'doneAt'>

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

  /** One that is nothing yet: its items come next, some at a time, and {@link begin} makes it what it is to be. */
  open(act: NewAct): void {
    this.#database.run(
      `INSERT INTO act (row_key, id, kind, state, code, note, everybody, courses, digest, asked_at, asked_by, ends_at)
       VALUES (?, ?, ?, 'ended', ?, ?, ?, ?, ?, ?, ?, ?)`,
      act.rowKey,
      act.id,
      act.kind,
      act.code,
      act.note,
      act.everybody ? 1 : 0,
      JSON.stringify(act.courses),
      act.digest,
      act.askedAt,
      act.askedBy,
      act.endsAt,
    )
  }

  /** It has all its items: it waits for a second person, or is done from now on. */
  begin(id: string, state: 'asked' | 'running', detail: string): void {
    this.#database.act(
      { action: state === 'asked' ? 'act-asked' : 'act-begun', about: id, detail },
      `UPDATE act SET state = ? WHERE id = ? AND state = 'ended' AND settled_at IS NULL`,
      state,
      id,
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
    return this.#database.act(
      { action: state === 'running' ? 'act-approved' : 'act-refused', about: id, at },
      `UPDATE act SET state = ?, settled_at = ?, settled_by = ?, answer = ? WHERE id = ? AND state = 'asked'`,
      state,
      at,
      by,
      answer,
      id,
    )
  }

  /** From one state to another; `false` when it is in neither. */
  turn(id: string, from: 'running' | 'paused', to: 'running' | 'paused'): boolean {
    return this.#database.act(
      { action: to === 'paused' ? 'act-paused' : 'act-resumed', about: id },
      'UPDATE act SET state = ? WHERE id = ? AND state IN (?, ?)',
      to,
      id,
      from,
      to,
    )
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
    for (const id of ids)
      this.#database.act(
        { action: 'act-ended', about: id, at: now },
        `UPDATE act SET state = 'ended', settled_at = ? WHERE id = ?`,
        now,
        id,
      )
    return ids
  }

  /** Marks as done what has nothing left to do; `false` where there is something. */
  closeIfDone(id: string, at: string): boolean {
    const isDone = this.#database.act(
      { action: 'act-done', about: id, at },
      `UPDATE act SET state = 'done', done_at = ? WHERE id = ? AND state = 'running' AND NOT EXISTS
         (SELECT 1 FROM act_item WHERE act = ? AND state IN ('open', 'begun'))`,
      at,
      id,
      id,
    )
    if (isDone) this.#forgetErased(id)
    return isDone
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
}
