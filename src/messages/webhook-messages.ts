import type { RefusalCode } from '../errors.ts'

export type WebhookRefusalCode = Extract<
  RefusalCode,
  'webhook-not-found' | 'webhook-address' | 'delivery-not-found'
>

export type WebhookRefusals = Readonly<
  Record<WebhookRefusalCode, { readonly title: string; readonly remedy: string }>
>
