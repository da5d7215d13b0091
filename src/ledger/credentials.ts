import type { Language } from '../language.ts'
import type { Database, Row, Value } from './database.ts'
import { readSigned, type SignedRow } from './signed-row.ts'

export type CredentialState = 'reserved' | 'issued' | 'void'

/** Public reason of a revocation; the free text beside it stays private. */
export const revocationCodes = [
  'replaced',
  'issued-in-error',
  'requested-by-holder',
  'achievement-withdrawn',
  'support-withdrawn',
  'key-compromised',
  'unspecified',
] as const
export type RevocationCode = (typeof revocationCodes)[number]

/** Who gets to see it: its holder alone, whoever has the link, or everybody, search engines too. */
export const visibilities = ['private', 'link', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/** Everything recorded of one credential. */
export interface CredentialRecord extends SignedRow {
  readonly learner: string
  readonly achievement: string
  readonly course: string
  readonly run: string
  readonly language: Language
  readonly fingerprint: string
  readonly state: CredentialState
  readonly voidReason: string | null
  readonly revocationCode: RevocationCode | null
  readonly visibility: Visibility
  /** When the version it now is was recorded; `null` while it is the first one. */
  readonly correctedAt: string | null
  /** Since then there is nothing left of it but its id, its status and what was earned where. */
  readonly erasedAt: string | null
  /** The import that brought it; `null` of what came in another way, or before batches were named here. */
  readonly batch: string | null
  /** When its import was undone: its natural key is free since then. */
  readonly undoneAt: string | null
}

export const credentialColumns = `row_key, id, learner, achievement, course, run, language, fingerprint, state, status_list,
  status_index, unsigned, signed, jwt, reserved_at, issued_at, void_reason, revoked_at, revocation_code, visibility,
  corrected_at, erased_at, batch, undone_at`

export const readRecord = (row: Row): CredentialRecord => ({
  ...readSigned(row),
  learner: String(row.learner),
  achievement: String(row.achievement),
  course: String(row.course),
  run: String(row.run),
  language: row.language as Language,
  fingerprint: String(row.fingerprint),
  state: row.state as CredentialState,
  voidReason: row.void_reason as string | null,
  revocationCode: row.revocation_code as RevocationCode | null,
  visibility: row.visibility as Visibility,
  correctedAt: row.corrected_at as string | null,
  erasedAt: row.erased_at as string | null,
  batch: row.batch as string | null,
  undoneAt: row.undone_at as string | null,
})

export type NewCredential = Pick<
  CredentialRecord,
  | 'rowKey'
  | 'id'
  | 'learner'
  | 'achievement'
  | 'course'
  | 'run'
  | 'language'
  | 'fingerprint'
  | 'statusList'
  | 'statusIndex'
  | 'unsigned'
  | 'reservedAt'
> & { readonly batch?: string | null }

// What stands still for now, or is being taken back, is not gone on with.
const isWorkedOn = `state = 'reserved' AND NOT EXISTS (SELECT 1 FROM batch b
  WHERE b.id = credential.batch AND (b.paused_at IS NOT NULL OR b.undo_at IS NOT NULL))`

/** What was reserved, issued, voided and revoked. A record never goes back to an earlier state. */
export class Credentials {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  reserve(record: NewCredential): void {
    const values: Value[] = [
      record.rowKey,
      record.id,
      record.learner,
      record.achievement,
      record.course,
      record.run,
      record.language,
      record.fingerprint,
      record.statusList,
      record.statusIndex,
      record.unsigned,
      record.reservedAt,
      record.batch ?? null,
    ]
    this.#database.run(
      `INSERT INTO credential (row_key, id, learner, achievement, course, run, language, fingerprint, state,
         status_list, status_index, unsigned, reserved_at, batch)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'reserved', ?, ?, ?, ?, ?)`,
      ...values,
    )
  }

  /**
   * Records the signed forms of a reserved credential. `false` when another process was first: then the forms of the
   * other are the ones that count.
   */
  recordIssued(rowKey: string, forms: { signed: string; jwt: string; issuedAt: string }): boolean {
    return this.#database.act(
      { action: 'credential-issued', about: this.#idOf(rowKey), at: forms.issuedAt },
      `UPDATE credential SET state = 'issued', signed = ?, jwt = ?, issued_at = ?
       WHERE row_key = ? AND state = 'reserved'`,
      forms.signed,
      forms.jwt,
      forms.issuedAt,
      rowKey,
    )
  }

  /**
   * Gives a reservation up; its status index stays taken for ever, its natural key is free again. `false` when another
   * process settled it first.
   */
  recordVoid(rowKey: string, reason: string): boolean {
    return this.#database.act(
      { action: 'credential-void', about: this.#idOf(rowKey) },
      `UPDATE credential SET state = 'void', void_reason = ? WHERE row_key = ? AND state = 'reserved'`,
      reason,
      rowKey,
    )
  }

  /** `false` when it was not issued, or already revoked: a revocation is never taken back or rewritten. */
  recordRevoked(
    id: string,
    revocation: { readonly at: string; readonly code: RevocationCode; readonly note: string },
  ): boolean {
    return this.#database.act(
      { action: 'credential-revoked', about: id, detail: revocation.code, at: revocation.at },
      `UPDATE credential SET revoked_at = ?, revocation_code = ?, revocation_note = ?
       WHERE id = ? AND state = 'issued' AND revoked_at IS NULL`,
      revocation.at,
      revocation.code,
      revocation.note,
      id,
    )
  }

  #idOf(rowKey: string): string | null {
    const row = this.#database.get('SELECT id FROM credential WHERE row_key = ?', rowKey)
    return row ? String(row.id) : null
  }

  byId(id: string): CredentialRecord | undefined {
    const row = this.#database.get(`SELECT ${credentialColumns} FROM credential WHERE id = ?`, id)
    return row && readRecord(row)
  }

  /** The one credential of this natural key that is reserved or issued, and neither erased nor undone. */
  byNaturalKey(learner: string, achievement: string, run: string): CredentialRecord | undefined {
    const row = this.#database.get(
      `SELECT ${credentialColumns} FROM credential WHERE learner = ? AND achievement = ? AND run = ?
         AND state <> 'void' AND erased_at IS NULL AND undone_at IS NULL`,
      learner,
      achievement,
      run,
    )
    return row && readRecord(row)
  }

  /**
   * Reserved ones that are to be gone on with, in the order of their reservation, after a given row key; at most `limit`.
   */
  pending(after: string, limit: number): CredentialRecord[] {
    return this.#database
      .all(
        `SELECT ${credentialColumns} FROM credential WHERE ${isWorkedOn} AND row_key > ? ORDER BY row_key LIMIT ?`,
        after,
        limit,
      )
      .map(readRecord)
  }

  /** Issued ones in order, after a given row key; at most `limit`. */
  issued(after: string, limit: number): CredentialRecord[] {
    return this.#database
      .all(
        `SELECT ${credentialColumns} FROM credential WHERE state = 'issued' AND erased_at IS NULL AND row_key > ? ORDER BY row_key LIMIT ?`,
        after,
        limit,
      )
      .map(readRecord)
  }

  /** What a learner was issued and still counts, the oldest first. */
  inForce(learner: string): CredentialRecord[] {
    return this.#database
      .all(
        `SELECT ${credentialColumns} FROM credential WHERE learner = ? AND state = 'issued' AND revoked_at IS NULL
           AND erased_at IS NULL ORDER BY row_key`,
        learner,
      )
      .map(readRecord)
  }

  /** Some issued ones, picked by chance. */
  sample(limit: number): CredentialRecord[] {
    return this.#database
      .all(
        `SELECT ${credentialColumns} FROM credential WHERE state = 'issued' AND erased_at IS NULL ORDER BY random() LIMIT ?`,
        limit,
      )
      .map(readRecord)
  }

  /** How many {@link pending} would give by and by. */
  pendingCount(): number {
    const row = this.#database.get(`SELECT count(*) AS n FROM credential WHERE ${isWorkedOn}`)
    return Number(row?.n)
  }

  count(state: CredentialState): number {
    const row = this.#database.get('SELECT count(*) AS n FROM credential WHERE state = ?', state)
    return Number(row?.n)
  }

  /** How many were revoked, among those issued. */
  countRevoked(): number {
    const row = this.#database.get(
      'SELECT count(*) AS n FROM credential WHERE revoked_at IS NOT NULL',
    )
    return Number(row?.n)
  }

  revokedIndexes(list: number): number[] {
    return this.#database
      .all('SELECT status_index FROM revoked_index WHERE status_list = ?', list)
      .map((row) => Number(row.status_index))
  }
}
