import type { Database, Row } from './database.ts'

/** A link that lets a learner in once; its secret is computed, not stored. */
export interface ClaimRecord {
  readonly id: string
  readonly learner: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
  /** What it was made for: a batch, a correction; `null` where somebody asked for it. */
  readonly about: string | null
}

const claimOf = (row: Row): ClaimRecord => ({
  id: String(row.id),
  learner: String(row.learner),
  createdAt: String(row.created_at),
  expiresAt: String(row.expires_at),
  usedAt: row.used_at as string | null,
  about: row.about as string | null,
})

/** Who was given a link, and whether it was used. */
export class Claims {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(claim: Omit<ClaimRecord, 'usedAt'>): void {
    this.#database.act(
      { action: 'link-made', about: claim.learner, at: claim.createdAt },
      'INSERT INTO claim (id, learner, created_at, expires_at, about) VALUES (?, ?, ?, ?, ?)',
      claim.id,
      claim.learner,
      claim.createdAt,
      claim.expiresAt,
      claim.about,
    )
  }

  byId(id: string): ClaimRecord | undefined {
    const row = this.#database.get('SELECT * FROM claim WHERE id = ?', id)
    return row && claimOf(row)
  }

  /** The one that a learner has from a batch or a correction. */
  madeFor(about: string, learner: string): ClaimRecord | undefined {
    const row = this.#database.get(
      'SELECT * FROM claim WHERE about = ? AND learner = ?',
      about,
      learner,
    )
    return row && claimOf(row)
  }

  /** `false` when it was used before, or is over: of two at once the second loses. */
  use(id: string, now: string): boolean {
    return this.#database.act(
      { action: 'link-used', about: this.byId(id)?.learner ?? null, at: now },
      'UPDATE claim SET used_at = ? WHERE id = ? AND used_at IS NULL AND expires_at > ?',
      now,
      id,
      now,
    )
  }

  /** Ends every link of a learner that is still open. */
  endOpen(learner: string, now: string): void {
    this.#database.run(
      'UPDATE claim SET expires_at = ? WHERE learner = ? AND used_at IS NULL AND expires_at > ?',
      now,
      learner,
      now,
    )
  }
}
