import { type ActCounts, type ActItem, type ActItemState, itemOf } from './act-record.ts'
import type { Database } from './database.ts'

export type NewItem = Pick<ActItem, 'credential' | 'state' | 'code' | 'changes'>

/** What acts on many are to do to each credential, and what has become of it. */
export class ActItems {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The next ones of an act, from an ordinal on. Within a transaction. */
  add(act: string, from: number, items: readonly NewItem[]): void {
    for (const [index, { credential, state, code, changes }] of items.entries())
      this.#database.run(
        'INSERT INTO act_item (act, ordinal, credential, state, code, changes) VALUES (?, ?, ?, ?, ?, ?)',
        act,
        from + index,
        credential,
        state,
        code,
        changes,
      )
  }

  /** In order, after a given ordinal (-1 for the beginning). */
  after(id: string, after: number, limit: number): ActItem[] {
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
