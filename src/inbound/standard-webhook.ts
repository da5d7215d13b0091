import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../errors.ts'

/** The headers of Standard Webhooks: who signs what, and when. */
export interface WebhookHeaders {
  readonly id: string | undefined
  /** Seconds since 1970, in decimal digits. */
  readonly timestamp: string | undefined
  /** One or more signatures `v1,<Base64>`, with spaces between them: a sender that changes its secret sends two. */
  readonly signature: string | undefined
}

/** How far the clock of a sender may be from ours. */
const toleranceSeconds = 5 * 60
const idForm = /^[\x21-\x7e]{1,200}$/
const maxSignatures = 10

/** The secret as senders are given it, and the bytes that it stands for. */
export const webhookSecret = (secret: string) =>
  `whsec_${Buffer.from(secret, 'utf8').toString('base64')}`

/** The signature of a body: HMAC-SHA256 over id, timestamp and body, with full stops between them. */
export function signWebhook(
  { id, timestamp }: { readonly id: string; readonly timestamp: string },
  body: Uint8Array,
  secret: string,
): string {
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest()
  return `v1,${mac.toString('base64')}`
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Holds a body to its signature by Standard Webhooks, and gives the id of the message, which is the same each time it is
 * delivered.
 *
 * @throws Refusal `webhook-unsigned` for a signature that is missing or does not hold, `webhook-stale` for one made more
 *   than five minutes ago or ahead.
 */
export function checkWebhook(
  { id = '', timestamp = '', signature = '' }: WebhookHeaders,
  body: Uint8Array,
  secret: string,
  now: Date,
): string {
  const isWhole = idForm.test(id) && /^\d{1,12}$/.test(timestamp) && signature !== ''
  if (!isWhole)
    throw new Refusal(
      'webhook-unsigned',
      'Send webhook-id, webhook-timestamp and webhook-signature: v1,…',
    )
  const right = signWebhook({ id, timestamp }, body, secret)
  const given = signature.split(' ').slice(0, maxSignatures)
  // Each is compared, whichever holds, so that the time tells nothing.
  const holds = given.filter((each) => isSame(each, right)).length > 0
  if (!holds)
    throw new Refusal('webhook-unsigned', 'No signature holds under the secret of this connection')
  const age = Math.abs(now.getTime() / 1_000 - Number(timestamp))
  if (age > toleranceSeconds)
    throw new Refusal('webhook-stale', 'webhook-timestamp is over five minutes from our clock')
  return id
}
