import type { Database, Row } from './database.ts'

/** What speaks to us: our own webhook, an LMS that sends xAPI or Open edX events, a platform that launches by LTI. */
export const connectionKinds = ['webhook', 'xapi', 'openedx', 'lti'] as const
export type ConnectionKind = (typeof connectionKinds)[number]

export interface ConnectionRecord {
  readonly id: string
  readonly kind: ConnectionKind
  /** Whose machine it is, in words of the operator. */
  readonly label: string
  readonly course: string
  readonly run: string
  /** JSON of the settings of its kind. */
  readonly settings: string
  readonly state: 'active' | 'removed'
  readonly createdAt: string
  /** Token id, or `command line`. */
  readonly createdBy: string
  readonly removedAt: string | null
}

/** How many were told of by a connection: taken, refused with a complaint, and of no account here. */
export interface ConnectionCounts {
  readonly taken: number
  readonly refused: number
  readonly ignored: number
}

/** The day whose batch is added to, `YYYY-MM-DD` in UTC. */
export interface ConnectionDay {
  readonly connection: string
  readonly run: string
  readonly day: string
}

/** What was answered to a message, under the digest of its body. */
export interface KeptAnswer {
  readonly digest: string
  readonly answer: string
}

const recordOf = (row: Row): ConnectionRecord => ({
  id: String(row.id),
  kind: row.kind as ConnectionKind,
  label: String(row.label),
  course: String(row.course),
  run: String(row.run),
  settings: String(row.settings),
  state: row.state as ConnectionRecord['state'],
  createdAt: String(row.created_at),
  createdBy: String(row.created_by),
  removedAt: row.removed_at as string | null,
})

/** The machines that may tell us of completions. Their secrets are computed, and kept nowhere. */
export class Connections {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(record: Omit<ConnectionRecord, 'state' | 'removedAt'>): void {
    this.#database.act(
      { action: 'connection-made', about: record.id, detail: record.kind, at: record.createdAt },
      `INSERT INTO connection (id, kind, label, course, run, settings, state, created_at, created_by)
       VALUES (?, ?, ?, ?, ?, ?, 'active', ?, ?)`,
      record.id,
      record.kind,
      record.label,
      record.course,
      record.run,
      record.settings,
      record.createdAt,
      record.createdBy,
    )
  }

  byId(id: string): ConnectionRecord | undefined {
    const row = this.#database.get('SELECT * FROM connection WHERE id = ?', id)
    return row && recordOf(row)
  }

  /** All there are and were, the newest first. */
  all(): ConnectionRecord[] {
    return this.#database.all('SELECT * FROM connection ORDER BY created_at DESC, id').map(recordOf)
  }

  /** `false` where there is none in use. */
  setSettings(id: string, settings: string): boolean {
    return this.#database.act(
      { action: 'connection-changed', about: id },
      `UPDATE connection SET settings = ? WHERE id = ? AND state = 'active'`,
      settings,
      id,
    )
  }

  /** Takes it out of use for good; `false` where it was before, or never was. */
  remove(id: string, at: string): boolean {
    return this.#database.act(
      { action: 'connection-removed', about: id, at },
      `UPDATE connection SET state = 'removed', removed_at = ? WHERE id = ? AND state = 'active'`,
      at,
      id,
    )
  }

  /** What was answered to this message before. */
  answered(connection: string, message: string): KeptAnswer | undefined {
    const row = this.#database.get(
      'SELECT digest, answer FROM connection_message WHERE connection = ? AND message = ?',
      connection,
      message,
    )
    return row && { digest: String(row.digest), answer: String(row.answer) }
  }

  /** Keeps an answer, within the transaction of what it tells. */
  keepAnswer(connection: string, message: string, kept: KeptAnswer, at: string): void {
    this.#database.run(
      'INSERT INTO connection_message (connection, message, digest, answer, at) VALUES (?, ?, ?, ?, ?)',
      connection,
      message,
      kept.digest,
      kept.answer,
      at,
    )
  }

  /** Forgets what was answered before an instant; natural keys keep what comes again later from being issued twice. */
  forgetAnswers(before: string): void {
    this.#database.run('DELETE FROM connection_message WHERE at < ?', before)
  }

  /** The batch that a connection adds to on a day. */
  batchOf({ connection, run, day }: ConnectionDay): string | undefined {
    const row = this.#database.get(
      `SELECT batch FROM connection_day WHERE connection = ? AND run = ? AND day = ?
         AND batch IS NOT NULL`,
      connection,
      run,
      day,
    )
    return row && String(row.batch)
  }

  setBatch({ connection, run, day }: ConnectionDay, batch: string): void {
    this.#database.run(
      `INSERT INTO connection_day (connection, run, day, batch) VALUES (?, ?, ?, ?)
       ON CONFLICT (connection, run, day) DO UPDATE SET batch = excluded.batch`,
      connection,
      run,
      day,
      batch,
    )
  }

  count({ connection, run, day }: ConnectionDay, more: ConnectionCounts): void {
    this.#database.run(
      `INSERT INTO connection_day (connection, run, day, taken, refused, ignored) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (connection, run, day) DO UPDATE SET taken = taken + excluded.taken,
         refused = refused + excluded.refused, ignored = ignored + excluded.ignored`,
      connection,
      run,
      day,
      more.taken,
      more.refused,
      more.ignored,
    )
  }

  /** All days together, and the last one on which anything came. */
  counts(connection: string): ConnectionCounts & { readonly lastDay: string | null } {
    const row = this.#database.get(
      `SELECT coalesce(sum(taken), 0) AS taken, coalesce(sum(refused), 0) AS refused,
         coalesce(sum(ignored), 0) AS ignored, max(day) AS last_day
       FROM connection_day WHERE connection = ?`,
      connection,
    )
    return {
      taken: Number(row?.taken),
      refused: Number(row?.refused),
      ignored: Number(row?.ignored),
      lastDay: (row?.last_day ?? null) as string | null,
    }
  }

  /** The batches of a connection and their days, the newest first, at most `limit`. */
  days(connection: string, limit: number): { readonly day: string; readonly batch: string }[] {
    return this.#database
      .all(
        `SELECT day, batch FROM connection_day WHERE connection = ? AND batch IS NOT NULL
         ORDER BY day DESC, run LIMIT ?`,
        connection,
        limit,
      )
      .map((row) => ({ day: String(row.day), batch: String(row.batch) }))
  }

  /** The same without their days. */
  batches(connection: string, limit: number): string[] {
    return this.days(connection, limit).map(({ batch }) => batch)
  }

  /** Public ids of what a connection brought a learner and still counts, or is to be signed. */
  broughtTo(connection: string, learnerKey: string): string[] {
    return this.#database
      .all(
        `SELECT DISTINCT c.id, c.row_key FROM connection_day d JOIN batch_line l ON l.batch = d.batch
           JOIN credential c ON c.id = l.credential JOIN learner p ON p.id = c.learner
         WHERE d.connection = ? AND l.outcome = 'reserved' AND p.learner_key = ?
           AND c.state <> 'void' AND c.revoked_at IS NULL AND c.erased_at IS NULL ORDER BY c.row_key`,
        connection,
        learnerKey,
      )
      .map((row) => String(row.id))
  }
}
