import { Refusal } from '../errors.ts'
import { type Caller, hasInScope, permit } from '../ledger/caller.ts'
import { type WebhookEndpoint, type WebhookType, webhookTypes } from '../ledger/webhook-record.ts'

const isOfCredentials = (type: WebhookType) => type.startsWith('credential.')

/**
 * The events of these names, in our order; all that the caller may be told of where none are named.
 *
 * @throws Refusal `bad-request`, `forbidden`.
 */
export function eventsOf(
  names: readonly string[] | undefined,
  caller: Caller,
): readonly WebhookType[] {
  const all = webhookTypes.filter((type) => caller.role === 'admin' || isOfCredentials(type))
  if (names === undefined) return all
  const found = webhookTypes.filter((type) => names.includes(type))
  const known = new Set<string>(found)
  if (found.length === 0 || names.some((name) => !known.has(name)))
    throw new Refusal('bad-request', `Events are some of ${webhookTypes.join(', ')}`)
  if (found.some((type) => !all.includes(type)))
    throw new Refusal('forbidden', 'Only an administrator is told of enrolments')
  return found
}

/**
 * Courses and specializations of these ids; the scope of the caller where none are named.
 *
 * @throws Refusal `course-unknown`, `forbidden`.
 */
export function scopeOf(
  names: readonly string[] | undefined,
  caller: Caller,
  courses: readonly string[],
): readonly string[] {
  const unknown = names?.find((name) => !courses.includes(name))
  if (unknown !== undefined)
    throw new Refusal('course-unknown', `There is no course or specialization "${unknown}"`)
  for (const course of names ?? []) permit(caller, ['issuer'], course)
  return names === undefined || names.length === 0 ? caller.scope : [...new Set(names)]
}

/** Whether an endpoint is told only of what the caller may see. */
export function mayKeep(
  caller: Caller,
  { events, scope }: Pick<WebhookEndpoint, 'events' | 'scope'>,
): boolean {
  if (caller.role === 'admin') return true
  const isWithin = scope.length > 0 && scope.every((course) => hasInScope(caller, course))
  return events.every(isOfCredentials) && (caller.scope.length === 0 || isWithin)
}
