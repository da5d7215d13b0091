import type { Database } from './database.ts'
import { randomId } from './identifiers.ts'

/** One run of a course. */
export interface RunOf {
  readonly course: string
  readonly run: string
}

/** A learner in a run, by a number that leads to nobody. */
export interface ParticipantKey extends RunOf {
  readonly learner: string
}

/** How far a learner came. */
export interface Progress {
  readonly modules: number
  readonly areas: number
  readonly completed: boolean
  readonly participated: boolean
}

export type ReachedStage = 'eligible' | 'enrolled'

const furthest = (column: keyof Progress) =>
  `CASE WHEN excluded.${column} > participant.${column} THEN excluded.${column} ELSE participant.${column} END`

const forgotten = 'forgotten:'
const pageSize = 1_000

/** Everybody who stood in an import, whether or not they earned anything: the only place that knows the latter. */
export class Participants {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Within the transaction of the import. Some tell a part only, so that the furthest that any has told counts. */
  record({ course, run, learner }: ParticipantKey, progress: Progress, at: string): void {
    const { modules, areas, completed, participated } = progress
    this.#database.run(
      `INSERT INTO participant (course, run, learner, modules, areas, completed, participated, seen_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (course, run, learner) DO UPDATE SET
         modules = ${furthest('modules')}, areas = ${furthest('areas')}, completed = ${furthest('completed')},
         participated = ${furthest('participated')}, seen_at = excluded.seen_at`,
      ...[course, run, learner, modules, areas, Number(completed), Number(participated), at],
    )
  }

  /** That a participant was found eligible, or got a place. Once reached stays reached. Nothing for who is no participant. */
  reach(
    { course, run, learner }: ParticipantKey,
    specialization: string,
    stage: ReachedStage,
  ): void {
    this.#database.run(
      `INSERT INTO participant_reached (course, run, learner, specialization, stage)
       SELECT course, run, learner, ?, ? FROM participant WHERE course = ? AND run = ? AND learner = ?
       ON CONFLICT (course, run, learner, specialization, stage) DO NOTHING`,
      ...[specialization, stage, course, run, learner],
    )
  }

  /** Runs in which anybody took part. */
  runs(): readonly RunOf[] {
    return this.#database
      .all('SELECT DISTINCT course, run FROM participant ORDER BY course, run')
      .map((row) => ({ course: String(row.course), run: String(row.run) }))
  }

  /** Lets go of who it was; that there was somebody stays. Within a transaction. */
  forget({ course, run, learner }: ParticipantKey): void {
    const nobody = `${forgotten}${randomId()}`
    for (const table of ['participant', 'participant_reached'])
      this.#database.run(
        `UPDATE ${table} SET learner = ? WHERE course = ? AND run = ? AND learner = ?`,
        ...[nobody, course, run, learner],
      )
  }

  /** The same of all that no import has named since an instant. Returns how many. */
  forgetUnseen(before: string): number {
    const page = () =>
      this.#database.all(
        `SELECT course, run, learner FROM participant
         WHERE seen_at < ? AND learner NOT LIKE '${forgotten}%' LIMIT ${pageSize}`,
        before,
      )
    let count = 0
    for (let rows = page(); rows.length > 0; rows = page()) {
      this.#database.transaction(() => {
        for (const { course, run, learner } of rows)
          this.forget({ course: String(course), run: String(run), learner: String(learner) })
      })
      count += rows.length
    }
    return count
  }
}
