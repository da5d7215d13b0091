import { type CsvOptions, readBeginning } from '../csv.ts'
import { type DateRule, readDay } from '../days.ts'
import type { Layout } from './column.ts'
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

/** Some different dates of the first rows as written and as read, at most twelve; every column of days has its share. */
export function datesAsUnderstood(
  layout: Layout,
  { sample }: Beginning,
  dates: DateRule,
): readonly UnderstoodDate[] {
  const columns = layout.columns.filter(({ role }) => mayHoldDays(role, layout))
  const bodies = sample.filter((cells) => !layout.manners.isFurniture?.(cells))
  const found: UnderstoodDate[] = []
  const seen = new Set<string>()
  for (const cells of bodies)
    for (const { at, role } of columns) {
      const written = (cells[at] ?? '').trim()
      const reading = readDay(written, dates)
      const isDate = role === 'completed_on' ? reading.kind !== 'none' : isDay(reading.kind)
      if (!isDate || seen.has(written) || found.length >= maxDates) continue
      seen.add(written)
      found.push(
        understood({ column: layout.header[at] ?? '', written: written.slice(0, 60) }, dates),
      )
    }
  return found
}

const isDay = (kind: ReturnType<typeof readDay>['kind']) =>
  kind === 'day' || kind === 'order-needed'

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
