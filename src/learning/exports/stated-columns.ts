import { Refusal, type RefusalDetail } from '../../errors.ts'
import type { Course } from '../catalogue.ts'
import { plainText } from '../plain-text.ts'
import { type Column, moduleOfRole, plainRoles, type Role } from './column.ts'

/** Which headers an operator says stand for what; none for a role that no column is to be taken for. */
export type StatedColumns = ReadonlyMap<Role, readonly string[]>

const maxStatedChars = 64 * 1024

const invalid = (details: readonly RefusalDetail[]) =>
  new Refusal(
    'columns-invalid',
    `The mapping of columns cannot be used: ${details.map(({ at, message }) => `${at}: ${message}`).join('; ')}.`,
    { details },
  )

const one = (at: string, message: string) => invalid([{ at, message }])

/** `name=Full name,email=E-mail`, as a person types it; headers that hold a comma need JSON, or their place: `#3`. */
function readPairs(text: string): readonly (readonly [string, unknown])[] {
  return text.split(',').map((pair) => {
    const at = pair.indexOf('=')
    if (at <= 0) throw one(pair.trim() || 'columns', 'a pair is role=header')
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  })
}

function readJson(text: string): readonly (readonly [string, unknown])[] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.entries(value)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
  }
  throw one('columns', 'write an object of roles and headers, such as {"name": "Full name"}')
}

function headersIn(value: unknown): readonly string[] | null {
  const texts = value === null ? [] : Array.isArray(value) ? value : [value]
  if (!texts.every((text): text is string => typeof text === 'string')) return null
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

function roleOf(text: string, course: Course): Role | null {
  const plain = plainRoles.find((role) => role === text)
  if (plain) return plain
  const module = moduleOfRole(text as Role)
  return course.modules.some(({ id }) => id === module) ? (text as Role) : null
}

/**
 * Reads a mapping of columns: JSON (`{"name": "Full name", "module:m01": ["Quiz 1", "#7"], "email": null}`) or pairs
 * (`name=Full name,email=#3`). A header stands for itself, `#3` for the third column, `null` or nothing for no column.
 *
 * Refuses `columns-invalid` with every mistake: another shape, an unknown role or module, one header in two roles, more
 * than one header for anything but a module.
 */
export function parseStatedColumns(text: string, course: Course): StatedColumns {
  if (text.length > maxStatedChars) throw one('columns', 'the mapping is over 64 kB')
  const pairs = text.trimStart().startsWith('{') ? readJson(text) : readPairs(text)
  const stated = new Map<Role, readonly string[]>()
  const details: RefusalDetail[] = []
  for (const [name, value] of pairs) {
    const message = addStated(stated, { name, value }, course)
    if (message !== null) details.push({ at: name, message })
  }
  if (details.length > 0) throw invalid(details)
  return stated
}

/** Adds what was said of one role, or says what is wrong with it. */
function addStated(
  stated: Map<Role, readonly string[]>,
  { name, value }: { readonly name: string; readonly value: unknown },
  course: Course,
): string | null {
  const role = roleOf(name, course)
  if (!role) return unknownRole(course)
  const headers = headersIn(value)
  if (!headers) return 'name a header, several, or null'
  const all = [...(stated.get(role) ?? []), ...headers]
  if (all.length > 1 && moduleOfRole(role) === null) return 'only one column can be taken for this'
  const taken = headers.find((header) => [...stated.values()].some((own) => own.includes(header)))
  if (taken !== undefined) return `"${taken}" is taken for something else already`
  stated.set(role, all)
  return null
}

const unknownRole = (course: Course) =>
  `there is no such role; there is ${plainRoles.join(', ')}, ` +
  `and module: with one of ${course.modules.map(({ id }) => id).join(' ')}`

/**
 * The columns as the operator says; what was recognised stays where nothing else is said of the role or the column.
 *
 * Refuses `columns-invalid` for a header that the file does not have, has twice, or that was named in two ways.
 */
export function withStated(
  recognised: readonly Column[],
  stated: StatedColumns,
  header: readonly string[],
): readonly Column[] {
  const details: RefusalDetail[] = []
  const columns: Column[] = []
  for (const [role, headers] of stated)
    for (const text of headers) {
      const found = placeOf(text, header)
      if (typeof found === 'string') details.push({ at: role, message: found })
      else if (columns.some(({ at }) => at === found))
        details.push({
          at: role,
          message: `column ${found + 1} is taken for something else already`,
        })
      else columns.push({ at: found, role, how: 'stated' })
    }
  if (details.length > 0) throw invalid(details)
  const isFree = ({ at, role }: Column) =>
    !stated.has(role) && columns.every((column) => column.at !== at)
  return [...columns, ...recognised.filter(isFree)].sort((one, other) => one.at - other.at)
}

/** The place of a header, or why there is none. */
function placeOf(text: string, header: readonly string[]): number | string {
  const places = header.flatMap((cell, at) => (cell.trim() === text ? [at] : []))
  const similar =
    places.length > 0
      ? places
      : header.flatMap((cell, at) =>
          plainText(cell) !== '' && plainText(cell) === plainText(text) ? [at] : [],
        )
  const [only, ...others] = similar
  if (only !== undefined && others.length === 0) return only
  if (only !== undefined)
    return `"${text}" stands over several columns: write ${similar.map((at) => `#${at + 1}`).join(' or ')}`
  const place = Number(/^#(\d{1,4})$/.exec(text)?.[1] ?? 0)
  if (place >= 1 && place <= header.length) return place - 1
  return `the file has no column "${text.slice(0, 60)}"`
}
