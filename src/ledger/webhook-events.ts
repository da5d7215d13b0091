import type { Database, Row } from './database.ts'
import { randomId, timeOrderedKey } from './identifiers.ts'
import { endpointOf, type ToldType, type WebhookEndpoint } from './webhook-record.ts'

/** What is known of an act when it is recorded. */
interface Act {
  readonly type: ToldType
  readonly about: string
  readonly at: string
}

const credentialFacts = `SELECT c.course, c.achievement, c.run, c.revocation_code, l.subject
  FROM credential c JOIN learner l ON l.id = c.learner WHERE c.id = ?`

const wants = ({ events, scope }: WebhookEndpoint, type: ToldType, course: string) =>
  events.some((each) => each === type) && (scope.length === 0 || scope.includes(course))

/**
 * What is to be told to others, written in the transaction of the act itself: nothing is lost in a crash, and nothing is
 * told that did not happen. Who is told is settled then as well; an endpoint that is disabled misses nothing meanwhile.
 */
export class WebhookEvents {
  readonly #database: Database
  /** Called within the transaction: what it begins must wait for the end of it. */
  onTold: () => void = () => undefined

  constructor(database: Database) {
    this.#database = database
  }

  #wanting(type: ToldType, course: string): WebhookEndpoint[] {
    return this.#database
      .all('SELECT * FROM webhook_endpoint ORDER BY id')
      .map(endpointOf)
      .filter((endpoint) => wants(endpoint, type, course))
  }

  #add(act: Act, facts: Row): string {
    const id = randomId()
    this.#database.run(
      `INSERT INTO webhook_event (row_key, id, type, happened_at, about, course, achievement, run, subject, code)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      timeOrderedKey(new Date(act.at)),
      id,
      act.type,
      act.at,
      act.about,
      facts.course ?? null,
      facts.achievement ?? null,
      facts.run ?? null,
      facts.subject ?? null,
      facts.code ?? null,
    )
    return id
  }

  #deliver(event: string, endpoint: string, at: string): string {
    const id = randomId()
    this.#database.run(
      `INSERT INTO webhook_delivery (row_key, id, event, endpoint, state, attempts, due_at, changed_at)
       VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?)`,
      timeOrderedKey(new Date(at)),
      id,
      event,
      endpoint,
      at,
      at,
    )
    return id
  }

  #tell(act: Act, facts: Row): void {
    const endpoints = this.#wanting(act.type, String(facts.course))
    if (endpoints.length === 0) return
    const event = this.#add(act, facts)
    for (const { id } of endpoints) this.#deliver(event, id, act.at)
    this.onTold()
  }

  /** Within the transaction of the act. `at` is an ISO 8601 instant. */
  tellOfCredential(
    type: 'credential.issued' | 'credential.revoked' | 'credential.replaced' | 'credential.claimed',
    about: string,
    at: string,
  ): void {
    const row = this.#database.get(credentialFacts, about)
    if (!row) return
    const subject = String(row.subject)
    this.#tell(
      { type, about, at },
      {
        ...row,
        // The DID of a person can be their name, and one that was erased is nobody's.
        subject: subject.startsWith('urn:uuid:') ? subject : null,
        code: type === 'credential.revoked' ? (row.revocation_code ?? null) : null,
      },
    )
  }

  /** Within the transaction of the act. */
  tellOfEnrolment(
    type: 'enrolment.enrolled' | 'enrolment.withdrawn',
    about: string,
    { specialization, at }: { readonly specialization: string; readonly at: string },
  ): void {
    this.#tell({ type, about, at }, { course: specialization })
  }

  /** Of what a learner was issued since the last time they opened a link of ours. Before that is recorded, in one transaction. */
  tellOfClaim(learner: string, at: string): void {
    const rows = this.#database.all(
      `SELECT id FROM credential WHERE learner = ? AND state = 'issued' AND revoked_at IS NULL AND erased_at IS NULL
         AND issued_at > (SELECT coalesce(max(used_at), '') FROM claim WHERE learner = ?) ORDER BY row_key`,
      learner,
      learner,
    )
    for (const { id } of rows) this.tellOfCredential('credential.claimed', String(id), at)
  }

  /** Puts a message in line that says nothing but that it is a test. Returns the id of the delivery. */
  tellTest(endpoint: string, at: string): string {
    return this.#deliver(this.#add({ type: 'webhook.test', about: endpoint, at }, {}), endpoint, at)
  }

  /** Erases what happened before an instant, told or not. Returns how many deliveries. */
  erase(before: string): number {
    return this.#database.transaction(() => {
      const count = this.#database.run(
        `DELETE FROM webhook_delivery WHERE event IN (SELECT id FROM webhook_event WHERE happened_at < ?)
           AND coalesce(begun_at, '') < ?`,
        before,
        before,
      )
      this.#database.run(
        'DELETE FROM webhook_event WHERE id NOT IN (SELECT event FROM webhook_delivery)',
      )
      return count
    })
  }
}
