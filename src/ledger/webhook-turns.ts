import type { Database } from './database.ts'
import {
  deliveryColumns,
  deliveryOf,
  endpointOf,
  type WebhookDelivery,
  type WebhookEndpoint,
  type WebhookWhy,
} from './webhook-record.ts'

/** An event that is being told, and to whom. */
export interface Turn {
  readonly endpoint: WebhookEndpoint
  readonly delivery: WebhookDelivery
}

/** How an attempt ended, and what follows. Instants are ISO 8601. */
export interface AttemptEnd {
  readonly status: number | null
  readonly answer: string
  readonly at: string
  /** When it is tried again; `null` where it is not: it was taken, or is given up. */
  readonly againAt: string | null
}

const heads = `SELECT e.*, (SELECT min(d.due_at) FROM webhook_delivery d
    WHERE d.endpoint = e.id AND d.state = 'waiting') AS head
  FROM webhook_endpoint e WHERE e.state = 'active' AND NOT EXISTS (SELECT 1 FROM webhook_delivery b
    WHERE b.endpoint = e.id AND b.state = 'waiting' AND b.leased_until > ?)`

/**
 * Who is told what when, over all processes: one event at a time to an endpoint, in the order they are due. That it was
 * begun is on disk before the other side hears of it; one whose process died is begun again once its lease is over.
 */
export class WebhookTurns {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Takes the next event that is due. To be called within a transaction. */
  take(now: Date, leaseMs: number): Turn | undefined {
    const at = now.toISOString()
    const row = this.#database.get(
      `SELECT * FROM (${heads}) AS f WHERE head <= ? AND (held_until IS NULL OR held_until <= ?) ORDER BY head LIMIT 1`,
      at,
      at,
      at,
    )
    if (!row) return undefined
    const first = this.#database.get(
      `SELECT id FROM webhook_delivery WHERE endpoint = ? AND state = 'waiting' ORDER BY due_at, row_key LIMIT 1`,
      String(row.id),
    )
    return this.begin(String(first?.id), now, leaseMs)
  }

  /** Begins one, whatever its turn. To be called within a transaction. */
  begin(id: string, now: Date, leaseMs: number): Turn | undefined {
    const at = now.toISOString()
    this.#database.run(
      `UPDATE webhook_delivery SET attempts = attempts + 1, begun_at = ?, first_at = coalesce(first_at, ?),
         leased_until = ?, changed_at = ? WHERE id = ? AND state = 'waiting'`,
      at,
      at,
      new Date(now.getTime() + leaseMs).toISOString(),
      at,
      id,
    )
    const row = this.#database.get(
      `SELECT ${deliveryColumns} FROM webhook_delivery d JOIN webhook_event v ON v.id = d.event WHERE d.id = ?`,
      id,
    )
    const delivery = row && deliveryOf(row)
    const endpoint = this.#database.get(
      'SELECT * FROM webhook_endpoint WHERE id = ?',
      delivery?.endpoint ?? null,
    )
    return delivery && endpoint && { delivery, endpoint: endpointOf(endpoint) }
  }

  /** When there may be something to take, `undefined` for never as it stands. */
  nextAt(now: Date): string | undefined {
    const row = this.#database.get(
      `SELECT min(CASE WHEN held_until > head THEN held_until ELSE head END) AS at FROM (${heads}) AS f WHERE head IS NOT NULL`,
      now.toISOString(),
    )
    return (row?.at as string | null) ?? undefined
  }

  /** Writes down that it was taken; one that succeeds clears what its endpoint failed before. Within a transaction. */
  delivered({ delivery, endpoint }: Turn, { status, answer, at }: AttemptEnd): void {
    this.#settle(delivery, 'delivered', { status, answer, at, againAt: null })
    this.#database.run(
      'UPDATE webhook_endpoint SET failures = 0, failing_since = NULL, held_until = NULL WHERE id = ?',
      endpoint.id,
    )
  }

  /** Writes down that it was not. `heldUntil`: when the endpoint is asked again at all. Within a transaction. */
  failed({ delivery, endpoint }: Turn, end: AttemptEnd, heldUntil: string | null): void {
    this.#settle(delivery, end.againAt === null ? 'given-up' : 'waiting', end)
    if (heldUntil === null) return
    this.#database.run(
      `UPDATE webhook_endpoint SET failures = failures + 1, failing_since = coalesce(failing_since, ?), held_until = ?
       WHERE id = ?`,
      delivery.begunAt,
      heldUntil,
      endpoint.id,
    )
  }

  /** Sends nothing there any more; what waits goes on waiting. `false` where that was so already. */
  disable(id: string, why: WebhookWhy): boolean {
    const changed = this.#database.run(
      `UPDATE webhook_endpoint SET state = 'disabled', why = ? WHERE id = ? AND state = 'active'`,
      why,
      id,
    )
    return changed === 1
  }

  #settle(delivery: WebhookDelivery, state: string, end: AttemptEnd): void {
    this.#database.run(
      `UPDATE webhook_delivery SET state = ?, due_at = coalesce(?, due_at), leased_until = NULL, status = ?, answer = ?,
         changed_at = ? WHERE id = ? AND begun_at = ?`,
      state,
      end.againAt,
      end.status,
      end.answer,
      end.at,
      delivery.id,
      delivery.begunAt,
    )
  }
}
