import type { Database } from './database.ts'

/** Hashes by which decisions about one person are told. */
export interface PersonKeys {
  /** One in common, and it is the same person. */
  readonly certain: readonly string[]
  /** One in common, and it may be: the provider has to say. */
  readonly likely: readonly string[]
}

/** Who has a place already, or waits for one. */
export interface PersonEnrolled {
  readonly enrolment: string
  readonly provider: string
  readonly state: string
  /** By what was found: as certain, or by what another person may have as well. */
  readonly isCertain: boolean
}

const nobody: PersonKeys = { certain: [], likely: [] }

/** Of a decision, as the ledger has them: JSON text, `null` once they are erased. */
export function readPersonKeys(text: string | null): PersonKeys {
  return text === null ? nobody : (JSON.parse(text) as PersonKeys)
}

const maxFound = 100

/** By which keys the persons behind enrolments are found. Within the transaction that enrols or reviews. */
export class EnrolledPersons {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Whom an enrolment is of from now on, whatever was known of them before. */
  set(specialization: string, enrolment: string, { certain, likely }: PersonKeys): void {
    this.#database.run('DELETE FROM enrolment_key WHERE enrolment = ?', enrolment)
    for (const key of new Set([...certain, ...likely]))
      this.#database.run(
        'INSERT INTO enrolment_key (specialization, key, enrolment) VALUES (?, ?, ?)',
        specialization,
        key,
        enrolment,
      )
  }

  /**
   * The enrolments that are not withdrawn of a person: if some are certainly theirs, those; else all that may be, up to a
   * hundred. In the order they were made.
   */
  find(specialization: string, { certain, likely }: PersonKeys): readonly PersonEnrolled[] {
    const theirs = this.#withKey(specialization, certain, true)
    return theirs.length > 0 ? theirs : this.#withKey(specialization, likely, false)
  }

  #withKey(specialization: string, keys: readonly string[], isCertain: boolean): PersonEnrolled[] {
    return this.#database
      .all(
        `SELECT e.id, e.provider, e.state FROM enrolment e WHERE e.state <> 'withdrawn' AND e.id IN (
           SELECT enrolment FROM enrolment_key
           WHERE specialization = ? AND key IN (SELECT value FROM json_each(?)))
         ORDER BY e.row_key LIMIT ?`,
        specialization,
        JSON.stringify(keys),
        maxFound,
      )
      .map((row) => ({
        enrolment: String(row.id),
        provider: String(row.provider),
        state: String(row.state),
        isCertain,
      }))
  }
}
