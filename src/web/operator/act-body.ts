import type { FindAsked } from '../../acting/find-asked.ts'
import type { ActTerms } from '../../acting/plan.ts'
import type { Selection } from '../../acting/selection.ts'
import { Refusal } from '../../errors.ts'
import { actKindOf, revocationCodeOf } from '../../service/access.ts'
import { utf8 } from '../form.ts'

/** What is asked for over HTTP. */
export interface ActBody {
  readonly terms: ActTerms
  readonly selection: Selection
  readonly digest: string
  readonly reason: string
}

type Members = Readonly<Record<string, unknown>>

const members = ['kind', 'filter', 'ids', 'rows', 'code', 'everybody', 'reason', 'selection']
const filterMembers = ['q', 'course', 'run', 'achievement', 'issuer', 'batch', 'from', 'to']

const misunderstood = (why: string) =>
  new Refusal('bad-request', `Send a JSON object with ${members.join(', ')}: ${why}`)

function objectIn(value: unknown, known: readonly string[]): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw misunderstood('this is no object')
  const odd = Object.keys(value).find((name) => !known.includes(name))
  if (odd !== undefined) throw misunderstood(`"${odd.slice(0, 40)}" is none of them`)
  return value as Members
}

function textIn(from: Members, name: string): string | undefined {
  const value = from[name] ?? undefined
  if (value !== undefined && typeof value !== 'string') throw misunderstood(`"${name}" is a string`)
  return value
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

function filterIn(value: unknown): FindAsked {
  const filter = objectIn(value, [...filterMembers, 'status'])
  const { status = [] } = filter
  if (!isTexts(status)) throw misunderstood('"status" is a list of strings')
  const texts = filterMembers.flatMap((name) => {
    const text = textIn(filter, name)
    return text === undefined ? [] : [[name, text] as const]
  })
  return { ...Object.fromEntries(texts), status }
}

function selectionIn(body: Members): Selection {
  const given = ['filter', 'ids', 'rows'].filter((name) => (body[name] ?? null) !== null)
  if (given.length !== 1) throw misunderstood('one of filter, ids and rows says which ones')
  if (given[0] === 'filter') return { filter: filterIn(body.filter) }
  if (given[0] === 'rows') return { rows: textIn(body, 'rows') ?? '' }
  if (!isTexts(body.ids)) throw misunderstood('"ids" is a list of strings')
  return { ids: body.ids }
}

/** Kind, public reason and whether everybody is written to. @throws Refusal `bad-request`. */
export function termsOf(kind: string, code: string | undefined, everybody: boolean): ActTerms {
  const known = actKindOf(kind)
  const usual = { revoke: 'unspecified', renew: 'replaced', resend: null, correct: null } as const
  const fallback = usual[known]
  return {
    kind: known,
    code: fallback === null ? null : revocationCodeOf(code || fallback),
    everybody: known === 'resend' && everybody,
  }
}

/** The body of `POST /api/acts`. @throws Refusal `bad-request`. */
export function readActBody(bytes: Uint8Array): ActBody {
  let value: unknown
  try {
    value = JSON.parse(utf8(bytes))
  } catch {
    throw misunderstood('this is not JSON')
  }
  const body = objectIn(value, members)
  const { everybody = false } = body
  if (typeof everybody !== 'boolean') throw misunderstood('"everybody" is a boolean')
  return {
    terms: termsOf(textIn(body, 'kind') ?? '', textIn(body, 'code'), everybody),
    selection: selectionIn(body),
    digest: textIn(body, 'selection') ?? '',
    reason: textIn(body, 'reason') ?? '',
  }
}
