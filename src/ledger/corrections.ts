import {
  type CorrectionRecord,
  type CorrectionState,
  type CorrectionsAsked,
  correctionColumns,
  type NewReservation,
  readCorrection,
} from './correction-record.ts'
import type { Database, Value } from './database.ts'

type NewCorrection = Pick<
  CorrectionRecord,
  'rowKey' | 'id' | 'credential' | 'state' | 'wish' | 'askedAt' | 'askedBy'
>

/** What was asked to be corrected, and what came of it. A record never goes back to an earlier state. */
export class Corrections {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  #one(where: string, ...values: Value[]): CorrectionRecord | undefined {
    const row = this.#database.get(
      `SELECT ${correctionColumns} FROM correction WHERE ${where}`,
      ...values,
    )
    return row && readCorrection(row)
  }

  /** Within a transaction; as `reserved` only where {@link reserve} follows in the same one. */
  open({ rowKey, id, credential, state, wish, askedAt, askedBy }: NewCorrection): void {
    this.#database.act(
      { action: 'correction-asked', about: credential, detail: id, at: askedAt },
      `INSERT INTO correction (row_key, id, credential, state, wish, asked_at, asked_by)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      rowKey,
      id,
      credential,
      state,
      wish,
      askedAt,
      askedBy,
    )
  }

  byId(id: string): CorrectionRecord | undefined {
    return this.#one('id = ?', id)
  }

  /** The one of a credential that is in this state; of several the newest. */
  inState(credential: string, state: CorrectionState): CorrectionRecord | undefined {
    return this.#one(
      'credential = ? AND state = ? ORDER BY row_key DESC LIMIT 1',
      credential,
      state,
    )
  }

  /** All of a credential, the oldest first. */
  of(credential: string): CorrectionRecord[] {
    return this.#database
      .all(
        `SELECT ${correctionColumns} FROM correction WHERE credential = ? ORDER BY row_key`,
        credential,
      )
      .map(readCorrection)
  }

  /** In the order they were asked for, with the course of each. */
  list({ state, after, limit }: CorrectionsAsked): (CorrectionRecord & { course: string })[] {
    const named = correctionColumns.replace(/\b\w+\b/g, 'k.$&')
    return this.#database
      .all(
        `SELECT ${named}, c.course FROM correction k JOIN credential c ON c.id = k.credential
         WHERE (? IS NULL OR k.state = ?) AND k.row_key > ? ORDER BY k.row_key LIMIT ?`,
        state,
        state,
        after,
        limit,
      )
      .map((row) => ({ ...readCorrection(row), course: String(row.course) }))
  }

  /** Within the transaction that took the status index. */
  reserve(id: string, reservation: NewReservation): void {
    this.#database.act(
      {
        action: 'correction-approved',
        about: this.byId(id)?.credential ?? null,
        detail: id,
        at: reservation.at,
      },
      `UPDATE correction SET state = 'reserved', changes = ?, note = ?, settled_at = ?, settled_by = ?, status_list = ?,
         status_index = ?, unsigned = ?, fingerprint = ? WHERE id = ? AND state IN ('asked', 'reserved') AND unsigned IS NULL`,
      reservation.changes,
      reservation.note,
      reservation.at,
      reservation.by,
      reservation.statusList,
      reservation.statusIndex,
      reservation.unsigned,
      reservation.fingerprint,
      id,
    )
  }

  /** `false` when it was settled before. */
  decline(id: string, answer: string, { at, by }: { at: string; by: string }): boolean {
    return this.#database.act(
      { action: 'correction-declined', about: this.byId(id)?.credential ?? null, detail: id, at },
      `UPDATE correction SET state = 'declined', answer = ?, settled_at = ?, settled_by = ?
       WHERE id = ? AND state = 'asked'`,
      answer,
      at,
      by,
      id,
    )
  }

  /** Gives a reserved one up; its status index stays taken for ever. `false` when another process settled it first. */
  recordVoid(id: string, why: string): boolean {
    return this.#database.act(
      { action: 'correction-void', about: this.byId(id)?.credential ?? null, detail: id },
      `UPDATE correction SET state = 'void', note = ?, unsigned = NULL, fingerprint = NULL
       WHERE id = ? AND state = 'reserved'`,
      why,
      id,
    )
  }

  /** Reserved ones in order, after a given row key; at most `limit`. */
  pending(after: string, limit: number): CorrectionRecord[] {
    return this.#database
      .all(
        `SELECT ${correctionColumns} FROM correction WHERE state = 'reserved' AND row_key > ? ORDER BY row_key LIMIT ?`,
        after,
        limit,
      )
      .map(readCorrection)
  }

  count(state: CorrectionState): number {
    const row = this.#database.get('SELECT count(*) AS n FROM correction WHERE state = ?', state)
    return Number(row?.n)
  }

  /** Its bytes and index belong to the credential from now on. `false` when another process was first. */
  recordDone(id: string, at: string): boolean {
    const changed = this.#database.run(
      `UPDATE correction SET state = 'done', settled_at = ?, status_list = NULL, status_index = NULL, unsigned = NULL,
         fingerprint = NULL WHERE id = ? AND state = 'reserved'`,
      at,
      id,
    )
    return changed === 1
  }
}
