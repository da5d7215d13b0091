import type { Database, Row } from './database.ts'

/** An import that was handed in and is looked at; its file is kept beside the ledger. */
export interface DraftRecord {
  readonly id: string
  readonly course: string
  /** How it is read and issued, as JSON; what it says is the service's affair. */
  readonly options: string
  readonly fileName: string
  /** SHA-256 of the file, hex. */
  readonly fileHash: string
  readonly fileSize: number
  /** Token id, account, or `command line`. */
  readonly createdBy: string
  readonly createdAt: string
  readonly changedAt: string
  /** What it was issued as; `null` as long as nothing was. */
  readonly batch: string | null
}

const readDraft = (row: Row): DraftRecord => ({
  id: String(row.id),
  course: String(row.course),
  options: String(row.options),
  fileName: String(row.file_name),
  fileHash: String(row.file_hash),
  fileSize: Number(row.file_size),
  createdBy: String(row.created_by),
  createdAt: String(row.created_at),
  changedAt: String(row.changed_at),
  batch: row.batch as string | null,
})

/** Imports before anything of them is issued, and how the exports of each course were read last. */
export class DraftRecords {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(draft: Omit<DraftRecord, 'batch' | 'changedAt'>): void {
    this.#database.act(
      { action: 'draft-made', about: draft.id, at: draft.createdAt },
      `INSERT INTO draft (id, course, options, file_name, file_hash, file_size, created_by, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      draft.id,
      draft.course,
      draft.options,
      draft.fileName,
      draft.fileHash,
      draft.fileSize,
      draft.createdBy,
      draft.createdAt,
      draft.createdAt,
    )
  }

  byId(id: string): DraftRecord | undefined {
    const row = this.#database.get('SELECT * FROM draft WHERE id = ?', id)
    return row && readDraft(row)
  }

  /** The one that a batch came from. */
  ofBatch(batch: string): DraftRecord | undefined {
    const row = this.#database.get('SELECT * FROM draft WHERE batch = ?', batch)
    return row && readDraft(row)
  }

  /** Those that nothing was issued of, the newest first; of these courses alone, where any are named. */
  open(courses: readonly string[], limit: number): DraftRecord[] {
    const among = courses.length > 0 ? `AND course IN (${courses.map(() => '?').join(', ')})` : ''
    return this.#database
      .all(
        `SELECT * FROM draft WHERE batch IS NULL ${among} ORDER BY created_at DESC, id LIMIT ?`,
        ...courses,
        limit,
      )
      .map(readDraft)
  }

  /** `false` once it was issued. */
  change(
    id: string,
    { course, options }: Pick<DraftRecord, 'course' | 'options'>,
    at: string,
  ): boolean {
    return this.#database.act(
      { action: 'draft-changed', about: id, at },
      'UPDATE draft SET course = ?, options = ?, changed_at = ? WHERE id = ? AND batch IS NULL',
      course,
      options,
      at,
      id,
    )
  }

  /** Within the transaction that opens the batch. `false` where another was first, or it was changed. */
  setBatch({ id, changedAt }: Pick<DraftRecord, 'id' | 'changedAt'>, batch: string): boolean {
    return this.#database.act(
      { action: 'draft-issued', about: id, detail: batch },
      'UPDATE draft SET batch = ? WHERE id = ? AND batch IS NULL AND changed_at = ?',
      batch,
      id,
      changedAt,
    )
  }

  /** Batches of drafts that were not read to their end. */
  unread(): DraftRecord[] {
    return this.#database
      .all(
        `SELECT d.* FROM draft d JOIN batch b ON b.id = d.batch
         WHERE b.state = 'reading' AND b.undo_at IS NULL ORDER BY b.created_at`,
      )
      .map(readDraft)
  }

  remove(id: string): void {
    this.#database.act(
      { action: 'draft-discarded', about: id },
      'DELETE FROM draft WHERE id = ?',
      id,
    )
  }

  /** Ids of those handed in before an instant, but for what is being read. */
  before(instant: string): string[] {
    return this.#database
      .all(
        `SELECT id FROM draft WHERE created_at < ? AND NOT EXISTS
           (SELECT 1 FROM batch b WHERE b.id = draft.batch AND b.state = 'reading')`,
        instant,
      )
      .map((row) => String(row.id))
  }

  /** How the export of a course was read last, as JSON. */
  reading(course: string): string | undefined {
    const row = this.#database.get('SELECT options FROM course_reading WHERE course = ?', course)
    return row && String(row.options)
  }

  rememberReading(course: string, options: string, at: string): void {
    this.#database.run(
      `INSERT INTO course_reading (course, options, changed_at) VALUES (?, ?, ?)
       ON CONFLICT (course) DO UPDATE SET options = excluded.options, changed_at = excluded.changed_at`,
      course,
      options,
      at,
    )
  }
}
