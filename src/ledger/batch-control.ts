import type { Database } from './database.ts'

/** How a batch is held up, let go and taken back. Each answers `false` where there was nothing to do. */
export class BatchControl {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  pause(id: string, at: string): boolean {
    return this.#database.act(
      { action: 'import-paused', about: id, at },
      'UPDATE batch SET paused_at = ? WHERE id = ? AND paused_at IS NULL AND undo_at IS NULL',
      at,
      id,
    )
  }

  /** `heldUntil`: the time to think it over, which stood still while the batch did. */
  resume(id: string, heldUntil: string | null): boolean {
    return this.#database.act(
      { action: 'import-resumed', about: id },
      `UPDATE batch SET paused_at = NULL, held_until = ?
       WHERE id = ? AND paused_at IS NOT NULL AND undo_at IS NULL`,
      heldUntil,
      id,
    )
  }

  /** From now on learners are told, and it cannot be undone any more. */
  release(id: string, at: string): boolean {
    return this.#database.act(
      { action: 'import-released', about: id, at },
      'UPDATE batch SET held_until = ? WHERE id = ? AND held_until > ? AND undo_at IS NULL',
      at,
      id,
      at,
    )
  }

  /** From now on nothing of it is signed and nobody is told, whatever becomes of this process. */
  beginUndo(id: string, at: string): boolean {
    return this.#database.act(
      { action: 'import-undo-begun', about: id, at },
      'UPDATE batch SET undo_at = ? WHERE id = ? AND undo_at IS NULL',
      at,
      id,
    )
  }

  /** Nothing of it is left to be taken back. */
  endUndo(id: string, at: string): void {
    this.#database.act(
      { action: 'import-undone', about: id, at },
      `UPDATE batch SET undone_at = ?, letters = 'done' WHERE id = ? AND undone_at IS NULL`,
      at,
      id,
    )
  }

  /** Those that began to be undone, and are not through. */
  undoing(): string[] {
    return this.#database
      .all('SELECT id FROM batch WHERE undo_at IS NOT NULL AND undone_at IS NULL ORDER BY undo_at')
      .map((row) => String(row.id))
  }

  /** Public ids of some of a batch that are reserved or issued, and not undone. */
  standing(id: string, limit: number): string[] {
    return this.#database
      .all(
        `SELECT id FROM credential WHERE batch = ? AND state IN ('reserved', 'issued') AND undone_at IS NULL LIMIT ?`,
        id,
        limit,
      )
      .map((row) => String(row.id))
  }

  /** Gives up what is only reserved: its natural key is free again. `false` where it was signed meanwhile. */
  giveUp(credential: string, at: string): boolean {
    return this.#database.act(
      { action: 'credential-void', about: credential, at },
      `UPDATE credential SET state = 'void', void_reason = 'undone', undone_at = ?
       WHERE id = ? AND state = 'reserved'`,
      at,
      credential,
    )
  }

  /** Marks what was signed as undone, once it is revoked: its natural key is free again. */
  free(credential: string, at: string): void {
    this.#database.run(
      'UPDATE credential SET undone_at = ? WHERE id = ? AND undone_at IS NULL',
      at,
      credential,
    )
  }

  /** Whether the learners of any batch that is all signed may be told by now, who could not be before. */
  isReleaseDue(now: string): boolean {
    const row = this.#database.get(
      `SELECT 1 AS due FROM batch WHERE letters <> 'done' AND held_until <= ? AND state <> 'reading'
         AND paused_at IS NULL AND undo_at IS NULL AND NOT EXISTS
           (SELECT 1 FROM credential c WHERE c.batch = batch.id AND c.state = 'reserved') LIMIT 1`,
      now,
    )
    return row !== undefined
  }
}
