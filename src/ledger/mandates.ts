import type { Database } from './database.ts'

export interface MandateRecord {
  /** Id of the partner it is about. */
  readonly issuer: string
  /** Of what it says and of the key that signed it. */
  readonly digest: string
  /** JSON text. */
  readonly signed: string
  readonly createdAt: string
}

/** Every mandate that was signed, so that the same one is the same bytes for as long as nothing of it changes. */
export class Mandates {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  find(issuer: string, digest: string): string | undefined {
    const row = this.#database.get(
      'SELECT signed FROM mandate WHERE issuer = ? AND digest = ?',
      issuer,
      digest,
    )
    return row && String(row.signed)
  }

  /** Keeps it unless another process was first, and gives back what is kept. */
  keep({ issuer, digest, signed, createdAt }: MandateRecord): string {
    this.#database.run(
      `INSERT INTO mandate (issuer, digest, signed, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (issuer, digest) DO NOTHING`,
      issuer,
      digest,
      signed,
      createdAt,
    )
    return this.find(issuer, digest) ?? signed
  }
}
