import { z } from 'zod'
import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import { jsonPath } from '../learning/json-path.ts'
import { type Activities, targetOf } from './activities.ts'
import type { Person, Piece } from './piece.ts'

const text = z.string().max(2_000)
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)

const actor = z.looseObject({
  objectType: text.optional(),
  name: text.optional(),
  mbox: text.optional(),
  mbox_sha1sum: text.optional(),
  openid: text.optional(),
  account: z.looseObject({ homePage: text, name: text }).optional(),
})

const statement = z.looseObject({
  id: uuid.optional(),
  actor,
  verb: z.looseObject({ id: text }),
  object: z.looseObject({
    objectType: text.optional(),
    id: text.optional(),
    definition: z.looseObject({ name: z.record(z.string(), text).optional() }).optional(),
  }),
  result: z
    .looseObject({
      completion: z.boolean().optional(),
      success: z.boolean().optional(),
      score: z
        .looseObject({
          scaled: z.number().optional(),
          raw: z.number().optional(),
          max: z.number().optional(),
        })
        .optional(),
    })
    .optional(),
  timestamp: text.optional(),
})

/** A statement of xAPI 1.0.3 or 2.0, as far as it matters here. */
export type XapiStatement = z.infer<typeof statement>

/** How many statements one call may bring. */
export const maxStatements = 500

const refused = (message: string, details: { at: string; message: string }[] = []) =>
  new Refusal('message-unreadable', message, { details })

/**
 * The statements of a call, one or an array of them (xAPI 1.0.3 Part Three §2.1.2).
 *
 * @throws Refusal `message-unreadable` for a body of another form, and all of it where one statement is: then none is
 *   taken.
 */
export function parseStatements(body: unknown): readonly XapiStatement[] {
  const list = Array.isArray(body) ? body : [body]
  if (list.length === 0 || list.length > maxStatements)
    throw refused(`Send one statement, or an array of at most ${maxStatements}`)
  const parsed = z.array(statement).safeParse(list)
  if (!parsed.success)
    throw refused(
      'These are no statements of xAPI',
      parsed.error.issues.map(({ path, message }) => ({ at: jsonPath(path), message })),
    )
  const ids = parsed.data.flatMap(({ id }) => id?.toLowerCase() ?? [])
  if (new Set(ids).size < ids.length) throw refused('Two statements have the same id')
  return parsed.data
}

const completed = 'http://adlnet.gov/expapi/verbs/completed'
const passed = 'http://adlnet.gov/expapi/verbs/passed'

/** Whether a statement says that something was brought to its end. */
function isDone({ verb, result }: XapiStatement): boolean {
  if (verb.id === completed) return result?.completion !== false
  return verb.id === passed && result?.success !== false
}

function percentOf({ result }: XapiStatement): number | null {
  const { scaled, raw, max } = result?.score ?? {}
  const share = scaled ?? (raw !== undefined && max ? raw / max : undefined)
  const isShare = share !== undefined && share >= 0 && share <= 1
  return isShare ? Math.round(share * 1_000) / 10 : null
}

/** An address or an account names a person; a digest, an OpenID or a group does not name one who could be issued to. */
function personOf({ actor }: XapiStatement): { person: Person; isNamed: boolean } {
  const email = /^mailto:(.+)$/i.exec(actor.mbox ?? '')?.[1] ?? ''
  const { account, name = '' } = actor
  const lmsId = account ? `${account.homePage} ${account.name}` : ''
  const isPerson = actor.objectType === undefined || actor.objectType === 'Agent'
  const isNamed = isPerson && (email !== '' || lmsId !== '')
  const other = actor.mbox_sha1sum ?? actor.openid ?? ''
  return { person: { name, email, lmsId: isNamed ? lmsId : other }, isNamed }
}

const dayOf = (timestamp: string | undefined) => {
  const at = new Date(timestamp ?? '')
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10)
}

/** What a statement tells of somebody's learning here; `undefined` where it tells of nothing that counts. */
export function pieceOf(
  statement: XapiStatement,
  activities: Activities,
  course: Course,
): Piece | undefined {
  if (!isDone(statement)) return undefined
  const { object } = statement
  const isActivity = object.objectType === undefined || object.objectType === 'Activity'
  const names = Object.values(object.definition?.name ?? {})
  const target =
    isActivity && object.id !== undefined
      ? targetOf({ id: object.id, names }, activities, course)
      : undefined
  if (target === undefined) return undefined
  const { person, isNamed } = personOf(statement)
  return {
    person,
    target,
    doneOn: dayOf(statement.timestamp),
    score: percentOf(statement),
    ...(isNamed ? {} : { refused: 'actor-unusable' as const }),
  }
}
