import type { Database, Value } from './database.ts'
import { supportGone } from './enrolment-grounds.ts'
import {
  type EnrolmentCount,
  type EnrolmentNow,
  type EnrolmentRecord,
  type EnrolmentState,
  readEnrolment,
  readEnrolmentNow,
} from './enrolment-record.ts'

export interface EnrolmentQuestion {
  readonly specialization: string
  /** `null` for those of all providers. */
  readonly provider: string | null
  readonly state: EnrolmentState | null
  /** Id of the last one told. */
  readonly after: string | null
  readonly limit: number
}

// The waiting list has one order for all: points, then who applied first, then who came first.
const inLine = 'e.points DESC, e.applied_at, e.row_key'
const behind = (a: string, b: string) =>
  `(${a}.points < ${b}.points OR (${a}.points = ${b}.points AND (${a}.applied_at > ${b}.applied_at
    OR (${a}.applied_at = ${b}.applied_at AND ${a}.row_key > ${b}.row_key))))`

const beside = `JOIN decision d ON d.id = e.decision LEFT JOIN credential c ON c.id = d.credential`

/** Who has a place in which specialization, and who waits for one. */
export class Enrolments {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Puts a person at the place in the waiting list that the points and the time of application give. */
  addWaiting(record: Omit<EnrolmentRecord, 'state' | 'changedAt' | 'erasedAt'>): void {
    const values: Value[] = [
      record.rowKey,
      record.id,
      record.specialization,
      record.provider,
      record.decision,
      record.reference,
      record.country,
      record.points,
      record.appliedAt,
      record.createdAt,
      record.createdAt,
    ]
    this.#database.act(
      { action: 'enrolment-set', about: record.id, detail: 'waiting', at: record.createdAt },
      `INSERT INTO enrolment (row_key, id, specialization, provider, decision, reference, country, points, applied_at,
         state, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)`,
      ...values,
    )
  }

  setState(id: string, state: EnrolmentState, at: string): void {
    this.#database.act(
      { action: 'enrolment-set', about: id, detail: state, at },
      'UPDATE enrolment SET state = ?, changed_at = ? WHERE id = ?',
      state,
      at,
      id,
    )
  }

  byId(id: string): EnrolmentNow | undefined {
    const row = this.#database.get(
      `SELECT e.*, ${supportGone} AS is_support_gone,
         CASE WHEN e.state = 'waiting' THEN 1 + (SELECT count(*) FROM enrolment w
           WHERE w.specialization = e.specialization AND w.state = 'waiting' AND ${behind('e', 'w')}) END AS position
       FROM enrolment e ${beside} WHERE e.id = ?`,
      id,
    )
    return row && readEnrolmentNow(row)
  }

  /** The enrolment that a decision led to and that is not withdrawn. */
  ofDecision(decision: string): EnrolmentRecord | undefined {
    const row = this.#database.get(
      `SELECT * FROM enrolment WHERE decision = ? AND state <> 'withdrawn'`,
      decision,
    )
    return row && readEnrolment(row)
  }

  /** In the order of the waiting list, whatever their state; at most `limit`. */
  list(question: EnrolmentQuestion): EnrolmentNow[] {
    const { specialization, provider, state, after, limit } = question
    const where = [
      'e.specialization = ?',
      ...(provider === null ? [] : ['e.provider = ?']),
      ...(state === null ? [] : ['e.state = ?']),
      ...(after === null
        ? []
        : [`EXISTS (SELECT 1 FROM enrolment l WHERE l.id = ? AND ${behind('e', 'l')})`]),
    ]
    const values = [specialization, provider, state, after].filter((value) => value !== null)
    return this.#database
      .all(
        `WITH line AS (SELECT id, row_number() OVER (ORDER BY points DESC, applied_at, row_key) AS position
           FROM enrolment WHERE specialization = ? AND state = 'waiting')
         SELECT e.*, line.position AS position, ${supportGone} AS is_support_gone
         FROM enrolment e ${beside} LEFT JOIN line ON line.id = e.id
         WHERE ${where.join(' AND ')} ORDER BY ${inLine} LIMIT ?`,
        specialization,
        ...values,
        limit,
      )
      .map(readEnrolmentNow)
  }

  counts(specialization: string): EnrolmentCount[] {
    return this.#database
      .all(
        `SELECT state, country, count(*) AS n FROM enrolment WHERE specialization = ? GROUP BY state, country
         ORDER BY country, state`,
        specialization,
      )
      .map((row) => ({
        state: row.state as EnrolmentState,
        country: row.country as string | null,
        count: Number(row.n),
      }))
  }

  enrolledIn(specialization: string): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM enrolment WHERE specialization = ? AND state = 'enrolled'`,
      specialization,
    )
    return Number(row?.n)
  }

  /**
   * The first so many in the waiting list but for some, whose decision stands and whose country has fewer than so many
   * places taken.
   */
  firstWaiting(
    specialization: string,
    perCountry: number | null,
    { passedOver, limit }: { readonly passedOver: readonly string[]; readonly limit: number },
  ): EnrolmentRecord[] {
    const rows = this.#database.all(
      `SELECT e.* FROM enrolment e ${beside} WHERE e.specialization = ? AND e.state = 'waiting' AND ${supportGone} = 0
         AND (e.country IS NULL OR e.country NOT IN (
           SELECT t.country FROM enrolment t
           WHERE t.specialization = ? AND t.state = 'enrolled' AND t.country IS NOT NULL
           GROUP BY t.country HAVING count(*) >= ?))
         AND e.id NOT IN (SELECT value FROM json_each(?))
       ORDER BY ${inLine} LIMIT ?`,
      specialization,
      specialization,
      perCountry ?? Number.MAX_SAFE_INTEGER,
      JSON.stringify(passedOver),
      limit,
    )
    return rows.map(readEnrolment)
  }

  /**
   * Takes out who it was of those withdrawn before an instant, and of all of specializations that are no longer offered;
   * that there was one, from which country and how it ended stays. From the file and its log too. Returns how many.
   */
  erase(before: string, offered: readonly string[], at: string): number {
    const places = offered.map(() => '?').join(', ')
    const isOver = offered.length === 0 ? '' : `OR specialization NOT IN (${places})`
    const isDue = `erased_at IS NULL AND changed_at < ? AND (state = 'withdrawn' ${isOver})`
    const count = this.#database.transaction(() => {
      this.#database.run(
        `DELETE FROM enrolment_key WHERE enrolment IN (SELECT id FROM enrolment WHERE ${isDue})`,
        before,
        ...offered,
      )
      return this.#database.run(
        `UPDATE enrolment SET reference = NULL, erased_at = ? WHERE ${isDue}`,
        at,
        before,
        ...offered,
      )
    })
    if (count > 0) this.#database.emptyLog()
    return count
  }
}
