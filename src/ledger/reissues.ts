import type { Database } from './database.ts'
import {
  type NewReissue,
  type ReissueRecord,
  type ReissueState,
  readReissue,
} from './reissue-record.ts'

/** A command to sign anew all that one key had signed. */
export interface ReissueRun {
  readonly keyId: string
  readonly orderedAt: string
  readonly orderedBy: string
  /** `null` while it is not through: the next start goes on with it. */
  readonly endedAt: string | null
}

/** What is being signed anew, and what came of it. A record never goes back to an earlier state. */
export class Reissues {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Within the transaction that took its status index. */
  reserve(record: NewReissue): void {
    this.#database.run(
      `INSERT INTO reissue (row_key, id, credential, reason, key_id, state, status_list, status_index, unsigned, ordered_at, ordered_by)
       VALUES (?, ?, ?, ?, ?, 'reserved', ?, ?, ?, ?, ?)`,
      record.rowKey,
      record.id,
      record.credential,
      record.reason,
      record.keyId,
      record.statusList,
      record.statusIndex,
      record.unsigned,
      record.orderedAt,
      record.orderedBy,
    )
  }

  byId(id: string): ReissueRecord | undefined {
    const row = this.#database.get('SELECT * FROM reissue WHERE id = ?', id)
    return row && readReissue(row)
  }

  /** The one of a credential that is in this state; of several the newest. */
  inState(credential: string, state: ReissueState): ReissueRecord | undefined {
    const row = this.#database.get(
      'SELECT * FROM reissue WHERE credential = ? AND state = ? ORDER BY row_key DESC LIMIT 1',
      credential,
      state,
    )
    return row && readReissue(row)
  }

  /** Reserved ones in order, after a given row key; at most `limit`. */
  pending(after: string, limit: number): ReissueRecord[] {
    return this.#database
      .all(
        `SELECT * FROM reissue WHERE state = 'reserved' AND row_key > ? ORDER BY row_key LIMIT ?`,
        after,
        limit,
      )
      .map(readReissue)
  }

  /** Its bytes and index belong to the credential from now on. `false` when another process was first. */
  recordDone(id: string, at: string): boolean {
    const changed = this.#database.run(
      `UPDATE reissue SET state = 'done', settled_at = ?, status_list = NULL, status_index = NULL, unsigned = NULL
       WHERE id = ? AND state = 'reserved'`,
      at,
      id,
    )
    return changed === 1
  }

  /** Gives a reserved one up; its status index stays taken for ever. `false` when another process settled it first. */
  recordVoid(id: string, why: string, at: string): boolean {
    const changed = this.#database.run(
      `UPDATE reissue SET state = 'void', settled_at = ?, void_reason = ?, unsigned = NULL
       WHERE id = ? AND state = 'reserved'`,
      at,
      why,
      id,
    )
    return changed === 1
  }

  count(state: ReissueState): number {
    const row = this.#database.get('SELECT count(*) AS n FROM reissue WHERE state = ?', state)
    return Number(row?.n)
  }

  /** How many of what one key had signed are in a state. */
  countOf(keyId: string, state: ReissueState): number {
    const row = this.#database.get(
      'SELECT count(*) AS n FROM reissue WHERE key_id = ? AND state = ?',
      keyId,
      state,
    )
    return Number(row?.n)
  }

  /** Notes that all that a key signed is to be signed anew; once more where that was done before. */
  beginRun(keyId: string, orderedBy: string, orderedAt: string): void {
    this.#database.act(
      { action: 'reissue-begun', about: keyId, at: orderedAt },
      `INSERT INTO reissue_run (key_id, ordered_at, ordered_by) VALUES (?, ?, ?)
       ON CONFLICT (key_id) DO UPDATE SET ordered_at = excluded.ordered_at, ordered_by = excluded.ordered_by, ended_at = NULL`,
      keyId,
      orderedAt,
      orderedBy,
    )
  }

  endRun(keyId: string, at: string): void {
    this.#database.run('UPDATE reissue_run SET ended_at = ? WHERE key_id = ?', at, keyId)
  }

  /** Every such command there was, the oldest first. */
  runs(): ReissueRun[] {
    return this.#database
      .all('SELECT * FROM reissue_run ORDER BY ordered_at, key_id')
      .map((row) => ({
        keyId: String(row.key_id),
        orderedAt: String(row.ordered_at),
        orderedBy: String(row.ordered_by),
        endedAt: row.ended_at as string | null,
      }))
  }
}
