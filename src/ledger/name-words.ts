import { recipientName, type UnsignedBadge } from '../credential/open-badge.ts'
import { searchWords } from '../names.ts'
import type { Database } from './database.ts'

const learnersPerTransaction = 500

/** The words that learners are found by: of the name they go by, and of the names in what they were issued. */
export class NameWords {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** One more name of a learner. Within the caller's transaction. */
  add(learner: string, name: string): void {
    for (const word of searchWords(name))
      this.#database.run(
        'INSERT INTO name_word (word, learner) VALUES (?, ?) ON CONFLICT (word, learner) DO NOTHING',
        word,
        learner,
      )
  }

  /** The words anew, so that a name which no longer stands anywhere finds nobody. Within the caller's transaction. */
  refold(learner: string): void {
    this.#database.run('DELETE FROM name_word WHERE learner = ?', learner)
    const row = this.#database.get(
      'SELECT name FROM learner WHERE id = ? AND erased_at IS NULL',
      learner,
    )
    if (row)
      for (const name of [String(row.name), ...this.#issuedTo(learner)]) this.add(learner, name)
    this.#database.run('UPDATE learner SET folded = 1 WHERE id = ?', learner)
  }

  #issuedTo(learner: string): readonly string[] {
    const names = this.#database
      .all(
        `SELECT unsigned FROM credential WHERE learner = ? AND state <> 'void' AND erased_at IS NULL`,
        learner,
      )
      .flatMap(
        ({ unsigned }) =>
          recipientName((JSON.parse(String(unsigned)) as UnsignedBadge).credentialSubject) ?? [],
      )
    return [...new Set(names)]
  }

  /** Learners who came before their names were kept so, some at a time; durable once it returns. */
  foldMissing(): void {
    const missing = () =>
      this.#database.all('SELECT id FROM learner WHERE folded = 0 LIMIT ?', learnersPerTransaction)
    while (missing().length > 0)
      this.#database.transaction(() => {
        for (const { id } of missing()) this.refold(String(id))
      })
  }
}
