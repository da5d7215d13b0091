import { readDay } from '../days.ts'
import { readScoreCell } from './cells.ts'
import type { Column, Draft, Need, PlainRole } from './column.ts'
import { nameRoles, plainManners } from './column.ts'
import { headerWord, isNameQuestion } from './header-words.ts'
import { holdsEmails } from './moodle.ts'

type Sample = readonly (readonly string[])[]

const needs: readonly Need[] = [
  { label: 'name', oneOf: nameRoles },
  { label: 'Timestamp', oneOf: ['completed_on', 'completed', 'score', 'modules', 'module'] },
]

/** Whether these are the answers to a form: when they were sent first, in words or by what stands there. */
export function isForms(header: readonly string[], sample: Sample): boolean {
  if (header.length < 2) return false
  if (headerWord(header[0] ?? '') === 'timestamp') return true
  return holdsInstants(sample, 0) && header.some((_, at) => at > 0 && holdsPoints(sample, at))
}

/**
 * Finds the columns of the answers to a Google form: when they were sent, the address and the score where it asks for
 * them, and the question for the name. Sent is done; in a quiz, from `passFrom` of the catalogue on.
 */
export function formsDraft(header: readonly string[], sample: Sample): Draft {
  const columns: Column[] = [
    {
      ...{ at: 0, role: 'completed_on' },
      how: headerWord(header[0] ?? '') === 'timestamp' ? 'header' : 'place',
    },
    ...scoreColumn(header, sample),
  ]
  const isTaken = (at: number) => columns.some((column) => column.at === at)
  columns.push(...emailColumn(header, sample, isTaken))
  columns.push(...nameColumns(header, isTaken))
  const language = header.findIndex((cell, at) => headerWord(cell) === 'language' && !isTaken(at))
  if (language !== -1) columns.push({ at: language, role: 'language', how: 'header' })
  return {
    format: 'forms',
    columns,
    needs,
    manners: { ...plainManners, score: 'points', isPassedByScore: true },
    unused: [],
  }
}

function scoreColumn(header: readonly string[], sample: Sample): readonly Column[] {
  // A question may be called the same; the score is what holds points.
  const called = header.findIndex(
    (cell, at) => at > 0 && headerWord(cell) === 'score' && !holdsWords(sample, at),
  )
  if (called !== -1) return [{ at: called, role: 'score', how: 'header' }]
  const holding = header.findIndex((_, at) => at > 0 && holdsPoints(sample, at))
  return holding === -1 ? [] : [{ at: holding, role: 'score', how: 'content' }]
}

function emailColumn(
  header: readonly string[],
  sample: Sample,
  isTaken: (at: number) => boolean,
): readonly Column[] {
  const called = header.findIndex((cell, at) => !isTaken(at) && headerWord(cell) === 'email')
  if (called !== -1) return [{ at: called, role: 'email', how: 'header' }]
  const holding = header.findIndex((_, at) => !isTaken(at) && holdsEmails(sample, at))
  return holding === -1 ? [] : [{ at: holding, role: 'email', how: 'content' }]
}

/** One question for the whole name, or two for its parts; "Nome" alone asks for the whole. */
export function nameColumns(
  header: readonly string[],
  isTaken: (at: number) => boolean,
): readonly Column[] {
  const find = (fits: (cell: string) => boolean) =>
    header.findIndex((cell, at) => !isTaken(at) && fits(cell))
  const called = (role: PlainRole) => find((cell) => headerWord(cell) === role)
  const whole = called('name')
  if (whole !== -1) return [{ at: whole, role: 'name', how: 'header' }]
  const [first, last] = [called('first_name'), called('last_name')]
  if (first !== -1 && last !== -1)
    return [
      { at: first, role: 'first_name', how: 'header' },
      { at: last, role: 'last_name', how: 'header' },
    ]
  const asked = find(isNameQuestion)
  if (asked !== -1) return [{ at: asked, role: 'name', how: 'content' }]
  return first === -1 ? [] : [{ at: first, role: 'name', how: 'header' }]
}

const filledIn = (sample: Sample, at: number) =>
  sample.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')

function holdsInstants(sample: Sample, at: number): boolean {
  const filled = filledIn(sample, at)
  const isInstant = (cell: string) =>
    /\d{1,2}[:.]\d{2}/.test(cell) && !['none', 'unreadable'].includes(readDay(cell, null).kind)
  return filled.length > 0 && filled.every(isInstant)
}

function holdsPoints(sample: Sample, at: number): boolean {
  const filled = filledIn(sample, at)
  return filled.length > 0 && filled.every((cell) => /^[\d.,]+\s*\/\s*[\d.,]+$/.test(cell))
}

function holdsWords(sample: Sample, at: number): boolean {
  const filled = filledIn(sample, at)
  return filled.length > 0 && filled.every((cell) => readScoreCell(cell, 'any') === 'unreadable')
}
