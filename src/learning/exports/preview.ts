import { type CsvOptions, readBeginning } from '../csv.ts'
import { type DateRule, readDay } from '../days.ts'
import type { Column, Layout } from './column.ts'
import { type Beginning, layoutOf } from './layout.ts'
import { type RecognisedColumns, recognisedIn } from './recognise.ts'

/** A date as somebody wrote it, beside the day it is taken for. */
export interface UnderstoodDate {
  /** Header of its column. */
  readonly column: string
  readonly written: string
  /** `YYYY-MM-DD`; `null` where it cannot be read, or not without knowing the order. */
  readonly day: string | null
  /** What it would be in each order, where nobody has said which; `null` where it is no day in that order. */
  readonly either: Readonly<Record<'dmy' | 'mdy' | 'ymd', string | null>> | null
}

export interface ImportPreview extends RecognisedColumns {
  readonly dates: readonly UnderstoodDate[]
}

const maxDates = 12
const maxOfColumn = 6

/**
 * What a file was understood to be: its columns, and some of its dates. Reads its beginning only, and does not ask for the
 * order of dates: it shows what each order would make of them.
 *
 * Refuses `csv-unreadable`, `input-too-large`, `csv-unknown-format` and `columns-invalid`.
 */
export async function previewCompletions(
  stream: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): Promise<ImportPreview> {
  const beginning = await readBeginning(stream)
  const layout = layoutOf(beginning, options)
  return {
    ...recognisedIn(layout, beginning),
    dates: datesAsUnderstood(layout, beginning, options.dates),
  }
}

/** Some different dates of the first rows as written and as read: of the completion first, then of each module a few. */
export function datesAsUnderstood(
  layout: Layout,
  { sample }: Beginning,
  dates: DateRule,
): readonly UnderstoodDate[] {
  const bodies = sample.filter((cells) => !layout.manners.isFurniture?.(cells))
  const columns = layout.columns.filter(({ role }) => mayHoldDays(role, layout))
  const isWhole = ({ role }: Column) => role === 'completed_on'
  const ordered = [...columns.filter(isWhole), ...columns.filter((column) => !isWhole(column))]
  const found = ordered.flatMap(({ at, role }) => {
    const written = new Set(bodies.map((cells) => (cells[at] ?? '').trim().slice(0, 60)))
    const shown = [...written].filter((text) => isShown(text, role, dates)).slice(0, maxOfColumn)
    return shown.map((text) =>
      understood({ column: layout.header[at] ?? '', written: text }, dates),
    )
  })
  const isFirst = ({ written }: UnderstoodDate, index: number) =>
    found.findIndex((other) => other.written === written) === index
  return found.filter(isFirst).slice(0, maxDates)
}

/** What is no date is told where only dates belong. */
function isShown(text: string, role: string, dates: DateRule): boolean {
  const { kind } = readDay(text, dates)
  return role === 'completed_on' ? kind !== 'none' : kind === 'day' || kind === 'order-needed'
}

function mayHoldDays(role: string, { manners }: Layout): boolean {
  if (role === 'completed_on') return true
  return role.startsWith('module:') && (manners.module === 'day' || manners.module === 'mark')
}

function understood(
  date: Pick<UnderstoodDate, 'column' | 'written'>,
  rule: DateRule,
): UnderstoodDate {
  const dayBy = (each: DateRule) => {
    const reading = readDay(date.written, each)
    return reading.kind === 'day' ? reading.day : null
  }
  const isOpen = readDay(date.written, rule).kind === 'order-needed'
  const either = isOpen ? { dmy: dayBy('dmy'), mdy: dayBy('mdy'), ymd: dayBy('ymd') } : null
  return { ...date, day: dayBy(rule), either }
}
