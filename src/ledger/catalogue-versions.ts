import type { Database, Row } from './database.ts'
import { timeOrderedKey } from './identifiers.ts'

/** A catalogue that was in force. */
export interface CatalogueVersion {
  /** SHA-256 of its text, hex. */
  readonly digest: string
  /** As it calls itself. */
  readonly version: string
  readonly inForceFrom: string
}

const readVersion = (row: Row): CatalogueVersion => ({
  digest: String(row.digest),
  version: String(row.version),
  inForceFrom: String(row.in_force_from),
})

/** What was offered when. A version is never changed nor taken away. */
export class CatalogueVersions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Keeps one that is in force now, where it is not the one that was. */
  record(
    version: Omit<CatalogueVersion, 'inForceFrom'> & { readonly text: string },
    now: Date,
  ): void {
    this.#database.together(() => {
      const known = this.#database.get(
        'SELECT 1 FROM catalogue_version WHERE digest = ?',
        version.digest,
      )
      if (known) return
      this.#database.act(
        { action: 'catalogue-in-force', about: version.digest, detail: version.version },
        'INSERT INTO catalogue_version (row_key, digest, version, text, in_force_from) VALUES (?, ?, ?, ?, ?)',
        timeOrderedKey(now),
        version.digest,
        version.version,
        version.text,
        now.toISOString(),
      )
    })
  }

  /** The newest first. */
  all(): CatalogueVersion[] {
    return this.#database
      .all('SELECT digest, version, in_force_from FROM catalogue_version ORDER BY row_key DESC')
      .map(readVersion)
  }

  /** The text of one, as it was read. */
  text(digest: string): string | undefined {
    const row = this.#database.get('SELECT text FROM catalogue_version WHERE digest = ?', digest)
    return row && String(row.text)
  }

  /** How many credentials of each achievement are issued, by its id. */
  issued(): ReadonlyMap<string, number> {
    const rows = this.#database.all(
      `SELECT achievement, count(*) AS n FROM credential WHERE state <> 'void' GROUP BY achievement`,
    )
    return new Map(rows.map((row) => [String(row.achievement), Number(row.n)]))
  }
}
