import { isLanguage, type Language } from '../language.ts'
import type { Database } from './database.ts'

/** Whether a batch still has to be gone through: for letters and links, for links alone, or not. */
export type LettersWanted = 'wanted' | 'links' | 'done'

/** A learner who has something new and was not told yet. */
export interface Untold {
  readonly learner: string
  readonly mayBeWritten: boolean
  readonly language: Language
}

/** Whom a letter goes to, as far as it can. */
export interface Addressee {
  readonly name: string
  readonly email: string | null
  /** As the learner chose it. */
  readonly language: Language | null
}

const hour = 60 * 60 * 1_000

/** Who is to be told of what: read from what is recorded, so that whatever a crash left untold is found again. */
export class Letters {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /**
   * Batches with something left to tell. One that has been reading for an hour is read by nobody any more; one that may
   * still be undone, that stands still or is being undone tells nobody yet.
   */
  openBatches(now: Date): { readonly id: string; readonly letters: LettersWanted }[] {
    return this.#database
      .all(
        `SELECT id, letters FROM batch WHERE letters <> 'done' AND (state <> 'reading' OR created_at < ?)
           AND paused_at IS NULL AND undo_at IS NULL AND (held_until IS NULL OR held_until <= ?)
         ORDER BY created_at, id`,
        new Date(now.getTime() - hour).toISOString(),
        now.toISOString(),
      )
      .map((row) => ({ id: String(row.id), letters: row.letters as LettersWanted }))
  }

  /**
   * Learners to whom a batch has brought something, who have no link from it yet or, where letters are wanted, no
   * letter; not while anything of theirs is still to be signed.
   */
  untold(batch: string, letters: LettersWanted, limit: number): Untold[] {
    const letterOwed = `(p.email IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM mail m WHERE m.kind = 'claim' AND m.about = l.batch AND m.learner = p.id))`
    return this.#database
      .all(
        `SELECT p.id, p.email IS NOT NULL AS has_address, COALESCE(p.language, min(c.language)) AS language
         FROM batch_line l JOIN credential c ON c.id = l.credential JOIN learner p ON p.id = c.learner
         WHERE l.batch = ? AND l.outcome = 'reserved' AND c.state = 'issued' AND c.revoked_at IS NULL
           AND c.erased_at IS NULL AND p.erased_at IS NULL
           AND (NOT EXISTS (SELECT 1 FROM claim k WHERE k.about = l.batch AND k.learner = p.id)
             ${letters === 'wanted' ? `OR ${letterOwed}` : ''})
           AND NOT EXISTS (SELECT 1 FROM credential r WHERE r.learner = p.id AND r.state = 'reserved'
             AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = r.batch AND b.paused_at IS NOT NULL))
         GROUP BY p.id, p.email, p.language LIMIT ?`,
        batch,
        limit,
      )
      .map((row) => ({
        learner: String(row.id),
        mayBeWritten: Number(row.has_address) === 1,
        language: isLanguage(row.language) ? row.language : 'en',
      }))
  }

  setWanted(batch: string, letters: LettersWanted): void {
    this.#database.run('UPDATE batch SET letters = ? WHERE id = ?', letters, batch)
  }

  /** Everybody was told, and nothing more can come: nothing of the batch is still to be signed. */
  closeIfTold(batch: string): void {
    this.#database.run(
      `UPDATE batch SET letters = 'done' WHERE id = ? AND NOT EXISTS
         (SELECT 1 FROM batch_line l JOIN credential c ON c.id = l.credential
          WHERE l.batch = batch.id AND c.state = 'reserved')`,
      batch,
    )
  }

  /** `undefined` once the learner is erased. */
  addressee(learner: string): Addressee | undefined {
    const row = this.#database.get(
      'SELECT name, email, language FROM learner WHERE id = ? AND erased_at IS NULL',
      learner,
    )
    return (
      row && {
        name: String(row.name),
        email: row.email as string | null,
        language: isLanguage(row.language) ? row.language : null,
      }
    )
  }

  /** Ids of what a batch brought a learner and still stands. */
  broughtBy(batch: string, learner: string): string[] {
    return this.#database
      .all(
        `SELECT DISTINCT c.id, c.row_key FROM batch_line l JOIN credential c ON c.id = l.credential
         WHERE l.batch = ? AND l.outcome = 'reserved' AND c.learner = ? AND c.state = 'issued'
           AND c.revoked_at IS NULL AND c.erased_at IS NULL ORDER BY c.row_key`,
        batch,
        learner,
      )
      .map((row) => String(row.id))
  }

  /** The newest credential of a learner that stands: it has the name and language that were used last. */
  newestOf(learner: string): string | undefined {
    const row = this.#database.get(
      `SELECT id FROM credential WHERE learner = ? AND state = 'issued' AND erased_at IS NULL
       ORDER BY row_key DESC LIMIT 1`,
      learner,
    )
    return row && String(row.id)
  }

  /** What a correction changed, and whose it is. */
  corrected(
    correction: string,
  ): { readonly credential: string; readonly learner: string } | undefined {
    const row = this.#database.get(
      `SELECT c.id, c.learner FROM correction k JOIN credential c ON c.id = k.credential
       WHERE k.id = ? AND c.erased_at IS NULL`,
      correction,
    )
    return row && { credential: String(row.id), learner: String(row.learner) }
  }
}
