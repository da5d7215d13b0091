import type { Database } from './database.ts'
import { type MailRecord, mailOf } from './mails.ts'

/** How an attempt ended, as it is kept; what is to be tried again is `later`. */
export interface MailAnswer {
  readonly outcome: 'sent' | 'refused' | 'later' | 'unclear'
  readonly code: number | null
  readonly reply: string | null
}

const second = 1_000
const minute = 60 * second
const leaseMs = 10 * minute
const tryForMs = 3 * 24 * 60 * minute

/** After the first attempt a minute, then longer; after the last of these always as long. */
const pausesMs = [1, 5, 30, 120, 480].map((minutes) => minutes * minute)
const pauseAfter = (attempts: number) =>
  pausesMs[Math.min(Math.max(attempts, 1), pausesMs.length) - 1] ?? minute

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString()

const next = `SELECT * FROM mail WHERE state = 'waiting' AND due_at <= ?`

/**
 * Who sends which letter when, over all processes: a letter is taken by one, and that it was taken is on disk before
 * the mail server hears of it. So one whose process died may have been sent or not; it becomes `unclear`, and is not
 * sent again by itself.
 */
export class MailTurns {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Letters of which nobody will tell any more how they went. */
  settleLost(now: Date): number {
    const at = now.toISOString()
    return this.#database.run(
      `UPDATE mail SET state = 'unclear', reply = 'the process that sent it ended before the answer', changed_at = ?
       WHERE state = 'sending' AND due_at <= ?`,
      at,
      at,
    )
  }

  /** When a letter may be begun without more than so many a minute, nor a burst of more than a tenth of them. */
  #allowedAt(now: Date, perMinute: number): number {
    const windows = [
      { ms: minute, count: perMinute },
      { ms: 6 * second, count: Math.ceil(perMinute / 10) },
    ]
    const free = windows.map(({ ms, count }) => {
      const row = this.#database.get(
        'SELECT begun_at FROM mail WHERE begun_at > ? ORDER BY begun_at DESC LIMIT 1 OFFSET ?',
        later(now, -ms),
        count - 1,
      )
      return row ? Date.parse(String(row.begun_at)) + ms : now.getTime()
    })
    return Math.max(now.getTime(), ...free)
  }

  /** In how many milliseconds the next letter may be begun; `undefined` where none is due by now. */
  waitMs(now: Date, perMinute: number): number | undefined {
    const due = this.#database.get(`${next} LIMIT 1`, now.toISOString())
    return due && this.#allowedAt(now, perMinute) - now.getTime()
  }

  /** When the next letter is due that is not due yet. */
  nextDueAt(): string | undefined {
    const row = this.#database.get(`SELECT min(due_at) AS at FROM mail WHERE state = 'waiting'`)
    return (row?.at as string | null) ?? undefined
  }

  /** Takes the next letter that is due; whoever waits for a link comes first. To be called within a transaction. */
  take(now: Date, perMinute: number): MailRecord | undefined {
    const at = now.toISOString()
    if (this.#allowedAt(now, perMinute) > now.getTime()) return undefined
    const row =
      this.#database.get(`${next} AND kind = 'new-link' ORDER BY due_at, row_key LIMIT 1`, at) ??
      this.#database.get(`${next} ORDER BY due_at, row_key LIMIT 1`, at)
    if (!row) return undefined
    const mail = mailOf(row)
    this.#database.run(
      `UPDATE mail SET state = 'sending', attempts = attempts + 1, due_at = ?, begun_at = ?, changed_at = ?,
         tried_at = COALESCE(tried_at, ?) WHERE id = ?`,
      later(now, leaseMs),
      at,
      at,
      at,
      mail.id,
    )
    const triedAt = mail.triedAt ?? at
    return { ...mail, state: 'sending', attempts: mail.attempts + 1, triedAt, begunAt: at }
  }

  /** Writes down how the attempt went; an answer that comes late still counts for it, but for no later attempt. */
  settle(mail: MailRecord, answer: MailAnswer, now: Date): void {
    const tried = Date.parse(mail.triedAt ?? now.toISOString())
    const isOver = answer.outcome === 'later' && now.getTime() - tried >= tryForMs
    const state = isOver ? 'refused' : answer.outcome === 'later' ? 'waiting' : answer.outcome
    this.#database.run(
      `UPDATE mail SET state = ?, due_at = ?, changed_at = ?, reply_code = ?, reply = ?
       WHERE id = ? AND begun_at = ? AND state IN ('sending', 'unclear')`,
      state,
      later(now, pauseAfter(mail.attempts)),
      now.toISOString(),
      answer.code,
      answer.reply,
      mail.id,
      mail.begunAt,
    )
  }

  /** Nobody can be written to by now: everything that is due waits, each for as long as it has been tried. */
  postponeDue(answer: Omit<MailAnswer, 'outcome'>, now: Date): number {
    const at = now.toISOString()
    const pauses = pausesMs.map((_, index) => later(now, pauseAfter(index + 1)))
    const cases = pausesMs.slice(0, -1).map((_, index) => `WHEN ${index} THEN ?`)
    return this.#database.run(
      `UPDATE mail SET attempts = attempts + 1, tried_at = COALESCE(tried_at, ?), changed_at = ?,
         reply_code = ?, reply = ?, due_at = CASE attempts ${cases.join(' ')} ELSE ? END,
         state = CASE WHEN tried_at <= ? THEN 'refused' ELSE 'waiting' END
       WHERE state = 'waiting' AND due_at <= ?`,
      at,
      at,
      answer.code,
      answer.reply,
      ...pauses,
      later(now, -tryForMs),
      at,
    )
  }
}
