import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { Activities } from './activities.ts'
import type { Person, Piece } from './piece.ts'

const text = z.string().max(2_000).nullish()
const loose = z.union([z.string().max(2_000), z.number(), z.boolean()]).nullish()

const certificate = z.looseObject({
  user: z.looseObject({
    id: loose,
    pii: z.looseObject({ username: text, email: text, name: text }).nullish(),
  }),
  course: z.looseObject({ course_key: z.union([text, z.looseObject({})]) }),
  grade: loose,
  current_status: text,
  mode: text,
  name: text,
})

const metadata = z.looseObject({ id: text, event_type: text, time: text, source: text })

/** What Open edX says of a certificate of its own. */
export interface OpenEdxEvent {
  /** `null` for an event that is about something else, or a certificate that nobody has earned. */
  readonly kind: 'created' | 'revoked' | null
  /** The same each time it is delivered; `null` where the sender names none. */
  readonly id: string | null
  readonly courseKey: string
  readonly person: Person
  /** `YYYY-MM-DD`, in UTC. */
  readonly on: string | null
  readonly score: number | null
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The data of an event. The plugin names the member after the class of it
 * (`openedx_events.learning.data.CertificateData`); other senders call it `certificate`, or send it bare.
 */
function certificateIn(body: Readonly<Record<string, unknown>>): unknown {
  const key = Object.keys(body).find((name) =>
    /(?:^|\.)(?:CertificateData|certificate)$/.test(name),
  )
  if (key !== undefined) return body[key]
  if (isObject(body.data)) return certificateIn(body.data)
  return 'course' in body && 'user' in body ? body : undefined
}

const eventName = (body: Readonly<Record<string, unknown>>, type: string) =>
  `${type} ${typeof body.event === 'string' ? body.event : ''} ${typeof body.event_name === 'string' ? body.event_name : ''}`

function kindOf(named: string, status: string): OpenEdxEvent['kind'] {
  if (/certificate[._]revoked/i.test(named)) return 'revoked'
  // Certificates are also made for whoever has not passed; only one that can be downloaded was earned.
  const isEarned = status === '' || status === 'downloadable'
  return /certificate[._]created/i.test(named) && isEarned ? 'created' : null
}

/** As a share from 0 to 1 or as percent; `null` for anything else, `None` of Python among it. */
function percentOf(grade: unknown): number | null {
  const written = String(grade ?? '').trim()
  if (!/^\d{1,3}(?:\.\d{1,12})?$/.test(written)) return null
  const value = Number(written)
  const percent = value <= 1 ? value * 100 : value
  return percent <= 100 ? Math.round(percent * 10) / 10 : null
}

const dayOf = (time: string | null | undefined) =>
  /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(time ?? '')?.[0] ?? null

// The plugin writes what is missing as Python does.
const given = (value: unknown) => {
  const written = typeof value === 'object' ? '' : String(value ?? '')
  return ['None', 'null'].includes(written) ? '' : written
}

/**
 * Reads an event as the openedx-webhooks plugin posts it.
 *
 * @throws Refusal `message-unreadable` for what has no certificate in it, or one of another form.
 */
export function parseOpenEdxEvent(body: unknown): OpenEdxEvent {
  const found = isObject(body) ? certificateIn(body) : undefined
  const told = metadata.safeParse(isObject(body) ? (body.event_metadata ?? {}) : {})
  const parsed = certificate.safeParse(found)
  if (!isObject(body) || !parsed.success || !told.success)
    throw new Refusal('message-unreadable', 'There is no certificate of Open edX in this event')
  const { user, course, grade, current_status, name } = parsed.data
  const id = given(told.data.id)
  const platform = given(told.data.source)
  const userId = given(user.id) || given(user.pii?.username)
  return {
    kind: kindOf(eventName(body, given(told.data.event_type)), given(current_status)),
    id: id === '' ? null : id,
    courseKey: given(course.course_key),
    person: {
      name: given(name) || given(user.pii?.name),
      email: given(user.pii?.email),
      lmsId: userId === '' ? '' : `${platform} ${userId}`.trim(),
    },
    on: dayOf(told.data.time),
    score: percentOf(grade),
  }
}

/** What an event is about here; `undefined` where its course counts for nothing. */
export function openEdxPiece(event: OpenEdxEvent, activities: Activities): Piece | undefined {
  const { courseKey, person, on, score } = event
  if (event.kind === null || !Object.hasOwn(activities, courseKey)) return undefined
  return { person, target: activities[courseKey] ?? '', doneOn: on, score }
}
