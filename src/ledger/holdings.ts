import { isLanguage, type Language } from '../language.ts'
import {
  type CredentialRecord,
  credentialColumns,
  readRecord,
  type Visibility,
} from './credentials.ts'
import type { Database } from './database.ts'

/** Whose they are, as letters and pages address them. */
export interface HolderProfile {
  readonly id: string
  readonly name: string
  /** As the learner chose it. */
  readonly language: Language | null
}

/** What a learner holds, and what they chose about it. */
export class Holdings {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Every credential that was issued to a learner, the newest first. */
  of(learner: string): CredentialRecord[] {
    return this.#database
      .all(
        `SELECT ${credentialColumns} FROM credential
         WHERE learner = ? AND state = 'issued' AND signed IS NOT NULL ORDER BY row_key DESC`,
        learner,
      )
      .map(readRecord)
  }

  /** One of them; `undefined` for an id of somebody else, and for one that is not issued, alike. */
  one(learner: string, id: string): CredentialRecord | undefined {
    const row = this.#database.get(
      `SELECT ${credentialColumns} FROM credential
       WHERE id = ? AND learner = ? AND state = 'issued' AND signed IS NOT NULL`,
      id,
      learner,
    )
    return row && readRecord(row)
  }

  /** How many there are. */
  count(learner: string): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM credential WHERE learner = ? AND state = 'issued' AND signed IS NOT NULL`,
      learner,
    )
    return Number(row?.n)
  }

  /** `undefined` once the learner is erased. */
  profile(learner: string): HolderProfile | undefined {
    const row = this.#database.get(
      'SELECT id, name, language FROM learner WHERE id = ? AND erased_at IS NULL',
      learner,
    )
    return (
      row && {
        id: String(row.id),
        name: String(row.name),
        language: isLanguage(row.language) ? row.language : null,
      }
    )
  }

  /** Everybody with this address who was issued anything; of a shared one, each. */
  withEmail(email: string): string[] {
    return this.#database
      .all(
        `SELECT id FROM learner WHERE email = ? AND erased_at IS NULL AND EXISTS
           (SELECT 1 FROM credential c WHERE c.learner = learner.id AND c.state = 'issued')
         ORDER BY id LIMIT 5`,
        email,
      )
      .map((row) => String(row.id))
  }

  setLanguage(learner: string, language: Language): void {
    this.#database.run('UPDATE learner SET language = ? WHERE id = ?', language, learner)
  }

  setVisibility(id: string, visibility: Visibility): void {
    const act = { action: 'visibility-set', about: id, detail: visibility } as const
    this.#database.act(act, 'UPDATE credential SET visibility = ? WHERE id = ?', visibility, id)
  }
}
