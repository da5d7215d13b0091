import type { Database } from './database.ts'

// Long enough to tell whoever comes late that a link had ended.
const shareDays = 90
const dayMs = 24 * 60 * 60 * 1_000

/** What an erasure took away, by what was counted. */
export interface Erased {
  readonly decisions: number
  readonly lines: number
  readonly sessions: number
  readonly shares: number
}

/**
 * Takes from the ledger what it may not keep any longer. That there was a decision, how it ended, by which rules and
 * who settled what stays; what an applicant gave goes, from the file and its log too. Copies made by `backup` keep it.
 */
export class Retention {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Erases what is older than a day that is given: of decisions by when they were made, of those with an enrolment by
   * its last change; of lists that are through by when they came. Sessions go once they are over, and links with an end 90 days
   * after it, or after they were withdrawn.
   *
   * @param before ISO 8601 instant, as is `now`.
   */
  erase(before: string, now: string): Erased {
    const erased = this.#database.transaction(() => ({
      notes: this.#eraseLateNotes(before),
      decisions: this.#eraseDecisions(before, now),
      lines: this.#database.run(
        `UPDATE applicant_line SET reference = NULL, asked = NULL, detail = NULL
         WHERE (reference IS NOT NULL OR asked IS NOT NULL OR detail IS NOT NULL)
           AND list IN (SELECT id FROM applicant_list WHERE created_at < ? AND state = 'done')`,
        before,
      ),
      sessions: this.#endedSessions(now),
      shares: this.#endedShares(new Date(Date.parse(now) - shareDays * dayMs).toISOString()),
    }))
    const { notes, ...counted } = erased
    if (notes + counted.decisions + counted.lines > 0) this.#database.emptyLog()
    return counted
  }

  #endedSessions(now: string): number {
    return (
      this.#database.run('DELETE FROM desk_session WHERE expires_at <= ?', now) +
      this.#database.run('DELETE FROM holder_session WHERE expires_at <= ?', now)
    )
  }

  #endedShares(before: string): number {
    return this.#database.run(
      'DELETE FROM share WHERE expires_at <= ? OR ended_at <= ?',
      before,
      before,
    )
  }

  /** Of what was done about a decision after it was erased, such as a withdrawal. */
  #eraseLateNotes(before: string): number {
    return this.#database.run(
      `UPDATE decision_event SET note = NULL WHERE note IS NOT NULL AND happened_at < ?
         AND decision IN (SELECT id FROM decision WHERE application IS NULL)`,
      before,
    )
  }

  #eraseDecisions(before: string, now: string): number {
    const isOver = `application IS NOT NULL AND decided_at < ? AND NOT EXISTS
      (SELECT 1 FROM enrolment e WHERE e.decision = decision.id AND e.changed_at >= ?)`
    this.#database.run(
      `UPDATE decision_event SET note = NULL
       WHERE note IS NOT NULL AND decision IN (SELECT id FROM decision WHERE ${isOver})`,
      before,
      before,
    )
    return this.#database.run(
      `UPDATE decision SET application = NULL, reference = NULL, person = NULL, name = NULL, waiting = 0, erased_at = ?
       WHERE ${isOver}`,
      now,
      before,
      before,
    )
  }
}
