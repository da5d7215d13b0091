import type { Database } from './database.ts'

/** A sign-in at the provider's desk. */
export interface DeskSession {
  /** SHA-256 of the secret in the cookie, hex: the secret itself is kept nowhere. */
  readonly hash: string
  /** Id of the token that was shown. */
  readonly token: string
  readonly beganAt: string
  readonly expiresAt: string
}

/** Who is signed in at the desk; it outlives a restart. */
export class DeskSessions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Begins a session, and forgets those that have ended. */
  add({ hash, token, beganAt, expiresAt }: DeskSession): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM desk_session WHERE expires_at <= ?', beganAt)
      this.#database.run(
        'INSERT INTO desk_session (hash, token, began_at, expires_at) VALUES (?, ?, ?, ?)',
        hash,
        token,
        beganAt,
        expiresAt,
      )
    })
  }

  byHash(hash: string): DeskSession | undefined {
    const row = this.#database.get('SELECT * FROM desk_session WHERE hash = ?', hash)
    return (
      row && {
        hash: String(row.hash),
        token: String(row.token),
        beganAt: String(row.began_at),
        expiresAt: String(row.expires_at),
      }
    )
  }

  extend(hash: string, expiresAt: string): void {
    this.#database.run('UPDATE desk_session SET expires_at = ? WHERE hash = ?', expiresAt, hash)
  }

  remove(hash: string): void {
    this.#database.run('DELETE FROM desk_session WHERE hash = ?', hash)
  }
}
