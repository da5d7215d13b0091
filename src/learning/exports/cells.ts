import { type DateRule, readDay } from '../days.ts'
import { plainText } from '../plain-text.ts'
import type { Manners } from './column.ts'

/** Percent from 0 to 100; `null` where there is none. */
export type ReadScore = number | null | 'unreadable'

const longest = 40

/** A figure as any of the languages writes it, with a point or a comma; `null` for anything else. */
function figure(text: string): number | null {
  return /^\d{1,7}(?:[.,]\d{1,12})?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** No more digits than anybody wrote: 0.07 × 100 is 7.000000000000001. */
const tidy = (percent: number) => Number(percent.toFixed(6))

const percentOf = (percent: number | null): ReadScore =>
  percent === null || percent > 100 ? 'unreadable' : tidy(percent)

/** "9 / 10", as forms write it; `null` where it is written otherwise. */
function pointsOf(cell: string): ReadScore {
  const [, points = '', most = ''] = /^([\d.,]+)\s*\/\s*([\d.,]+)$/.exec(cell) ?? []
  const [got, all] = [figure(points), figure(most)]
  return got === null || all === null || all === 0 ? 'unreadable' : percentOf((100 * got) / all)
}

/**
 * A score, written as the format writes it: `87`, `87.5`, `87,5` or `87.5 %`; `0.875`; `9 / 10`. Empty, and what stands
 * for nothing ("N/A", "-"), is no score.
 */
export function readScoreCell(text: string, manner: Manners['score']): ReadScore {
  const cell = text.trim()
  if (cell === '' || (manner !== 'percent' && isNothing(cell))) return null
  if (cell.length > longest) return 'unreadable'
  const value = figure(cell.replace(/\s*%$/, ''))
  if (cell.endsWith('%')) return percentOf(value)
  switch (manner) {
    case 'percent':
      return percentOf(value)
    case 'fraction':
      return percentOf(value === null ? null : value * 100)
    case 'points':
      return pointsOf(cell)
    case 'any':
      return value === null ? pointsOf(cell) : percentOf(value)
  }
}

const setOf = (words: string) => new Set(words.split(/\s*,\s*/).map(plainText))

const yes = setOf(
  'y, yes, true, x, done, complete, completed, pass, passed, sì, si, vero, completato, completata, superato, ' +
    'superata, ναι, αληθές, ολοκληρώθηκε, ολοκληρωμένο, επιτυχία, да, вярно, завършен, завършена, завършено, ' +
    'завършил, завършила, издържал, jā, ja, patiess, pabeigts, pabeigta, nokārtots, nokārtota',
)
const no = setOf(
  'n, no, false, not done, incomplete, not completed, not complete, fail, failed, falso, non completato, ' +
    'non completata, non superato, non superata, όχι, ψευδές, δεν ολοκληρώθηκε, не, невярно, незавършен, ' +
    'незавършена, незавършено, nē, nav, aplams, nepabeigts, nepabeigta, nav pabeigts, nav pabeigta, nav nokārtots',
)
const nothing = setOf('n a, na, not attempted, not available, ex, none')

const isTick = (cell: string) => /^[✓✔☑✅]\uFE0F?$/u.test(cell)

/** Whether a cell holds a sign for having nothing. */
function isNothing(cell: string): boolean {
  return /^[-–—✗✘☐❌]+$/u.test(cell) || nothing.has(plainText(cell))
}

/** Whether it says done or not done, in any of the languages; `null` where it says neither. */
export function readYes(text: string): boolean | null {
  const cell = text.trim()
  if (cell === '' || cell === '0' || isNothing(cell)) return false
  if (cell === '1' || isTick(cell)) return true
  if (cell.length > longest) return null
  const plain = plainText(cell)
  if (yes.has(plain)) return true
  return no.has(plain) ? false : null
}

export type ReadDone =
  | { readonly kind: 'done'; readonly day: string | null }
  | { readonly kind: 'not-done' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'order-needed' }

const doneIf = (isDone: boolean): ReadDone =>
  isDone ? { kind: 'done', day: null } : { kind: 'not-done' }

/** What is asked of the cell of a module. */
export interface Bar {
  /** Percent; `null` for anything above nothing. */
  readonly passFrom: number | null
  /** The most points there are; `null` where nobody knows. */
  readonly most: number | null
  readonly dates: DateRule
}

/** Whether points or a share reach the bar. */
export function readPoints(text: string, manner: 'points' | 'fraction', bar: Bar): ReadDone {
  const cell = text.trim()
  if (cell === '' || isNothing(cell)) return { kind: 'not-done' }
  const value = figure(cell)
  if (value === null) return { kind: 'unreadable' }
  if (bar.passFrom === null) return doneIf(value > 0)
  const most = manner === 'fraction' ? 1 : bar.most
  return doneIf(most !== null && most > 0 && tidy((100 * value) / most) >= bar.passFrom)
}

/** Whether a cell of unknown making says done: in words, as a score, or with the day on which it was done. */
export function readMark(text: string, bar: Bar): ReadDone {
  const word = readYes(text)
  if (word !== null) return doneIf(word)
  const score = readScoreCell(text, 'any')
  if (typeof score === 'number') return doneIf(score > 0 && score >= (bar.passFrom ?? 0))
  const reading = readDay(text, bar.dates)
  return reading.kind === 'day'
    ? { kind: 'done', day: reading.day }
    : unreadableUnless(reading.kind)
}

const unreadableUnless = (kind: 'none' | 'unreadable' | 'order-needed'): ReadDone => ({
  kind: kind === 'order-needed' ? 'order-needed' : 'unreadable',
})

/**
 * A name as "Last, First" turned round: "van der Berg, Anna Maria" is Anna Maria van der Berg, and what comes after a
 * second comma stays behind ("King, Martin Luther, Jr."). Without a comma it is as it stands.
 */
export function turnedName(text: string): string {
  const [last = '', first, ...more] = text.split(',').map((part) => part.trim())
  if (first === undefined) return last
  return [[first, last].filter(Boolean).join(' '), ...more.filter(Boolean)].join(', ')
}
