import type { Row } from './database.ts'

/** What is recorded of everything that is signed: the bytes before and after, its status, and when. */
export interface SignedRow {
  readonly rowKey: string
  /** The random id in `/c/{id}`. */
  readonly id: string
  readonly statusList: number
  readonly statusIndex: number
  /** JSON text of what is to be signed, exactly. */
  readonly unsigned: string
  /** JSON text of the signed credential; the bytes handed out. */
  readonly signed: string | null
  readonly jwt: string | null
  readonly reservedAt: string
  readonly issuedAt: string | null
  readonly revokedAt: string | null
}

export const readSigned = (row: Row): SignedRow => ({
  rowKey: String(row.row_key),
  id: String(row.id),
  statusList: Number(row.status_list),
  statusIndex: Number(row.status_index),
  unsigned: String(row.unsigned),
  signed: row.signed as string | null,
  jwt: row.jwt as string | null,
  reservedAt: String(row.reserved_at),
  issuedAt: row.issued_at as string | null,
  revokedAt: row.revoked_at as string | null,
})
