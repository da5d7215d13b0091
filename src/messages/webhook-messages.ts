import type { RefusalCode } from '../errors.ts'

export type WebhookRefusalCode = Extract<
  RefusalCode,
  'webhook-not-found' | 'webhook-address' | 'delivery-not-found'
>

export type WebhookRefusals = Readonly<
  Record<WebhookRefusalCode, { readonly title: string; readonly remedy: string }>
>

/** `/desk/webhooks`: other programs that are told of what happens. */
export interface WebhookDeskMessages {
  readonly lead: string
  readonly none: string
  readonly add: string
  readonly address: string
  readonly events: string
  readonly courses: string
  readonly everything: string
  readonly states: {
    readonly active: string
    readonly gone: string
    readonly failing: string
  }
  readonly secretIs: string
  readonly once: string
  readonly rotate: string
  readonly rotateHint: string
  readonly test: string
  readonly enable: string
  readonly remove: string
  readonly removeSure: string
  readonly resend: string
  readonly deliveries: string
  readonly noDeliveries: string
  readonly older: string
  readonly columns: {
    readonly event: string
    readonly at: string
    readonly state: string
    readonly answer: string
    readonly again: string
  }
  readonly delivery: Readonly<Record<'waiting' | 'delivered' | 'given-up', string>>
}
