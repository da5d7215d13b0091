import type { Database, Row } from './database.ts'
import type { MailState } from './mails.ts'
import type { ReachedStage, RunOf } from './participants.ts'

/** How many learners of a run came how far. */
export interface FunnelCounts {
  readonly learners: number
  /** With a module done at least. */
  readonly began: number
  readonly area: number
  readonly completed: number
  /** With the statement of participation. */
  readonly participated: number
  /** With anything to show: an area, the course, or participation. */
  readonly gained: number
}

export interface BadgeCount {
  readonly achievement: string
  /** Signed and not void; those revoked are among them. */
  readonly issued: number
  readonly revoked: number
}

export interface ReachedCount {
  readonly specialization: string
  readonly stage: ReachedStage
  readonly learners: number
}

/** `way`: its page was looked at, or it was handed in to be checked. */
export type CheckWay = 'page' | 'handed-in'

export interface CheckCount {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string
  /** Id of the catalogue; `other` for what is not ours. */
  readonly achievement: string
  readonly way: CheckWay
  readonly verdict: string
  readonly count: number
}

const number = (row: Row | undefined, name: string) => Number(row?.[name] ?? 0)

/** Counts for statistics: of a run, and of how often credentials were checked. Nothing in them leads to anybody. */
export class RunFigures {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Runs of a course that were imported, in the order of their names. */
  runs(course: string): readonly string[] {
    return this.#database
      .all(
        `SELECT run FROM participant WHERE course = ? UNION SELECT run FROM batch WHERE course = ? ORDER BY run`,
        course,
        course,
      )
      .map((row) => String(row.run))
  }

  funnel({ course, run }: RunOf): FunnelCounts {
    const row = this.#database.get(
      `SELECT count(*) AS learners, sum(CASE WHEN modules > 0 THEN 1 ELSE 0 END) AS began,
         sum(CASE WHEN areas > 0 THEN 1 ELSE 0 END) AS area, sum(completed) AS completed,
         sum(participated) AS participated,
         sum(CASE WHEN areas > 0 OR completed > 0 OR participated > 0 THEN 1 ELSE 0 END) AS gained
       FROM participant WHERE course = ? AND run = ?`,
      course,
      run,
    )
    return {
      learners: number(row, 'learners'),
      began: number(row, 'began'),
      area: number(row, 'area'),
      completed: number(row, 'completed'),
      participated: number(row, 'participated'),
      gained: number(row, 'gained'),
    }
  }

  badges({ course, run }: RunOf): readonly BadgeCount[] {
    return this.#database
      .all(
        `SELECT achievement, count(*) AS issued, sum(CASE WHEN revoked_at IS NULL THEN 0 ELSE 1 END) AS revoked
         FROM credential WHERE course = ? AND run = ? AND state = 'issued' GROUP BY achievement ORDER BY achievement`,
        course,
        run,
      )
      .map((row) => ({
        achievement: String(row.achievement),
        issued: number(row, 'issued'),
        revoked: number(row, 'revoked'),
      }))
  }

  reached({ course, run }: RunOf): readonly ReachedCount[] {
    return this.#database
      .all(
        `SELECT specialization, stage, count(*) AS n FROM participant_reached WHERE course = ? AND run = ?
         GROUP BY specialization, stage ORDER BY specialization, stage`,
        course,
        run,
      )
      .map((row) => ({
        specialization: String(row.specialization),
        stage: row.stage as ReachedStage,
        learners: number(row, 'n'),
      }))
  }

  /** Learners who reached a stage in any specialization. */
  reachedAny({ course, run }: RunOf, stage: ReachedStage): number {
    const row = this.#database.get(
      `SELECT count(DISTINCT learner) AS n FROM participant_reached WHERE course = ? AND run = ? AND stage = ?`,
      course,
      run,
      stage,
    )
    return number(row, 'n')
  }

  /** Letters with the links of imports; one that came back is told apart by what the other server answered. */
  letters({ course, run }: RunOf): Readonly<Partial<Record<MailState | 'bounced', number>>> {
    const rows = this.#database.all(
      `SELECT CASE WHEN m.state = 'refused' AND m.reply LIKE 'came back%' THEN 'bounced' ELSE m.state END AS state,
         count(*) AS n
       FROM mail m JOIN batch b ON b.id = m.about WHERE m.kind = 'claim' AND b.course = ? AND b.run = ? GROUP BY 1`,
      course,
      run,
    )
    return Object.fromEntries(rows.map((row) => [String(row.state), number(row, 'n')]))
  }

  /** Links of imports, and those of them that their learner has used. */
  claims({ course, run }: RunOf): { readonly made: number; readonly used: number } {
    const row = this.#database.get(
      `SELECT count(*) AS made, count(k.used_at) AS used FROM claim k JOIN batch b ON b.id = k.about
       WHERE b.course = ? AND b.run = ?`,
      course,
      run,
    )
    return { made: number(row, 'made'), used: number(row, 'used') }
  }

  /** Adds to the counts, in one transaction. */
  addChecks(counts: readonly CheckCount[]): void {
    this.#database.together(() => {
      for (const { day, achievement, way, verdict, count } of counts)
        this.#database.run(
          `INSERT INTO check_count (day, achievement, way, verdict, count) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (day, achievement, way, verdict) DO UPDATE SET count = check_count.count + excluded.count`,
          ...[day, achievement, way, verdict, count],
        )
    })
  }

  /** Counts of an achievement, the newest day first. */
  checksOf(achievement: string): readonly CheckCount[] {
    return this.#database
      .all(
        `SELECT * FROM check_count WHERE achievement = ? ORDER BY day DESC, way, verdict`,
        achievement,
      )
      .map((row) => ({
        day: String(row.day),
        achievement: String(row.achievement),
        way: row.way as CheckWay,
        verdict: String(row.verdict),
        count: number(row, 'count'),
      }))
  }
}
