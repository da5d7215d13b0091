import type { Database, Value } from './database.ts'

/** On what ground (GDPR Article 17(1)); a code and no free text, so that no name comes back in with the reason. */
export const erasureCodes = [
  'requested-by-holder',
  'no-longer-needed',
  'unlawful',
  'unspecified',
] as const
export type ErasureCode = (typeof erasureCodes)[number]

export interface ErasureNote {
  readonly at: string
  /** Token id, `command line`, or `holder`. */
  readonly by: string
  readonly code: ErasureCode
}

const erasedFingerprint = 'erased'

/** A row of a batch that told of an award of this credential. */
const itsLines = `EXISTS (SELECT 1 FROM batch_line own
  WHERE own.batch = batch_line.batch AND own.line = batch_line.line AND own.credential = ?)`

/**
 * Takes out of the ledger what is about a person, within the caller's transaction. What stays says nothing of anybody:
 * ids, times, what was earned in which run, and status indexes, each with its bit as it was.
 */
export class Erasures {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  #run(sql: string, ...values: Value[]): void {
    this.#database.run(sql, ...values)
  }

  /**
   * Everything that a credential said, in all of its forms and versions, and all that hung on it. One that was only
   * reserved is given up. `stub` is what stands in the place of its bytes.
   */
  eraseCredential(id: string, stub: string, { at, by, code }: ErasureNote): void {
    this.#run(
      `UPDATE credential SET state = CASE state WHEN 'reserved' THEN 'void' ELSE state END,
         void_reason = CASE state WHEN 'issued' THEN NULL ELSE 'erased' END,
         unsigned = ?, signed = NULL, jwt = NULL, fingerprint = ?, revocation_note = NULL, visibility = 'private',
         erased_at = ?, erased_by = ?, erasure_code = ? WHERE id = ? AND erased_at IS NULL`,
      stub,
      erasedFingerprint,
      at,
      by,
      code,
      id,
    )
    this.#run(
      `UPDATE correction SET state = CASE WHEN state IN ('asked', 'reserved') THEN 'void' ELSE state END,
         wish = NULL, changes = NULL, note = NULL, answer = NULL, unsigned = NULL, fingerprint = NULL
       WHERE credential = ?`,
      id,
    )
    this.#run(
      `UPDATE reissue SET state = CASE state WHEN 'reserved' THEN 'void' ELSE state END, unsigned = NULL
       WHERE credential = ?`,
      id,
    )
    this.#run(`UPDATE batch_line SET value = NULL WHERE value IS NOT NULL AND ${itsLines}`, id)
    this.#eraseActs(id)
    // What was answered to a platform leads to it; told again, the message finds that it was erased.
    this.#run(`DELETE FROM connection_message WHERE replace(answer, ?, '') <> answer`, id)
    this.#run('DELETE FROM share WHERE credential = ?', id)
    this.#run(
      'DELETE FROM wallet_spent WHERE offer IN (SELECT id FROM wallet_offer WHERE credential = ?)',
      id,
    )
    this.#run('DELETE FROM wallet_offer WHERE credential = ?', id)
    this.#run(
      `UPDATE bound_credential SET holder = 'erased:' || id, unsigned = '', signed = NULL, jwt = NULL
       WHERE credential = ?`,
      id,
    )
    this.#run('UPDATE webhook_event SET subject = NULL WHERE about = ?', id)
    this.#run('DELETE FROM mail WHERE about = ?', id)
    this.#run(
      'DELETE FROM mail WHERE about IN (SELECT id FROM correction WHERE credential = ?)',
      id,
    )
    this.#database.audit.append({ action: 'credential-erased', about: id, detail: code, at })
  }

  /** What acts on many were to write into it; their reason too, once nothing of it is to be done any more. */
  #eraseActs(id: string): void {
    this.#run('UPDATE act_item SET changes = NULL WHERE credential = ?', id)
    this.#run(
      `UPDATE act SET note = NULL, answer = NULL WHERE state IN ('done', 'refused', 'ended')
         AND id IN (SELECT act FROM act_item WHERE credential = ?)`,
      id,
    )
  }

  /** Credentials of a learner that are there, or were given up with their bytes still kept. */
  heldBy(learner: string): string[] {
    return this.#database
      .all(
        'SELECT id FROM credential WHERE learner = ? AND erased_at IS NULL ORDER BY row_key',
        learner,
      )
      .map((row) => String(row.id))
  }

  /**
   * Who the learner was: name, address, key, subject, language, links, sessions and mails. `tombstone` is what a later
   * import of the same person is told by; it cannot be turned back into the key.
   */
  eraseLearner(id: string, tombstone: string, at: string): void {
    this.#eraseWords(id)
    this.#run('DELETE FROM claim WHERE learner = ?', id)
    this.#run('DELETE FROM name_word WHERE learner = ?', id)
    this.#run('DELETE FROM holder_session WHERE learner = ?', id)
    this.#run('DELETE FROM mail WHERE learner = ?', id)
    this.#run('DELETE FROM connection_progress WHERE learner = ?', tombstone)
    this.#run(
      `UPDATE learner SET name = '', email = NULL, language = NULL, learner_key = ?, subject = ?, erased_at = ?
       WHERE id = ? AND erased_at IS NULL`,
      tombstone,
      `erased:${id}`,
      at,
      id,
    )
    this.#database.audit.append({ action: 'learner-erased', about: id, at })
  }

  /** What complaints about rows of imports quote of the learner, whatever became of those rows. */
  #eraseWords(id: string): void {
    this.#run(
      `UPDATE batch_line SET value = NULL WHERE value IS NOT NULL AND EXISTS (
         SELECT 1 FROM learner l WHERE l.id = ?
           AND ((l.name <> '' AND replace(batch_line.value, l.name, '') <> batch_line.value)
             OR (l.email IS NOT NULL AND replace(lower(batch_line.value), l.email, '') <> lower(batch_line.value))))`,
      id,
    )
  }

  /** Whether a credential of this natural key was issued, and erased since. */
  wasErased(learner: string, achievement: string, run: string): boolean {
    const row = this.#database.get(
      `SELECT 1 AS found FROM credential WHERE learner = ? AND achievement = ? AND run = ? AND erased_at IS NOT NULL
         AND (state = 'issued' OR void_reason = 'erased') LIMIT 1`,
      learner,
      achievement,
      run,
    )
    return row !== undefined
  }

  /** Erased credentials of which something is left: there must never be any. */
  leftovers(): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM credential WHERE erased_at IS NOT NULL AND (signed IS NOT NULL OR jwt IS NOT NULL)`,
    )
    return Number(row?.n)
  }

  /** Overwrites what is gone in the file and its log too. After the transaction, not within it. */
  overwrite(): void {
    this.#database.emptyLog()
  }

  /** Writes the file anew, so that not even a trace in unused pages is left. Nobody else can write meanwhile. */
  rebuild(at: string): void {
    this.#database.rebuild()
    this.#run(
      `INSERT INTO setting (name, value) VALUES ('rebuilt-at', ?)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      at,
    )
  }

  /** Whether anything was erased since the file was last written anew. */
  isRebuildDue(): boolean {
    const row = this.#database.get(
      `SELECT 1 AS due FROM (SELECT max(erased_at) AS last FROM credential) AS erased
       WHERE last IS NOT NULL
         AND last >= coalesce((SELECT value FROM setting WHERE name = 'rebuilt-at'), '')`,
    )
    return row !== undefined
  }
}
