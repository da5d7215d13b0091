import type { Database } from './database.ts'
import { timeOrderedKey } from './identifiers.ts'

/** A time of which this ledger knows nothing, because it was put back from an older copy. */
export interface LedgerGap {
  readonly from: string
  readonly to: string
}

// Numbers of lists that were begun in a gap are not known; no gap is so long that it fills this many.
const listsApart = 1_000

/** What a ledger that was put back from a copy has to know of itself. */
export class Gaps {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** The oldest first. */
  all(): LedgerGap[] {
    return this.#database
      .all('SELECT begins_at, ends_at FROM gap ORDER BY row_key')
      .map((row) => ({ from: String(row.begins_at), to: String(row.ends_at) }))
  }

  /**
   * Notes a gap, in one transaction with everything that follows from it: no place of a status list that may have been
   * given out meanwhile is ever drawn, whoever was signed in is signed out, and no letter that may have been sent goes out
   * by itself.
   *
   * @param length of status lists, in bits.
   */
  note({ from, to }: LedgerGap, now: Date, length: number): void {
    const at = now.toISOString()
    this.#database.run(
      'INSERT INTO gap (row_key, begins_at, ends_at, noted_at) VALUES (?, ?, ?, ?)',
      timeOrderedKey(now),
      from,
      to,
      at,
    )
    this.#closeLists(at, length)
    this.#database.run('DELETE FROM desk_session')
    this.#database.run('DELETE FROM holder_session')
    this.#database.run(
      `UPDATE mail SET state = 'unclear', changed_at = ? WHERE state IN ('waiting', 'sending')`,
      at,
    )
  }

  #closeLists(at: string, length: number): void {
    const newest = Number(this.#database.get('SELECT max(number) AS n FROM status_list')?.n ?? 0)
    this.#database.run('UPDATE status_list SET closed_at = ? WHERE closed_at IS NULL', at)
    this.#database.run(
      'INSERT INTO status_list (number, length, taken, version) VALUES (?, ?, 0, 1)',
      (Math.floor(newest / listsApart) + 1) * listsApart,
      length,
    )
  }
}
