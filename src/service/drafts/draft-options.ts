import { Refusal } from '../../errors.ts'
import { isLanguage, type Language } from '../../language.ts'

/** How a draft is read and issued: everything an import can be told beside its course. */
export interface DraftOptions {
  readonly run: string
  /** Name of a reader, or `auto`. */
  readonly format: string
  /** Order of dates in figures; `null` while nobody has said. */
  readonly dates: string | null
  /** What was said of the columns, as JSON of roles and headers; `null` where they are recognised. */
  readonly columns: string | null
  /** Day of completion where the file has none, `YYYY-MM-DD`. */
  readonly completedOn: string | null
  /** Of the credentials of learners who have none of their own; `null` for that of the course. */
  readonly language: Language | null
  readonly matchByName: boolean
  /** Whether the learners are written to. */
  readonly letters: boolean
  /** For how long all of it can be undone, and nobody is told. */
  readonly undoMinutes: number
  /** Whether what was erased is issued anew. */
  readonly reissueErased: boolean
  /** Who is to issue: a partner's id, or `programme`; `null` for whoever issues each achievement. */
  readonly issuer: string | null
}

export type DraftChange = Partial<DraftOptions> & { readonly course?: string }

export const maxUndoMinutes = 7 * 24 * 60

type Read<T> = (value: unknown, at: string) => T

const wrong = (at: string, what: string) => new Refusal('bad-request', `${at} ${what}`)

const text: Read<string> = (value, at) => {
  if (typeof value !== 'string' || value.length > 100) throw wrong(at, 'is a short text')
  return value
}

/** Forms have no other way to say nothing. */
const textOrNone: Read<string | null> = (value, at) =>
  value === null || value === '' ? null : text(value, at)

const maxColumnsChars = 64 * 1024

/** In JSON an object; as a text that or pairs. Kept as a text. */
const columns: Read<string | null> = (value, at) => {
  if (value === null || value === '') return null
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  if (said.length > maxColumnsChars) throw wrong(at, 'is too long')
  return said
}

const truth: Read<boolean> = (value, at) => {
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw wrong(at, 'is true or false')
}

const minutes: Read<number> = (value, at) => {
  const count = typeof value === 'string' && value !== '' ? Number(value) : value
  const isFine = Number.isInteger(count) && Number(count) >= 0 && Number(count) <= maxUndoMinutes
  if (!isFine) throw wrong(at, `is a whole number from 0 to ${maxUndoMinutes}`)
  return Number(count)
}

const languageOrNone: Read<Language | null> = (value, at) => {
  const tag = textOrNone(value, at)
  if (tag !== null && !isLanguage(tag)) throw wrong(at, 'is not a language we write')
  return tag
}

const readers: { readonly [Name in keyof DraftChange]-?: Read<NonNullable<DraftChange>[Name]> } = {
  course: text,
  run: text,
  format: text,
  dates: textOrNone,
  columns,
  completedOn: textOrNone,
  language: languageOrNone,
  matchByName: truth,
  letters: truth,
  undoMinutes: minutes,
  reissueErased: truth,
  issuer: textOrNone,
}

export const draftMembers = Object.keys(readers) as (keyof DraftChange)[]

/**
 * What is to be otherwise, from the members of a body, the fields of a form or the words of a command; what is not named
 * stays as it is.
 *
 * @throws Refusal `bad-request`, for an unknown member too.
 */
export function readDraftChange(given: Readonly<Record<string, unknown>>): DraftChange {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  for (const [name] of entries)
    if (!(name in readers))
      throw new Refusal(
        'bad-request',
        `There is no ${name.slice(0, 60)} here: ${draftMembers.join(', ')}`,
      )
  return Object.fromEntries(
    entries.map(([name, value]) => [name, readers[name as keyof DraftChange](value, name)]),
  )
}
