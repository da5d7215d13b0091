import type { Database, Value } from './database.ts'
import type { StoredOutcome } from './decision-record.ts'

/** Whose decisions: those of one provider, or with `null` of all. */
export interface DeskFilter {
  readonly specialization: string
  readonly provider: string | null
}

/** What the rank of a decision depends on. */
export interface RankableDecision {
  readonly id: string
  readonly outcome: StoredOutcome
  readonly points: number
  readonly appliedAt: string
}

const whereOf = ({ specialization, provider }: DeskFilter): { where: string; values: Value[] } =>
  provider === null
    ? { where: 'specialization = ?', values: [specialization] }
    : { where: 'specialization = ? AND provider = ?', values: [specialization, provider] }

/** What the desk asks about all decisions of a specialization at once; nothing of it is personal. */
export class DeskDecisions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  counts(filter: DeskFilter): { readonly decisions: number; readonly waiting: number } {
    const { where, values } = whereOf(filter)
    const row = this.#database.get(
      `SELECT COUNT(*) AS decisions, SUM(CASE WHEN waiting > 0 AND application IS NOT NULL THEN 1 ELSE 0 END) AS waiting
       FROM decision WHERE ${where}`,
      ...values,
    )
    return { decisions: Number(row?.decisions ?? 0), waiting: Number(row?.waiting ?? 0) }
  }

  /**
   * Every decision, small enough to rank a hundred thousand of them in memory; roughly in that order already, since what
   * is nearly sorted is quickly sorted.
   */
  rankable(filter: DeskFilter): readonly RankableDecision[] {
    const { where, values } = whereOf(filter)
    return this.#database
      .all(
        `SELECT id, outcome, points, applied_at FROM decision WHERE ${where}
         ORDER BY CASE outcome WHEN 'eligible' THEN 0 WHEN 'needs-review' THEN 1 ELSE 2 END, points DESC, applied_at, id`,
        ...values,
      )
      .map((row) => ({
        id: String(row.id),
        outcome: row.outcome as StoredOutcome,
        points: Number(row.points),
        appliedAt: String(row.applied_at),
      }))
  }
}
