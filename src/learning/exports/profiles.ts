import { Refusal } from '../../errors.ts'
import { readText } from '../csv-encoding.ts'
import { readRecords } from '../csv-records.ts'
import { plainText } from '../plain-text.ts'
import type { PlainRole } from './column.ts'

type Key = Extract<PlainRole, 'learner_id' | 'username' | 'email'>

/** The names of learners, by what a report without names knows of them. */
export interface Profiles {
  readonly size: number
  /** The name of whoever these cells are about; `undefined` where there is none. */
  nameOf(cellOf: (role: Key) => string): string | undefined
}

/** The most profiles that are kept while a report is read: a few dozen megabytes. */
export const maxProfiles = 300_000

// Open edX, student profile report: feature names as headers; the dashboard's own table has the others.
const headers: Readonly<Record<Key | 'name', readonly string[]>> = {
  learner_id: ['id', 'user id', 'student id'],
  username: ['username'],
  email: ['email'],
  name: ['name', 'full name'],
}

const placesIn = (header: readonly string[]) => {
  const plain = header.map(plainText)
  const at = (role: Key | 'name') => plain.findIndex((cell) => headers[role].includes(cell))
  return {
    learner_id: at('learner_id'),
    username: at('username'),
    email: at('email'),
    name: at('name'),
  }
}

const keys = ['learner_id', 'username', 'email'] as const

/** Whether this is a list of profiles and not of what anybody did. */
export function isProfileHeader(header: readonly string[]): boolean {
  const at = placesIn(header)
  const isGraded = header.some((cell) => /^(?:grade|certificate eligible)$/i.test(cell.trim()))
  return !isGraded && at.name >= 0 && at.learner_id >= 0 && at.username >= 0
}

const folded = (key: Key, cell: string) =>
  key === 'email' ? cell.trim().toLowerCase() : cell.trim().normalize('NFC')

const unreadable = (message: string) => new Refusal('profiles-unreadable', message)

/** Where the key and the name stand. @throws Refusal `profiles-unreadable`. */
function readHeader(header: readonly string[]): { key: Key; keyAt: number; nameAt: number } {
  const at = placesIn(header)
  const key = keys.find((each) => at[each] >= 0)
  if (at.name >= 0 && key) return { key, keyAt: at[key], nameAt: at.name }
  throw unreadable(
    'The profile report needs the columns name and one of id, username and email; its header has ' +
      `${header.join(', ').slice(0, 200)}.`,
  )
}

/**
 * Reads Open edX's student profile report (`id`, `username`, `name`, `email` …; comma, semicolon or tab) for its names.
 *
 * Refuses `profiles-unreadable` for a file without the columns `name` and one of `id`, `username` and `email`, or that
 * names one learner in two ways; `input-too-large` beyond `maxProfiles`; `csv-unreadable`.
 */
export async function readProfiles(stream: AsyncIterable<Uint8Array>): Promise<Profiles> {
  const names = new Map<string, string>()
  let layout: ReturnType<typeof readHeader> | undefined
  for await (const record of readRecords(readText(stream))) {
    if (record.kind !== 'record') continue
    if (layout) addProfile(record, layout, names)
    else layout = readHeader(record.cells)
  }
  if (!layout) throw unreadable('The profile report is empty.')
  const { key } = layout
  return { size: names.size, nameOf: (cellOf) => names.get(folded(key, cellOf(key))) }
}

function addProfile(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  { key, keyAt, nameAt }: ReturnType<typeof readHeader>,
  names: Map<string, string>,
): void {
  const id = folded(key, cells[keyAt] ?? '')
  const name = (cells[nameAt] ?? '').trim()
  if (id === '' || name === '') return
  if ((names.get(id) ?? name) !== name)
    throw unreadable(`Line ${line}: the profile report names this learner twice, differently.`)
  names.set(id, name)
  if (names.size > maxProfiles)
    throw new Refusal('input-too-large', `A profile report may have ${maxProfiles} learners`)
}
