import type { ReadRow, RowComplaint } from './completion.ts'
import type { DateRule } from './days.ts'
import { complaint, type ImportOptions, readDayCell, readRow } from './read-row.ts'

/** The columns of Colophon's own format, in the order in which it writes them; docs/IMPORT.md explains each. */
export const colophonColumns = [
  'learner_id',
  'email',
  'name',
  'language',
  'completed_on',
  'score',
  'modules',
] as const

export type ColophonColumn = (typeof colophonColumns)[number]

/** Where each column is, whatever their order, and which headers are none of ours. */
export interface ColophonLayout {
  readonly at: ReadonlyMap<ColophonColumn, number>
  readonly missing: readonly string[]
  readonly unknown: readonly string[]
}

export function colophonLayout(header: readonly string[]): ColophonLayout {
  const at = new Map<ColophonColumn, number>()
  const unknown: string[] = []
  header.forEach((cell, index) => {
    const wanted = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
    const column = colophonColumns.find((each) => each === wanted)
    if (column && !at.has(column)) at.set(column, index)
    else unknown.push(cell)
  })
  const missing = at.has('name') ? [] : ['name']
  if (!at.has('completed_on') && !at.has('modules')) missing.push('completed_on | modules')
  return { at, missing, unknown }
}

/**
 * Whether a header is plainly ours: the name and a column that no other export calls so, or two such columns. Without
 * a name it must not pass for another format, which would print what it finds in the name's place.
 */
export function isColophonHeader({ at }: ColophonLayout): boolean {
  const ours = (['learner_id', 'completed_on', 'modules'] as const).filter((each) => at.has(each))
  return ours.length > (at.has('name') ? 0 : 1)
}

/** The cells of one row in our own format, from CSV or JSON; empty where there is none. */
export interface ColophonCells {
  readonly line: number
  readonly cells: Readonly<Record<ColophonColumn, string>>
  /** What the caller calls the columns: CSV headers or JSON members. */
  readonly names: Readonly<Record<ColophonColumn, string>>
}

/** The row, or `order-needed` where a date in figures needs its order stated first. */
export function readColophonRow(
  { line, cells, names }: ColophonCells,
  dates: DateRule,
  options: ImportOptions,
): ReadRow | 'order-needed' {
  const complaints: RowComplaint[] = []
  const dateCell = { line, column: names.completed_on, text: cells.completed_on }
  const completed = readDayCell(dateCell, dates, options.today)
  if (completed.isOrderNeeded) return 'order-needed'
  if (completed.complaint) complaints.push(completed.complaint)
  const score = readScore(cells.score)
  if (score === 'unreadable') {
    complaints.push(complaint(line, 'score-unreadable', cells.score, { column: names.score }))
  }
  const modules = cells.modules.split(/[\s,;|]+/).filter((id) => id !== '')
  const known = new Set(options.course.modules.map(({ id }) => id))
  const strange = modules.filter((id) => !known.has(id))
  if (strange.length > 0) {
    const column = names.modules
    complaints.push(complaint(line, 'module-unknown', strange.join(' '), { column }))
  }
  return readRow(
    {
      ...{ line, name: cells.name, email: cells.email, idNumber: '', lmsId: cells.learner_id },
      ...{ language: cells.language, modules, completedOn: completed.day, lastActivityOn: null },
      score: score === 'unreadable' ? null : score,
      columns: { name: names.name, email: names.email, language: names.language },
      complaints,
    },
    options,
  )
}

/** Percent from 0 to 100, as `87`, `87.5`, `87,5` or `87.5 %`; `null` where the cell is empty. */
function readScore(text: string): number | null | 'unreadable' {
  const cell = text.trim()
  if (cell === '') return null
  if (cell.length > 20) return 'unreadable'
  const written = cell.replace(/\s*%$/, '')
  if (!/^\d{1,3}(?:[.,]\d+)?$/.test(written)) return 'unreadable'
  const score = Number(written.replace(',', '.'))
  return score <= 100 ? score : 'unreadable'
}
