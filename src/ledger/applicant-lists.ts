import type { Database, Row } from './database.ts'

/** `reading`: its lines are still being stored, nothing is promised. `waiting`: some are still to be decided. */
export type ApplicantListState = 'reading' | 'waiting' | 'done'

export interface ApplicantListRecord {
  readonly id: string
  readonly specialization: string
  readonly provider: string
  /** Token of the caller. */
  readonly requestedBy: string
  readonly state: ApplicantListState
  readonly total: number
  readonly createdAt: string
}

/** A line as it is stored: what is to be decided, or why it cannot be. */
export interface NewApplicantLine {
  readonly line: number
  readonly reference: string | null
  readonly asked: string | null
  readonly code: string | null
  readonly detail: string | null
}

/** A line with what it came to; the last four are those of its decision. */
export interface ApplicantLine {
  readonly line: number
  readonly reference: string | null
  readonly code: string | null
  readonly detail: string | null
  readonly decision: string | null
  readonly outcome: string | null
  readonly points: number
  readonly appliedAt: string
}

/** Lines by what they came to: an outcome, `refused`, or `waiting`. */
export type LineTallies = Readonly<Record<string, number>>

const listOf = (row: Row): ApplicantListRecord => ({
  id: String(row.id),
  specialization: String(row.specialization),
  provider: String(row.provider),
  requestedBy: String(row.requested_by),
  state: row.state as ApplicantListState,
  total: Number(row.total),
  createdAt: String(row.created_at),
})

const lineOf = (row: Row): ApplicantLine => ({
  line: Number(row.line),
  reference: row.reference as string | null,
  code: row.code as string | null,
  detail: row.detail as string | null,
  decision: row.decision as string | null,
  outcome: row.outcome as string | null,
  points: Number(row.points ?? 0),
  appliedAt: String(row.applied_at ?? ''),
})

/** Lists of applicants and what each of their lines came to; what was asked is kept until it is answered, no longer. */
export class ApplicantLists {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  open(list: Omit<ApplicantListRecord, 'state' | 'total'>): void {
    this.#database.run(
      `INSERT INTO applicant_list (id, specialization, provider, requested_by, state, total, created_at)
       VALUES (?, ?, ?, ?, 'reading', 0, ?)`,
      list.id,
      list.specialization,
      list.provider,
      list.requestedBy,
      list.createdAt,
    )
  }

  addLine(list: string, { line, reference, asked, code, detail }: NewApplicantLine): void {
    this.#database.run(
      'INSERT INTO applicant_line (list, line, reference, asked, code, detail) VALUES (?, ?, ?, ?, ?, ?)',
      list,
      line,
      reference,
      asked,
      code,
      detail,
    )
  }

  /** Every line is stored: from now on it is promised. */
  promise(id: string): void {
    this.#database.act(
      { action: 'list-taken', about: id },
      `UPDATE applicant_list SET state = 'waiting',
         total = (SELECT count(*) FROM applicant_line WHERE list = ?) WHERE id = ?`,
      id,
      id,
    )
  }

  byId(id: string): ApplicantListRecord | undefined {
    const row = this.#database.get('SELECT * FROM applicant_list WHERE id = ?', id)
    return row && listOf(row)
  }

  /** Of one provider, or of all where none is named, the newest first. */
  recent(specialization: string, provider: string | null, limit: number): ApplicantListRecord[] {
    return this.#database
      .all(
        `SELECT * FROM applicant_list
         WHERE specialization = ? AND (provider = ? OR ? IS NULL) AND state <> 'reading'
         ORDER BY created_at DESC, id LIMIT ?`,
        specialization,
        provider,
        provider,
        limit,
      )
      .map(listOf)
  }

  /** Those with something left to decide, the oldest first. */
  waiting(): ApplicantListRecord[] {
    return this.#database
      .all(`SELECT * FROM applicant_list WHERE state = 'waiting' ORDER BY created_at, id`)
      .map(listOf)
  }

  /** The first line after a given one that is still to be decided, with what was asked. */
  nextOpen(list: string, after: number): { line: number; asked: string } | undefined {
    const row = this.#database.get(
      `SELECT line, asked FROM applicant_line
       WHERE list = ? AND line > ? AND decision IS NULL AND code IS NULL ORDER BY line LIMIT 1`,
      list,
      after,
    )
    return row && { line: Number(row.line), asked: String(row.asked) }
  }

  /** Records the answer of a line once and forgets what was asked; `false` where it was answered before. */
  settle(
    { list, line }: { readonly list: string; readonly line: number },
    answer: { readonly decision: string } | { readonly code: string; readonly detail: string },
  ): boolean {
    const told = { decision: null, code: null, detail: null, ...answer }
    const changes = this.#database.run(
      `UPDATE applicant_line SET decision = ?, code = ?, detail = ?, asked = NULL
       WHERE list = ? AND line = ? AND decision IS NULL AND code IS NULL`,
      told.decision,
      told.code,
      told.detail,
      list,
      line,
    )
    return changes === 1
  }

  /** Closes a list of which no line is open. */
  closeIfDone(id: string): void {
    this.#database.run(
      `UPDATE applicant_list SET state = 'done' WHERE id = ? AND state = 'waiting' AND NOT EXISTS
         (SELECT 1 FROM applicant_line WHERE list = ? AND decision IS NULL AND code IS NULL)`,
      id,
      id,
    )
  }

  tallies(id: string): LineTallies {
    const rows = this.#database.all(
      `SELECT CASE WHEN l.code IS NOT NULL THEN 'refused' WHEN d.outcome IS NULL THEN 'waiting' ELSE d.outcome END
         AS came_to, count(*) AS n
       FROM applicant_line l LEFT JOIN decision d ON d.id = l.decision WHERE l.list = ? GROUP BY 1`,
      id,
    )
    return Object.fromEntries(rows.map((row) => [String(row.came_to), Number(row.n)]))
  }

  /** Every line with what decides its rank, in the order of the file: some 200 bytes each. */
  lines(id: string): ApplicantLine[] {
    return this.#database
      .all(
        `SELECT l.line, l.reference, l.code, l.detail, l.decision, d.outcome, d.points, d.applied_at
         FROM applicant_line l LEFT JOIN decision d ON d.id = l.decision WHERE l.list = ? ORDER BY l.line`,
        id,
      )
      .map(lineOf)
  }

  /** Takes away a list, and with it what was said of those who have no decision. */
  remove(id: string): void {
    this.#database.run('DELETE FROM applicant_line WHERE list = ?', id)
    this.#database.run('DELETE FROM applicant_list WHERE id = ?', id)
  }

  /** Those begun before an instant of which the lines are not stored: nothing was promised. */
  abandoned(before: string): string[] {
    return this.#database
      .all(`SELECT id FROM applicant_list WHERE state = 'reading' AND created_at < ?`, before)
      .map((row) => String(row.id))
  }
}
