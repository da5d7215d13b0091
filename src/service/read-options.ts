import { isPrintable } from '../documents/fonts.ts'
import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import { type CsvOptions, csvFormats } from '../learning/csv.ts'
import { readDay } from '../learning/days.ts'
import { parseStatedColumns } from '../learning/exports/stated-columns.ts'

const dateOrders = ['dmy', 'mdy', 'ymd'] as const

/** How an import is to be read, from the words of a request or of a command. @throws Refusal `bad-request`, `columns-invalid`. */
export function readOptions(asked: {
  readonly course: Course
  readonly run: string
  readonly format: string | undefined
  readonly dates: string | undefined
  readonly matchByName: boolean
  /** What the operator says of the columns, as JSON or as pairs `name=Full name,email=#3`. */
  readonly columns?: string | undefined
  /** Day of completion where the file has none, `YYYY-MM-DD`. */
  readonly completedOn?: string | undefined
  readonly now: Date
}): CsvOptions {
  const format = csvFormats.find((known) => known === (asked.format ?? 'auto'))
  if (!format) throw new Refusal('bad-request', `format is one of ${csvFormats.join(', ')}`)
  if (!/^[\w.-]{1,60}$/.test(asked.run))
    throw new Refusal('bad-request', 'run names the run of the course: letters, digits, . _ -')
  const dates = dateOrders.find((known) => known === asked.dates) ?? null
  if (asked.dates !== undefined && !dates)
    throw new Refusal('bad-request', `dates is one of ${dateOrders.join(', ')}`)
  const today = asked.now.toISOString().slice(0, 10)
  return {
    course: asked.course,
    run: asked.run,
    format,
    dates,
    matchByName: asked.matchByName,
    today,
    columns: asked.columns ? parseStatedColumns(asked.columns, asked.course) : null,
    completedOn: completionDay(asked.completedOn, today),
    isPrintable,
  }
}

function completionDay(text: string | undefined, today: string): string | null {
  if (text === undefined) return null
  const read = readDay(text, 'iso')
  if (read.kind === 'day' && read.day <= today) return read.day
  throw new Refusal('bad-request', 'completedOn is a day up to today, as 2026-11-22')
}
