import type { Database } from './database.ts'

/** Hashes by which decisions about one person are told. */
export interface PersonKeys {
  /** One in common, and it is the same person. */
  readonly subjects: readonly string[]
  /** One in common, and it may be: the provider has to say. */
  readonly likely: readonly string[]
  /** By a subject of our own: two such people without one in common are two, whatever their names. */
  readonly isKnown: boolean
}

/** Who has a place already, or waits for one. */
export interface PersonEnrolled {
  readonly enrolment: string
  readonly provider: string
  readonly state: string
  /** By what was found: a subject, or what a namesake has as well. */
  readonly isCertain: boolean
}

const nobody: PersonKeys = { subjects: [], likely: [], isKnown: false }

/** Of a decision, as the ledger has them: JSON text, `null` once they are erased. */
export function readPersonKeys(text: string | null): PersonKeys {
  return text === null ? nobody : (JSON.parse(text) as PersonKeys)
}

/** By which keys the persons behind enrolments are found. Within the transaction that enrols. */
export class EnrolledPersons {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(specialization: string, enrolment: string, { subjects, likely, isKnown }: PersonKeys): void {
    for (const key of [...subjects, ...likely])
      this.#database.run(
        'INSERT INTO enrolment_key (specialization, key, enrolment, is_known) VALUES (?, ?, ?, ?)',
        specialization,
        key,
        enrolment,
        isKnown ? 1 : 0,
      )
  }

  /** The enrolment of a person that is not withdrawn; one that is certainly theirs before one that may be. */
  find(
    specialization: string,
    { subjects, likely, isKnown }: PersonKeys,
  ): PersonEnrolled | undefined {
    return (
      this.#withKey(specialization, subjects, { isCertain: true, isKnown: false }) ??
      this.#withKey(specialization, likely, { isCertain: false, isKnown })
    )
  }

  #withKey(
    specialization: string,
    keys: readonly string[],
    { isCertain, isKnown }: { readonly isCertain: boolean; readonly isKnown: boolean },
  ): PersonEnrolled | undefined {
    const row = this.#database.get(
      `SELECT e.id, e.provider, e.state FROM enrolment_key k JOIN enrolment e ON e.id = k.enrolment
       WHERE k.specialization = ? AND k.key IN (SELECT value FROM json_each(?)) AND e.state <> 'withdrawn'
         AND NOT (? AND k.is_known) ORDER BY e.row_key LIMIT 1`,
      specialization,
      JSON.stringify(keys),
      isKnown ? 1 : 0,
    )
    return (
      row && {
        enrolment: String(row.id),
        provider: String(row.provider),
        state: String(row.state),
        isCertain,
      }
    )
  }
}
