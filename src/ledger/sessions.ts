import { createHash, randomBytes } from 'node:crypto'
import type { Database } from './database.ts'

/** Where sessions of one kind are kept, whose they are, and how long they last. */
export interface SessionRules {
  readonly table: 'desk_session' | 'holder_session'
  /** The column that says whose a session is. */
  readonly owner: 'token' | 'learner'
  /** After so long without a request a session ends. */
  readonly idleMs: number
  /** After so long it ends in any case. */
  readonly longestMs: number
}

// A page more or less is not worth a write to disk.
const worthExtendingMs = 5 * 60 * 1000

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Of the token of the settings without its digest. */
const nameOf = (owner: string) => owner.replace(/^(settings)\/.*/, '$1')

/** The secret of a session, for its cookie: 256 random bits. */
export const newSessionSecret = () => randomBytes(32).toString('base64url')

/** Who is signed in, by the secret in a cookie; it outlives a restart. Kept is the SHA-256 of a secret, never the secret. */
export class Sessions {
  readonly #database: Database
  readonly #rules: SessionRules

  constructor(database: Database, rules: SessionRules) {
    this.#database = database
    this.#rules = rules
  }

  #endOf(beganAt: string, now: Date): Date {
    const { idleMs, longestMs } = this.#rules
    return new Date(Math.min(now.getTime() + idleMs, Date.parse(beganAt) + longestMs))
  }

  /** Begins a session under this secret, and forgets those that have ended. */
  begin(owner: string, secret: string, now: Date): void {
    const { table, owner: column } = this.#rules
    const beganAt = now.toISOString()
    this.#database.run(`DELETE FROM ${table} WHERE expires_at <= ?`, beganAt)
    this.#database.act(
      { action: 'signed-in', about: nameOf(owner), at: beganAt },
      `INSERT INTO ${table} (hash, ${column}, began_at, expires_at) VALUES (?, ?, ?, ?)`,
      digest(secret),
      owner,
      beganAt,
      this.#endOf(beganAt, now).toISOString(),
    )
  }

  /** Whose the session under this secret is, for some time more; `undefined` where there is none, or no longer. */
  ownerOf(secret: string, now: Date): string | undefined {
    const { table, owner } = this.#rules
    const hash = digest(secret)
    const row = this.#database.get(`SELECT * FROM ${table} WHERE hash = ?`, hash)
    if (!row || Date.parse(String(row.expires_at)) <= now.getTime()) return undefined
    const end = this.#endOf(String(row.began_at), now)
    if (end.getTime() - Date.parse(String(row.expires_at)) > worthExtendingMs)
      this.#database.run(
        `UPDATE ${table} SET expires_at = ? WHERE hash = ?`,
        end.toISOString(),
        hash,
      )
    return String(row[owner])
  }

  /** Ends the session under this secret, if there is one. */
  end(secret: string): void {
    const { table, owner } = this.#rules
    const row = this.#database.get(`SELECT ${owner} FROM ${table} WHERE hash = ?`, digest(secret))
    const about = row ? nameOf(String(row[owner])) : null
    this.#database.act(
      { action: 'signed-out', about },
      `DELETE FROM ${table} WHERE hash = ?`,
      digest(secret),
    )
  }

  /** Ends every session of this owner, on whatever device. */
  endAllOf(owner: string): void {
    const { table, owner: column } = this.#rules
    this.#database.run(`DELETE FROM ${table} WHERE ${column} = ?`, owner)
  }
}
