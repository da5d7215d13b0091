import type { Database, Value } from './database.ts'
import {
  type DecisionEvent,
  type DecisionRecord,
  type DecisionSummary,
  readDecision,
  readEvent,
  readSummary,
  type StoredOutcome,
  summaryColumns,
} from './decision-record.ts'

export interface DecisionFilter {
  readonly specialization: string
  /** `null` for the decisions of every provider. */
  readonly provider: string | null
  readonly outcome?: StoredOutcome | undefined
  /** Only those with something that waits for a person. */
  readonly isWaiting?: boolean | undefined
  /** The row key of the last one seen. */
  readonly after?: string | undefined
  readonly limit: number
}

/** What was decided for whom, by which rules, and everything that was done about it afterwards. */
export class Decisions {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Keeps a rule book under its version; one that is kept already never changes. */
  keepBook(book: { version: string; specialization: string; text: string; at: string }): void {
    this.#database.run(
      `INSERT INTO rule_book (version, specialization, book, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (version) DO NOTHING`,
      book.version,
      book.specialization,
      book.text,
      book.at,
    )
  }

  /** JSON text of a rule book that was kept. */
  book(version: string): string | undefined {
    const row = this.#database.get('SELECT book FROM rule_book WHERE version = ?', version)
    return row && String(row.book)
  }

  add(decision: Omit<DecisionRecord, 'credential' | 'erasedAt'>): void {
    const values: Value[] = [
      decision.rowKey,
      decision.id,
      decision.specialization,
      decision.ruleVersion,
      decision.provider,
      decision.reference,
      decision.country,
      JSON.stringify(decision.person),
      decision.name,
      decision.application,
      decision.outcome,
      decision.points,
      decision.waiting,
      decision.appliedAt,
      decision.decidedAt,
      decision.validUntil,
    ]
    this.#database.act(
      {
        action: 'decision-made',
        about: decision.id,
        detail: decision.outcome,
        at: decision.decidedAt,
      },
      `INSERT INTO decision (row_key, id, specialization, rule_version, provider, reference, country, person, name,
         application, outcome, points, waiting, applied_at, decided_at, valid_until)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...values,
    )
  }

  byId(id: string): DecisionRecord | undefined {
    const row = this.#database.get('SELECT * FROM decision WHERE id = ?', id)
    return row && readDecision(row)
  }

  summary(id: string): DecisionSummary | undefined {
    const row = this.#database.get(`SELECT ${summaryColumns} FROM decision WHERE id = ?`, id)
    return row && readSummary(row)
  }

  /** What a review changes; everything else of a decision stays as it was made. */
  settle(
    id: string,
    now: Pick<
      DecisionRecord,
      'application' | 'person' | 'name' | 'outcome' | 'points' | 'waiting' | 'validUntil'
    >,
  ): void {
    this.#database.run(
      `UPDATE decision SET application = ?, person = ?, name = ?, outcome = ?, points = ?, waiting = ?, valid_until = ?
       WHERE id = ?`,
      now.application,
      JSON.stringify(now.person),
      now.name,
      now.outcome,
      now.points,
      now.waiting,
      now.validUntil,
      id,
    )
  }

  /** Names the signed credential of a decision. */
  setCredential(id: string, credential: string): void {
    this.#database.run('UPDATE decision SET credential = ? WHERE id = ?', credential, id)
  }

  /** In the order they were made, from behind a row key: a page never skips or repeats one that stays. */
  page(filter: DecisionFilter): DecisionSummary[] {
    const { specialization, provider, outcome, isWaiting, after, limit } = filter
    const conditions: readonly (readonly [string, ...Value[]])[] = [
      ['specialization = ?', specialization],
      ...(provider === null ? [] : [['provider = ?', provider] as const]),
      ...(outcome === undefined ? [] : [['outcome = ?', outcome] as const]),
      ...(isWaiting ? [['waiting > 0'] as const] : []),
      ...(after === undefined ? [] : [['row_key > ?', after] as const]),
    ]
    const where = conditions.map(([condition]) => condition).join(' AND ')
    const values = conditions.flatMap(([, ...given]) => given)
    return this.#database
      .all(
        `SELECT ${summaryColumns} FROM decision WHERE ${where} ORDER BY row_key LIMIT ?`,
        ...values,
        limit,
      )
      .map(readSummary)
  }

  addEvent(decision: string, rowKey: string, event: DecisionEvent): void {
    this.#database.act(
      { action: 'decision-event', about: decision, detail: event.action, at: event.happenedAt },
      `INSERT INTO decision_event (row_key, decision, happened_at, actor, action, item, verdict, note, outcome,
         rule_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rowKey,
      decision,
      event.happenedAt,
      event.actor,
      event.action,
      event.item,
      event.verdict,
      event.note,
      event.outcome,
      event.ruleVersion,
    )
  }

  events(decision: string): DecisionEvent[] {
    return this.#database
      .all('SELECT * FROM decision_event WHERE decision = ? ORDER BY row_key', decision)
      .map(readEvent)
  }
}
