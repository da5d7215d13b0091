import type { WebhookEvent } from '../ledger/webhook-record.ts'

/** Public ids and the catalogue's words alone: whoever needs a name asks for it, with a token. */
function dataOf(
  { type, about, course, achievement, run, subject, code }: WebhookEvent,
  publicUrl: URL,
) {
  if (type === 'webhook.test') return { endpoint: about }
  if (type === 'enrolment.enrolled' || type === 'enrolment.withdrawn')
    return { id: about, specialization: course }
  const url = new URL(`/c/${about}`, publicUrl).href
  const reason = type === 'credential.revoked' ? { reason: code } : {}
  return { id: about, url, achievement, course, run, subject, ...reason }
}

/** What is sent of an event: the same each time, until its learner is erased. */
export const payloadOf = (event: WebhookEvent, publicUrl: URL): string =>
  JSON.stringify({
    type: event.type,
    timestamp: event.happenedAt,
    data: dataOf(event, publicUrl),
  })
