import type { Language } from '../language.ts'
import type { Database, Row } from './database.ts'

export const mailStates = ['waiting', 'sending', 'sent', 'refused', 'unclear'] as const

/**
 * `waiting` for its turn, or to be tried again; `sending`: handed to the server, not answered yet; `refused` for good;
 * `unclear`: perhaps sent, so never sent again by itself.
 */
export type MailState = (typeof mailStates)[number]

/** `claim` about a batch, `new-link` about a claim, `corrected` about a correction. */
export type MailKind = 'claim' | 'new-link' | 'corrected'

export interface MailRecord {
  readonly id: string
  readonly kind: MailKind
  readonly about: string
  readonly learner: string
  readonly language: Language
  readonly state: MailState
  /** How often it was begun. */
  readonly attempts: number
  /** When it may be begun; of one being sent, until when it is waited for. */
  readonly dueAt: string
  readonly createdAt: string
  readonly changedAt: string
  /** When it was first tried. */
  readonly triedAt: string | null
  /** When it was last begun: it tells one attempt from another. */
  readonly begunAt: string | null
  readonly replyCode: number | null
  /** What the mail server said, without anything personal. */
  readonly reply: string | null
}

export type NewMail = Pick<MailRecord, 'id' | 'kind' | 'about' | 'learner' | 'language'> & {
  readonly rowKey: string
  readonly createdAt: string
}

export const mailOf = (row: Row): MailRecord => ({
  id: String(row.id),
  kind: row.kind as MailKind,
  about: String(row.about),
  learner: String(row.learner),
  language: row.language as Language,
  state: row.state as MailState,
  attempts: Number(row.attempts),
  dueAt: String(row.due_at),
  createdAt: String(row.created_at),
  changedAt: String(row.changed_at),
  triedAt: row.tried_at as string | null,
  begunAt: row.begun_at as string | null,
  replyCode: row.reply_code as number | null,
  reply: row.reply as string | null,
})

/** Letters to learners, kept so that each is sent once: what they were about, and how that went. */
export class Mails {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** `false` where the learner has one about the same thing already. */
  add(mail: NewMail): boolean {
    const changed = this.#database.run(
      `INSERT INTO mail (row_key, id, kind, about, learner, language, state, attempts, due_at, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?, ?) ON CONFLICT (kind, about, learner) DO NOTHING`,
      mail.rowKey,
      mail.id,
      mail.kind,
      mail.about,
      mail.learner,
      mail.language,
      mail.createdAt,
      mail.createdAt,
      mail.createdAt,
    )
    return changed === 1
  }

  byId(id: string): MailRecord | undefined {
    const row = this.#database.get('SELECT * FROM mail WHERE id = ?', id)
    return row && mailOf(row)
  }

  /** The newest first; at most `limit`. */
  list(
    wanted: { readonly state?: MailState | undefined; readonly batch?: string | undefined },
    limit: number,
  ): MailRecord[] {
    const { state = null, batch = null } = wanted
    return this.#database
      .all(
        `SELECT * FROM mail WHERE (state = ? OR ? IS NULL) AND (about = ? OR ? IS NULL)
         ORDER BY row_key DESC LIMIT ?`,
        state,
        state,
        batch,
        batch,
        limit,
      )
      .map(mailOf)
  }

  counts(): Readonly<Partial<Record<MailState, number>>> {
    const rows = this.#database.all('SELECT state, count(*) AS n FROM mail GROUP BY state')
    return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]))
  }

  /** How many wait that were tried at an instant already: a mail server that takes nothing. */
  waitingSince(tried: string): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM mail WHERE state = 'waiting' AND tried_at <= ?`,
      tried,
    )
    return Number(row?.n)
  }

  /** How many new links a learner was sent since an instant. */
  linksSince(learner: string, since: string): number {
    const row = this.#database.get(
      `SELECT count(*) AS n FROM mail WHERE learner = ? AND kind = 'new-link' AND created_at > ?`,
      learner,
      since,
    )
    return Number(row?.n)
  }

  /** Puts one that was refused, or is unclear, in line again; `false` for any other. */
  retry(id: string, now: string): boolean {
    return this.#database.act(
      { action: 'letter-retried', about: id, at: now },
      `UPDATE mail SET state = 'waiting', attempts = 0, due_at = ?, changed_at = ?, tried_at = NULL, reply_code = NULL, reply = NULL
       WHERE id = ? AND state IN ('refused', 'unclear')`,
      now,
      now,
      id,
    )
  }

  /** A letter that came back: it was taken by one server and refused by another. `false` where it was never handed over. */
  bounced(
    id: string,
    at: string,
    answer: { readonly code: number; readonly reply: string },
  ): boolean {
    const changed = this.#database.run(
      `UPDATE mail SET state = 'refused', reply_code = ?, reply = ?, changed_at = ?
       WHERE id = ? AND state IN ('sent', 'unclear', 'refused')`,
      answer.code,
      answer.reply,
      at,
      id,
    )
    return changed === 1
  }

  /** The letter to an address that was sent last, after an instant. */
  lastSentTo(address: string, since: string): MailRecord | undefined {
    const row = this.#database.get(
      `SELECT m.* FROM mail m JOIN learner p ON p.id = m.learner
       WHERE p.email = ? AND m.begun_at > ? AND m.state IN ('sent', 'unclear') ORDER BY m.begun_at DESC LIMIT 1`,
      address,
      since,
    )
    return row && mailOf(row)
  }
}
