import type { Database, Row } from './database.ts'

/** What a share link shows beside the title, the issuer, the day and the verdict. */
export interface ShareShows {
  readonly name: 'full' | 'initials'
  readonly results: boolean
  readonly hours: boolean
}

/** A link with an end to a part of a credential. */
export interface ShareRecord {
  /** The random id in `/s/{id}`. */
  readonly id: string
  readonly credential: string
  readonly shows: ShareShows
  readonly createdAt: string
  readonly expiresAt: string
  /** When its maker took it back. */
  readonly endedAt: string | null
}

const readShare = (row: Row): ShareRecord => ({
  id: String(row.id),
  credential: String(row.credential),
  shows: JSON.parse(String(row.shows)) as ShareShows,
  createdAt: String(row.created_at),
  expiresAt: String(row.expires_at),
  endedAt: row.ended_at as string | null,
})

/**
 * Links with an end that learners made. One that has ended stays for 90 days, so that its reader can be told so: see
 * `Retention`.
 */
export class Shares {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add({ id, credential, shows, createdAt, expiresAt }: Omit<ShareRecord, 'endedAt'>): void {
    this.#database.act(
      { action: 'share-made', about: credential, at: createdAt },
      'INSERT INTO share (id, credential, shows, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      id,
      credential,
      JSON.stringify(shows),
      createdAt,
      expiresAt,
    )
  }

  byId(id: string): ShareRecord | undefined {
    const row = this.#database.get('SELECT * FROM share WHERE id = ?', id)
    return row && readShare(row)
  }

  /** Those of a credential that still lead somewhere, the newest first. */
  openOf(credential: string, now: string): ShareRecord[] {
    return this.#database
      .all(
        `SELECT * FROM share WHERE credential = ? AND ended_at IS NULL AND expires_at > ?
         ORDER BY created_at DESC, id`,
        credential,
        now,
      )
      .map(readShare)
  }

  /** `false` where it had ended before. */
  end(id: string, now: string): boolean {
    return this.#database.act(
      { action: 'share-ended', about: this.byId(id)?.credential ?? null, at: now },
      'UPDATE share SET ended_at = ? WHERE id = ? AND ended_at IS NULL AND expires_at > ?',
      now,
      id,
      now,
    )
  }
}
