import type { Database } from './database.ts'
import {
  type DeliveryState,
  deliveryColumns,
  deliveryOf,
  endpointOf,
  type WebhookDelivery,
  type WebhookEndpoint,
} from './webhook-record.ts'

export interface DeliveriesAsked {
  readonly state: DeliveryState | null
  /** Id of the last one told before. */
  readonly after: string | null
  readonly limit: number
}

/** Who is told, and how that went. */
export class WebhookEndpoints {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add({
    id,
    url,
    events,
    scope,
    createdAt,
  }: Pick<WebhookEndpoint, 'id' | 'url' | 'events' | 'scope' | 'createdAt'>): void {
    this.#database.run(
      `INSERT INTO webhook_endpoint (id, url, events, scope, state, generation, failures, created_at)
       VALUES (?, ?, ?, ?, 'active', 1, 0, ?)`,
      id,
      url,
      JSON.stringify(events),
      JSON.stringify(scope),
      createdAt,
    )
  }

  byId(id: string): WebhookEndpoint | undefined {
    const row = this.#database.get('SELECT * FROM webhook_endpoint WHERE id = ?', id)
    return row && endpointOf(row)
  }

  /** The oldest first. */
  all(): WebhookEndpoint[] {
    return this.#database
      .all('SELECT * FROM webhook_endpoint ORDER BY created_at, id')
      .map(endpointOf)
  }

  /** With all that was to be told to it. Within a transaction. */
  remove(id: string): void {
    this.#database.run('DELETE FROM webhook_delivery WHERE endpoint = ?', id)
    this.#database.run('DELETE FROM webhook_endpoint WHERE id = ?', id)
    this.#database.run(
      'DELETE FROM webhook_event WHERE id NOT IN (SELECT event FROM webhook_delivery)',
    )
  }

  /** From now on another secret; the one before signs as well until an instant. */
  rotate(id: string, bothUntil: string): void {
    this.#database.run(
      'UPDATE webhook_endpoint SET generation = generation + 1, both_until = ? WHERE id = ?',
      bothUntil,
      id,
    )
  }

  /** As if it had never failed; what waits is due at once. Within a transaction. */
  enable(id: string, now: string): void {
    this.#database.run(
      `UPDATE webhook_endpoint SET state = 'active', why = NULL, failures = 0, failing_since = NULL, held_until = NULL
       WHERE id = ?`,
      id,
    )
    this.#database.run(
      `UPDATE webhook_delivery SET due_at = ? WHERE endpoint = ? AND state = 'waiting' AND due_at > ?`,
      now,
      id,
      now,
    )
  }

  delivery(id: string): WebhookDelivery | undefined {
    const row = this.#database.get(
      `SELECT ${deliveryColumns} FROM webhook_delivery d JOIN webhook_event v ON v.id = d.event WHERE d.id = ?`,
      id,
    )
    return row && deliveryOf(row)
  }

  /** The newest first. */
  deliveries(endpoint: string, { state, after, limit }: DeliveriesAsked): WebhookDelivery[] {
    return this.#database
      .all(
        `SELECT ${deliveryColumns} FROM webhook_delivery d JOIN webhook_event v ON v.id = d.event
         WHERE d.endpoint = ? AND (? IS NULL OR d.state = ?)
           AND (? IS NULL OR d.row_key < (SELECT l.row_key FROM webhook_delivery l WHERE l.id = ?))
         ORDER BY d.row_key DESC LIMIT ?`,
        endpoint,
        state,
        state,
        after,
        after,
        limit,
      )
      .map(deliveryOf)
  }

  counts(endpoint: string): Readonly<Record<DeliveryState, number>> {
    const rows = this.#database.all(
      'SELECT state, count(*) AS n FROM webhook_delivery WHERE endpoint = ? GROUP BY state',
      endpoint,
    )
    const found = Object.fromEntries(rows.map((row) => [String(row.state), Number(row.n)]))
    return { waiting: 0, delivered: 0, 'given-up': 0, ...found }
  }

  /** Puts a delivery in line again, from the first attempt on; `false` for one that waits already. */
  resend(id: string, now: string): boolean {
    const changed = this.#database.run(
      `UPDATE webhook_delivery SET state = 'waiting', attempts = 0, due_at = ?, leased_until = NULL, first_at = NULL,
         changed_at = ? WHERE id = ? AND state <> 'waiting'`,
      now,
      now,
      id,
    )
    return changed === 1
  }
}
