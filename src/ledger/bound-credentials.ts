import type { RevocationCode } from './credentials.ts'
import type { Database, Row } from './database.ts'
import { readSigned, type SignedRow } from './signed-row.ts'

/** A credential of an award for the wallet of one holder: an id, a status and signatures of its own. */
export interface BoundRecord extends SignedRow {
  /** Public id of the award's own credential. */
  readonly credential: string
  /** The DID that it is bound to; nobody's once erased. */
  readonly holder: string
  /** Why this one counts no more, where that is not told by its award. */
  readonly revocationCode: RevocationCode | null
}

const readRecord = (row: Row): BoundRecord => ({
  ...readSigned(row),
  credential: String(row.credential),
  holder: String(row.holder),
  revocationCode: row.revocation_code as RevocationCode | null,
})

type NewBound = Omit<BoundRecord, 'signed' | 'jwt' | 'issuedAt' | 'revokedAt' | 'revocationCode'>

/** What was bound to wallets. One award has at most one in force for a holder; a revoked one stays revoked. */
export class BoundCredentials {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Within the transaction that took its status index. */
  reserve(record: NewBound): void {
    this.#database.run(
      `INSERT INTO bound_credential (row_key, id, credential, holder, status_list, status_index, unsigned, reserved_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      record.rowKey,
      record.id,
      record.credential,
      record.holder,
      record.statusList,
      record.statusIndex,
      record.unsigned,
      record.reservedAt,
    )
  }

  /** `false` when another process signed it first, or it was revoked or erased meanwhile. */
  recordIssued(id: string, forms: { signed: string; jwt: string; issuedAt: string }): boolean {
    return this.#database.act(
      { action: 'wallet-issued', about: this.byId(id)?.credential ?? null, at: forms.issuedAt },
      `UPDATE bound_credential SET signed = ?, jwt = ?, issued_at = ?
       WHERE id = ? AND signed IS NULL AND revoked_at IS NULL AND unsigned <> ''`,
      forms.signed,
      forms.jwt,
      forms.issuedAt,
      id,
    )
  }

  byId(id: string): BoundRecord | undefined {
    const row = this.#database.get('SELECT * FROM bound_credential WHERE id = ?', id)
    return row && readRecord(row)
  }

  /** The one of this award and holder that is in force. */
  inForce(credential: string, holder: string): BoundRecord | undefined {
    const row = this.#database.get(
      'SELECT * FROM bound_credential WHERE credential = ? AND holder = ? AND revoked_at IS NULL',
      credential,
      holder,
    )
    return row && readRecord(row)
  }

  /** All of one award, the first first. */
  of(credential: string): BoundRecord[] {
    return this.#database
      .all('SELECT * FROM bound_credential WHERE credential = ? ORDER BY row_key', credential)
      .map(readRecord)
  }

  /** Issued ones in order, after a given row key; at most `limit`. */
  issued(after: string, limit: number): BoundRecord[] {
    return this.#database
      .all(
        'SELECT * FROM bound_credential WHERE signed IS NOT NULL AND row_key > ? ORDER BY row_key LIMIT ?',
        after,
        limit,
      )
      .map(readRecord)
  }

  /** Revokes one for good, within the caller's transaction. `false` when it was revoked before. */
  recordRevoked(id: string, at: string, code: RevocationCode): boolean {
    return this.#database.act(
      { action: 'wallet-revoked', about: this.byId(id)?.credential ?? null, detail: code, at },
      'UPDATE bound_credential SET revoked_at = ?, revocation_code = ? WHERE id = ? AND revoked_at IS NULL',
      at,
      code,
      id,
    )
  }
}
