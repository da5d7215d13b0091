import type { Database, Row } from './database.ts'

/** `gone`: withdrawn for good by whoever issued it. `unclear`: suspended, or nobody could look. */
export type SupportState = 'standing' | 'gone' | 'unclear'

/** A credential that an eligibility credential of ours rests on. */
export interface SupportRecord {
  /** Public id of the one that rests on it. */
  readonly credential: string
  /** Id as it was signed. */
  readonly restsOn: string
  /** SHA-256 of the text that was checked, as in Subresource Integrity. */
  readonly digest: string
  readonly issuer: string
  /** `credentialStatus` as it was signed; `null` for none. */
  readonly status: unknown
  readonly state: SupportState
  /** When its status was last asked for, whether or not it could be had. */
  readonly lookedAt: string
  /** End of the one that rests on it: from then on nobody looks any more. */
  readonly holdsUntil: string
}

const columns = 'credential, rests_on, digest, issuer, status, state, looked_at, holds_until'

const readSupport = (row: Row): SupportRecord => ({
  credential: String(row.credential),
  restsOn: String(row.rests_on),
  digest: String(row.digest),
  issuer: String(row.issuer),
  status: row.status === null ? null : JSON.parse(String(row.status)),
  state: row.state as SupportState,
  lookedAt: String(row.looked_at),
  holdsUntil: String(row.holds_until),
})

/** What each eligibility credential rests on, so that it can be looked at again: no names, no results. */
export class Supports {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Within the transaction of the reservation. */
  add(support: SupportRecord): void {
    this.#database.run(
      `INSERT INTO support (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      support.credential,
      support.restsOn,
      support.digest,
      support.issuer,
      support.status === null ? null : JSON.stringify(support.status),
      support.state,
      support.lookedAt,
      support.holdsUntil,
    )
  }

  of(credential: string): SupportRecord[] {
    return this.#database
      .all(`SELECT ${columns} FROM support WHERE credential = ? ORDER BY rests_on`, credential)
      .map(readSupport)
  }

  /**
   * Credentials that rest on others and are issued, not revoked and not over at a moment, in the order of their ids,
   * after a given one; at most `limit`.
   */
  resting(after: string, moment: string, limit: number): string[] {
    return this.#database
      .all(
        `SELECT DISTINCT support.credential FROM support JOIN credential ON credential.id = support.credential
         WHERE support.credential > ? AND credential.state = 'issued' AND credential.revoked_at IS NULL
           AND support.holds_until > ?
         ORDER BY support.credential LIMIT ?`,
        after,
        moment,
        limit,
      )
      .map((row) => String(row.credential))
  }

  /** Of one of ours that was revoked, within the same transaction: nothing that rests on it goes by it any more. */
  recordGone(restsOn: string, at: string): void {
    this.#database.run(
      `UPDATE support SET state = 'gone', looked_at = ? WHERE rests_on = ?`,
      at,
      restsOn,
    )
  }

  /** Of one of ours that was corrected, within the same transaction: what rests on it goes by the new version. */
  recordCorrected(restsOn: string, status: unknown): void {
    this.#database.run(
      `UPDATE support SET status = ? WHERE rests_on = ? AND status IS NOT NULL`,
      JSON.stringify(status),
      restsOn,
    )
  }

  /** What is gone stays so: it may have been revoked while the look was under way. */
  recordLook(look: Pick<SupportRecord, 'credential' | 'restsOn' | 'state' | 'lookedAt'>): void {
    this.#database.run(
      `UPDATE support SET state = CASE state WHEN 'gone' THEN state ELSE ? END, looked_at = ?
       WHERE credential = ? AND rests_on = ?`,
      look.state,
      look.lookedAt,
      look.credential,
      look.restsOn,
    )
  }
}
