import type { CredentialRecord, RevocationCode } from './credentials.ts'
import type { Database } from './database.ts'

/** Tells one version of a credential from another: no two ever share a status index. */
export const versionOf = ({
  statusList,
  statusIndex,
}: Pick<CredentialRecord, 'statusList' | 'statusIndex'>): string => `${statusList}-${statusIndex}`

/** A version that no longer counts, without anything it said. */
export interface SupersededRecord {
  readonly statusList: number
  readonly statusIndex: number
  readonly issuedAt: string
  readonly replacedAt: string
  readonly reason: RevocationCode
}

export interface NextVersion {
  readonly unsigned: string
  readonly signed: string
  readonly jwt: string
  readonly statusList: number
  readonly statusIndex: number
  readonly fingerprint: string
  readonly at: string
  /** Why the version before counts no more; public. */
  readonly reason: RevocationCode
}

/** How one version of a credential takes the place of another. Within the caller's transaction. */
export class Versions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Of the old version nothing is kept but its status index, which reads revoked from now on. */
  replace(held: CredentialRecord, next: NextVersion, rowKey: string): void {
    this.#database.run(
      `INSERT INTO superseded (row_key, credential, status_list, status_index, issued_at, replaced_at, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      rowKey,
      held.id,
      held.statusList,
      held.statusIndex,
      held.correctedAt ?? held.issuedAt,
      next.at,
      next.reason,
    )
    this.#database.run(
      `UPDATE credential SET unsigned = ?, signed = ?, jwt = ?, status_list = ?, status_index = ?, fingerprint = ?,
         corrected_at = ? WHERE id = ?`,
      next.unsigned,
      next.signed,
      next.jwt,
      next.statusList,
      next.statusIndex,
      next.fingerprint,
      next.at,
      held.id,
    )
    this.#database.audit.append({
      action: 'credential-replaced',
      about: held.id,
      detail: next.reason,
      at: next.at,
    })
  }

  /** Those of a credential that no longer count, the oldest first. */
  superseded(credential: string): SupersededRecord[] {
    return this.#database
      .all(
        'SELECT * FROM superseded WHERE credential = ? ORDER BY replaced_at, row_key',
        credential,
      )
      .map((row) => ({
        statusList: Number(row.status_list),
        statusIndex: Number(row.status_index),
        issuedAt: String(row.issued_at),
        replacedAt: String(row.replaced_at),
        reason: row.reason as RevocationCode,
      }))
  }

  /** Places in status lists that were given to more than one version: there must never be any. */
  sharedIndexes(): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM (SELECT 1 FROM taken_index GROUP BY status_list, status_index HAVING count(*) > 1) AS shared`,
    )
    return Number(row?.n)
  }
}
