import { Refusal } from '../errors.ts'
import type {
  DeliveriesAsked,
  EndpointNow,
  ReceiverKeys,
  WebhookDelivery,
} from '../webhooks/webhooks.ts'
import { utf8 } from './form.ts'

const misunderstood = () =>
  new Refusal(
    'bad-request',
    'Send {"url": "https://…", "events": ["credential.issued"], "scope": ["course"]}',
  )

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= 200 && value.every((each) => typeof each === 'string')

/** What an endpoint is to be. @throws Refusal `bad-request`. */
export function readEndpoint(body: Uint8Array) {
  let value: unknown
  try {
    value = JSON.parse(utf8(body))
  } catch {
    throw misunderstood()
  }
  const { url, events, scope, ...others } = Object(value) as Record<string, unknown>
  if (typeof url !== 'string' || Object.keys(others).length > 0) throw misunderstood()
  if ([events, scope].some((list) => list !== undefined && !areTexts(list))) throw misunderstood()
  return {
    url,
    ...(events === undefined ? {} : { events: events as string[] }),
    ...(scope === undefined ? {} : { scope: scope as string[] }),
  }
}

/** An endpoint as it is told; with its keys where they were just made. */
export function endpointBody(endpoint: EndpointNow & Partial<ReceiverKeys>) {
  const { generation: _generation, failures: _failures, ...shown } = endpoint
  return shown
}

/** A delivery as it is told. */
export function deliveryBody({ event, ...delivery }: WebhookDelivery) {
  const { id, type, happenedAt, about } = event
  return { ...delivery, message: `msg_${id}`, type, happenedAt, about }
}

/** A page of deliveries, and the `after` of the one behind it. */
export const deliveriesBody = (
  found: readonly WebhookDelivery[],
  { limit }: Pick<DeliveriesAsked, 'limit'>,
) => ({
  deliveries: found.map(deliveryBody),
  next: found.length === limit ? (found.at(-1)?.id ?? null) : null,
})
