import type { Database } from './database.ts'
import { type MailRecord, mailOf } from './mails.ts'

/** Somebody who was issued to. */
export interface LearnerProfile {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly language: string | null
  readonly createdAt: string
}

/** A link that let them in, or may; not the link itself. */
export interface LearnerClaim {
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

/** A decision that ended in a credential of theirs, and the place that it led to. */
export interface LearnerDecision {
  readonly id: string
  readonly specialization: string
  readonly outcome: string
  readonly decidedAt: string
  readonly enrolment: string | null
  readonly enrolmentState: string | null
}

/** What is recorded about one learner, gathered from where it stands. */
export class LearnerFiles {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** `undefined` once erased. */
  profile(id: string): LearnerProfile | undefined {
    const row = this.#database.get(
      'SELECT id, name, email, language, created_at FROM learner WHERE id = ? AND erased_at IS NULL',
      id,
    )
    return (
      row && {
        id: String(row.id),
        name: String(row.name),
        email: row.email as string | null,
        language: row.language as string | null,
        createdAt: String(row.created_at),
      }
    )
  }

  /** Public ids of everything, whatever its state, the newest first. */
  credentials(learner: string): string[] {
    return this.#database
      .all('SELECT id FROM credential WHERE learner = ? ORDER BY row_key DESC', learner)
      .map(({ id }) => String(id))
  }

  /** The newest first. */
  letters(learner: string): MailRecord[] {
    return this.#database
      .all('SELECT * FROM mail WHERE learner = ? ORDER BY row_key DESC', learner)
      .map(mailOf)
  }

  /** The newest first. */
  claims(learner: string): LearnerClaim[] {
    return this.#database
      .all(
        `SELECT created_at, expires_at, used_at FROM claim WHERE learner = ? ORDER BY created_at DESC, id`,
        learner,
      )
      .map((row) => ({
        createdAt: String(row.created_at),
        expiresAt: String(row.expires_at),
        usedAt: row.used_at as string | null,
      }))
  }

  /** Those that a credential of theirs says, the newest first. */
  decisions(learner: string): LearnerDecision[] {
    return this.#database
      .all(
        `SELECT d.id, d.specialization, d.outcome, d.decided_at, e.id AS enrolment, e.state AS enrolment_state
         FROM credential c JOIN decision d ON d.credential = c.id LEFT JOIN enrolment e ON e.decision = d.id
         WHERE c.learner = ? ORDER BY d.row_key DESC`,
        learner,
      )
      .map((row) => ({
        id: String(row.id),
        specialization: String(row.specialization),
        outcome: String(row.outcome),
        decidedAt: String(row.decided_at),
        enrolment: row.enrolment as string | null,
        enrolmentState: row.enrolment_state as string | null,
      }))
  }
}
