import type { Database } from './database.ts'

/** That a learner has done a course or one of its modules, as a connection told of it. */
export interface DoneTarget {
  /** Id of the course, or of a module. */
  readonly target: string
  /** `YYYY-MM-DD` */
  readonly doneOn: string
  /** Percent, 0 to 100. */
  readonly score: number | null
}

/**
 * How far learners have come by what connections told one piece at a time. A learner is kept as the tombstone of their
 * key: it cannot be turned back, and an erasure finds it.
 */
export class ConnectionProgress {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  of(connection: string, learner: string): DoneTarget[] {
    return this.#database
      .all(
        `SELECT target, done_on, score FROM connection_progress
         WHERE connection = ? AND learner = ? ORDER BY target`,
        connection,
        learner,
      )
      .map((row) => ({
        target: String(row.target),
        doneOn: String(row.done_on),
        score: row.score === null ? null : Number(row.score),
      }))
  }

  /** Keeps the first time that something was done; what is told again changes nothing. */
  keep(connection: string, learner: string, { target, doneOn, score }: DoneTarget): void {
    this.#database.run(
      `INSERT INTO connection_progress (connection, learner, target, done_on, score) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (connection, learner, target) DO UPDATE
         SET score = coalesce(connection_progress.score, excluded.score)`,
      connection,
      learner,
      target,
      doneOn,
      score,
    )
  }

  takeBack(connection: string, learner: string, target: string): void {
    this.#database.run(
      'DELETE FROM connection_progress WHERE connection = ? AND learner = ? AND target = ?',
      connection,
      learner,
      target,
    )
  }

  /** Uses up the nonce of a launch, and forgets those that have ended; `false` when it was used before. */
  useNonce(nonce: string, endsAt: string, now: string): boolean {
    this.#database.run('DELETE FROM launch_nonce WHERE ends_at <= ?', now)
    const added = this.#database.run(
      'INSERT INTO launch_nonce (nonce, ends_at) VALUES (?, ?) ON CONFLICT (nonce) DO NOTHING',
      nonce,
      endsAt,
    )
    return added === 1
  }
}
