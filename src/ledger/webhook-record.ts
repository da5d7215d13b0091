import type { Row } from './database.ts'

/** What an endpoint can ask to be told of; public, in payloads: never renamed. */
export const webhookTypes = [
  'credential.issued',
  'credential.revoked',
  'credential.replaced',
  'credential.claimed',
  'enrolment.enrolled',
  'enrolment.withdrawn',
] as const
export type WebhookType = (typeof webhookTypes)[number]

/** `webhook.test` is sent only when somebody asks for it, to whatever endpoint. */
export type ToldType = WebhookType | 'webhook.test'

/** Why nothing is sent to an endpoint: it answered 410, or took nothing for days. */
export type WebhookWhy = 'gone' | 'failing'

/** An address that is told of what happens. */
export interface WebhookEndpoint {
  readonly id: string
  readonly url: string
  readonly events: readonly WebhookType[]
  /** Ids of courses and specializations; empty for all. */
  readonly scope: readonly string[]
  readonly state: 'active' | 'disabled'
  readonly why: WebhookWhy | null
  /** Which of its secrets is in use, from 1. */
  readonly generation: number
  /** Until then the secret before it signs too. */
  readonly bothUntil: string | null
  /** Attempts that failed since the last one that did not. */
  readonly failures: number
  readonly failingSince: string | null
  /** Nothing is begun before that. */
  readonly heldUntil: string | null
  readonly createdAt: string
}

export const deliveryStates = ['waiting', 'delivered', 'given-up'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What happened. Nothing of a person but a random subject id, which erasure takes out. */
export interface WebhookEvent {
  readonly id: string
  readonly type: ToldType
  readonly happenedAt: string
  /** Public id of the credential, the enrolment or the endpoint that it is about. */
  readonly about: string
  /** Course or specialization. */
  readonly course: string | null
  readonly achievement: string | null
  readonly run: string | null
  readonly subject: string | null
  /** Public reason of a revocation. */
  readonly code: string | null
}

/** One event for one endpoint. */
export interface WebhookDelivery {
  readonly id: string
  readonly endpoint: string
  readonly event: WebhookEvent
  readonly state: DeliveryState
  /** How often it was begun. */
  readonly attempts: number
  readonly dueAt: string
  /** When it was first begun. */
  readonly firstAt: string | null
  /** When it was last begun: it tells one attempt from another. */
  readonly begunAt: string | null
  /** HTTP status of the last answer; `null` where there was none. */
  readonly status: number | null
  /** What came of the last attempt, in our words. */
  readonly answer: string | null
  readonly changedAt: string
}

const textOr = (value: Row[string] | undefined) => (value ?? null) as string | null

export const endpointOf = (row: Row): WebhookEndpoint => ({
  id: String(row.id),
  url: String(row.url),
  events: JSON.parse(String(row.events)) as WebhookType[],
  scope: JSON.parse(String(row.scope)) as string[],
  state: row.state as WebhookEndpoint['state'],
  why: textOr(row.why) as WebhookWhy | null,
  generation: Number(row.generation),
  bothUntil: textOr(row.both_until),
  failures: Number(row.failures),
  failingSince: textOr(row.failing_since),
  heldUntil: textOr(row.held_until),
  createdAt: String(row.created_at),
})

export const deliveryColumns = `d.id, d.endpoint, d.state, d.attempts, d.due_at, d.first_at, d.begun_at, d.status,
  d.answer, d.changed_at, v.id AS event_id, v.type, v.happened_at, v.about, v.course, v.achievement, v.run, v.subject,
  v.code`

export const deliveryOf = (row: Row): WebhookDelivery => ({
  id: String(row.id),
  endpoint: String(row.endpoint),
  event: {
    id: String(row.event_id),
    type: row.type as ToldType,
    happenedAt: String(row.happened_at),
    about: String(row.about),
    course: textOr(row.course),
    achievement: textOr(row.achievement),
    run: textOr(row.run),
    subject: textOr(row.subject),
    code: textOr(row.code),
  },
  state: row.state as DeliveryState,
  attempts: Number(row.attempts),
  dueAt: String(row.due_at),
  firstAt: textOr(row.first_at),
  begunAt: textOr(row.begun_at),
  status: row.status as number | null,
  answer: textOr(row.answer),
  changedAt: String(row.changed_at),
})
