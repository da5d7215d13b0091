import type { ReadRow, RowComplaint } from '../completion.ts'
import type { DateRule } from '../days.ts'
import { complaint, type ImportOptions, readDayCell, readRow } from '../read-row.ts'
import { type ReadDone, readMark, readPoints, readScoreCell, readYes, turnedName } from './cells.ts'
import type { Layout, ModuleColumn, Role } from './column.ts'
import type { Profiles } from './profiles.ts'

/** What reading an export takes beside its layout. */
export interface RowOptions extends ImportOptions {
  /** Day that a course counts as completed where the file says that it was and not when, `YYYY-MM-DD`; else today. */
  readonly completedOn?: string | null | undefined
  /** Where names are taken from that the rows do not have. */
  readonly profiles?: Profiles | null | undefined
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
  readonly layout: Layout
  readonly dates: DateRule
  readonly options: RowOptions
  readonly complaints: RowComplaint[]
}

const cellOf = ({ cells, layout }: Row, role: Role): string => {
  const column = layout.at.get(role)
  return column ? (cells[column.at] ?? '') : ''
}

const labelOf = ({ layout }: Row, role: Role): string | null => {
  const column = layout.at.get(role)
  return column ? (column.label ?? layout.header[column.at] ?? null) : null
}

/**
 * Reads one row by its layout. The row, or `order-needed` where a date in figures needs its order stated first.
 * What is wrong comes as complaints: days and modules first, then score, then the learner.
 */
export function readMappedRow(
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
  layout: Layout,
  dates: DateRule,
  options: RowOptions,
): ReadRow | 'order-needed' {
  const row: Row = { line, cells, layout, dates, options, complaints: [] }
  const done = readModules(row)
  const day = readCompletionDay(row)
  if (done === 'order-needed' || day === 'order-needed') return 'order-needed'
  const score = readScore(row)
  const completedOn = completionDay(row, day, score)
  const modules = [...done.modules, ...listedModules(row)]
  const nameLabel = layout.at.has('name') ? labelOf(row, 'name') : labelOf(row, 'last_first_name')
  const email = cellOf(row, 'email')
  return readRow(
    {
      ...{ line, modules, completedOn, score, complaints: row.complaints },
      name: nameIn(row),
      // A login name is no address that somebody mistyped.
      email: layout.manners.isEmailALogin && !email.includes('@') ? '' : email,
      idNumber: cellOf(row, 'id_number'),
      lmsId: cellOf(row, 'learner_id').trim() || cellOf(row, 'username'),
      language: cellOf(row, 'language'),
      lastActivityOn: done.lastDay,
      columns: {
        name: nameLabel ?? labelOf(row, 'last_name') ?? labelOf(row, 'first_name') ?? '',
        email: labelOf(row, 'email'),
        language: labelOf(row, 'language'),
      },
    },
    options,
  )
}

function nameIn(row: Row): string {
  const whole = cellOf(row, 'name').trim() || turnedName(cellOf(row, 'last_first_name'))
  if (whole !== '') return whole
  const parts = [cellOf(row, 'first_name'), cellOf(row, 'last_name')].map((part) => part.trim())
  const joined = parts.filter(Boolean).join(' ')
  return joined || (row.options.profiles?.nameOf((role) => cellOf(row, role)) ?? '')
}

interface Done {
  readonly modules: readonly string[]
  readonly lastDay: string | null
}

function readModules(row: Row): Done | 'order-needed' {
  const modules: string[] = []
  let lastDay: string | null = null
  for (const each of row.layout.modules) {
    const read = readModule(row, each)
    if (read.kind === 'order-needed') return 'order-needed'
    if (read.kind !== 'done') continue
    modules.push(each.module.id)
    if (read.day !== null && (lastDay === null || read.day > lastDay)) lastDay = read.day
  }
  return { modules, lastDay }
}

function readModule(row: Row, { column, module }: ModuleColumn): ReadDone {
  const { layout, dates } = row
  const text = row.cells[column.at] ?? ''
  const label = column.label ?? layout.header[column.at] ?? ''
  const manner = layout.manners.module
  if (manner === 'day') return readDayDone(row, label, text)
  const most = layout.manners.maxima.get(column.at) ?? null
  const bar = { passFrom: module.passFrom ?? null, most, dates }
  const read = manner === 'mark' ? readMark(text, bar) : readPoints(text, manner, bar)
  complainOfDone(row, read, label, text)
  return read
}

function readDayDone(
  { line, dates, options, complaints }: Row,
  column: string,
  text: string,
): ReadDone {
  const read = readDayCell({ line, column, text }, dates, options.today)
  if (read.complaint) complaints.push(read.complaint)
  if (read.isOrderNeeded) return { kind: 'order-needed' }
  return read.day === null ? { kind: 'not-done' } : { kind: 'done', day: read.day }
}

function complainOfDone(
  { line, options, complaints }: Row,
  read: ReadDone,
  column: string,
  text: string,
) {
  if (read.kind === 'unreadable')
    complaints.push(complaint(line, 'completed-unreadable', text, { column }))
  if (read.kind === 'done' && read.day !== null && read.day > options.today)
    complaints.push(complaint(line, 'date-in-future', text, { column }))
}

function readCompletionDay(row: Row): string | null | 'order-needed' {
  const { line, dates, options, complaints } = row
  const column = labelOf(row, 'completed_on')
  if (column === null) return null
  const cell = { line, column, text: cellOf(row, 'completed_on') }
  const read = readDayCell(cell, dates, options.today)
  if (read.complaint) complaints.push(read.complaint)
  return read.isOrderNeeded ? 'order-needed' : read.day
}

function readScore(row: Row): number | null {
  const text = cellOf(row, 'score')
  const score = readScoreCell(text, row.layout.manners.score)
  if (score !== 'unreadable') return score
  row.complaints.push(
    complaint(row.line, 'score-unreadable', text, { column: labelOf(row, 'score') }),
  )
  return null
}

function listedModules(row: Row): readonly string[] {
  const { line, options, complaints } = row
  const modules = cellOf(row, 'modules')
    .split(/[\s,;|]+/)
    .filter((id) => id !== '')
  const strange = modules.filter((id) => options.course.modules.every((each) => each.id !== id))
  if (strange.length > 0) {
    const column = labelOf(row, 'modules')
    complaints.push(complaint(line, 'module-unknown', strange.join(' '), { column }))
  }
  return modules
}

/** When the course was completed: a word that says so decides, else the score where that counts, else the day. */
function completionDay(row: Row, day: string | null, score: number | null): string | null {
  const { layout, options } = row
  const isCompleted = layout.at.has('completed')
    ? isSaidCompleted(row)
    : layout.manners.isPassedByScore && layout.at.has('score')
      ? score !== null && score >= (options.course.passFrom ?? defaultPassFrom)
      : day !== null
  return isCompleted ? (day ?? options.completedOn ?? options.today) : null
}

/** Percent from which a course is passed where its catalogue does not say. */
export const defaultPassFrom = 60

function isSaidCompleted(row: Row): boolean {
  const text = cellOf(row, 'completed')
  const said = readYes(text)
  if (said === null) {
    const column = labelOf(row, 'completed')
    row.complaints.push(complaint(row.line, 'completed-unreadable', text, { column }))
  }
  return said === true
}
