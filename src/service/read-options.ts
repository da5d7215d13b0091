import { isPrintable } from '../documents/fonts.ts'
import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import { type CsvOptions, csvFormats } from '../learning/csv.ts'

const dateOrders = ['dmy', 'mdy', 'ymd'] as const

/** How an import is to be read, from the words of a request or of a command. @throws Refusal `bad-request`. */
export function readOptions(asked: {
  readonly course: Course
  readonly run: string
  readonly format: string | undefined
  readonly dates: string | undefined
  readonly matchByName: boolean
  readonly now: Date
}): CsvOptions {
  const format = csvFormats.find((known) => known === (asked.format ?? 'auto'))
  if (!format) throw new Refusal('bad-request', `format is one of ${csvFormats.join(', ')}`)
  if (!/^[\w.-]{1,60}$/.test(asked.run))
    throw new Refusal('bad-request', 'run names the run of the course: letters, digits, . _ -')
  const dates = dateOrders.find((known) => known === asked.dates) ?? null
  if (asked.dates !== undefined && !dates)
    throw new Refusal('bad-request', `dates is one of ${dateOrders.join(', ')}`)
  return {
    course: asked.course,
    run: asked.run,
    format,
    dates,
    matchByName: asked.matchByName,
    today: asked.now.toISOString().slice(0, 10),
    isPrintable,
  }
}
