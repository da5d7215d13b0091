import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'
import { timeOrderedKey } from './identifiers.ts'
import { NameWords } from './name-words.ts'

export interface LearnerRecord {
  readonly id: string
  /**
   * What all of the learner's credentials share: a random `urn:uuid:`, never derived from an e-mail; of whoever came with
   * credentials of others, the DID or `urn:` that those name.
   */
  readonly subject: string
}

/** Who was issued to. Keys and e-mails stay here; credentials carry only the random subject and the name. */
export class Learners {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  byKey(key: string): LearnerRecord | undefined {
    const row = this.#database.get('SELECT id, subject FROM learner WHERE learner_key = ?', key)
    return row && { id: String(row.id), subject: String(row.subject) }
  }

  byId(id: string): LearnerRecord | undefined {
    const row = this.#database.get('SELECT id, subject FROM learner WHERE id = ?', id)
    return row && { id: String(row.id), subject: String(row.subject) }
  }

  /** What tells the learner from others across imports; `undefined` where there is none, and once it is erased. */
  keyOf(id: string): string | undefined {
    const row = this.#database.get(
      'SELECT learner_key FROM learner WHERE id = ? AND erased_at IS NULL',
      id,
    )
    return row && String(row.learner_key)
  }

  bySubject(subject: string): LearnerRecord | undefined {
    const row = this.#database.get('SELECT id, subject FROM learner WHERE subject = ?', subject)
    return row && { id: String(row.id), subject: String(row.subject) }
  }

  /** What the learner is called from now on. */
  rename(id: string, name: string): void {
    this.#database.act(
      { action: 'learner-renamed', about: id },
      'UPDATE learner SET name = ? WHERE id = ?',
      name,
      id,
    )
    new NameWords(this.#database).refold(id)
  }

  /** What a later import says of a learner counts only while nothing that was issued or is reserved says otherwise. */
  renew(id: string, { name, email }: { readonly name: string; readonly email: string | null }) {
    this.#database.run(
      `UPDATE learner SET name = ?, email = ? WHERE id = ? AND erased_at IS NULL
         AND (name <> ? OR COALESCE(email, '') <> COALESCE(?, ''))
         AND NOT EXISTS (SELECT 1 FROM credential c
           WHERE c.learner = learner.id AND c.state <> 'void' AND c.undone_at IS NULL)`,
      name,
      email,
      id,
      name,
      email,
    )
  }

  /** The learner of this key, made on first sight, within the caller's transaction; then with this subject. */
  findOrAdd(
    learner: { readonly key: string; readonly name: string; readonly email: string | null },
    now: Date,
    subject = `urn:uuid:${randomUUID()}`,
  ): LearnerRecord {
    const known = this.byKey(learner.key)
    if (known) return known
    const record = { id: timeOrderedKey(now), subject }
    this.#database.run(
      'INSERT INTO learner (id, learner_key, subject, name, email, created_at, folded) VALUES (?, ?, ?, ?, ?, ?, 1)',
      record.id,
      learner.key,
      record.subject,
      learner.name,
      learner.email,
      now.toISOString(),
    )
    new NameWords(this.#database).add(record.id, learner.name)
    return record
  }
}
