import { Refusal } from '../errors.ts'
import type { ReadRow } from './completion.ts'
import { readText } from './csv-encoding.ts'
import { type CsvRecord, readRecords } from './csv-records.ts'
import type { DateOrder } from './days.ts'
import { exportFormats, type Layout } from './exports/column.ts'
import { type Beginning, layoutOf } from './exports/layout.ts'
import { type RowOptions, readMappedRow } from './exports/read-mapped-row.ts'
import type { StatedColumns } from './exports/stated-columns.ts'
import { createTwiceCheck } from './learner-twice.ts'
import { complaint } from './read-row.ts'

/** What can be asked for: a format, or `auto` to have it recognised. */
export const csvFormats = ['auto', ...exportFormats] as const

export type CsvFormat = (typeof csvFormats)[number]

export interface CsvOptions extends RowOptions {
  readonly format: CsvFormat
  /** In which order the file writes dates in figures; `null` if nobody has said. */
  readonly dates: DateOrder | null
  /** What the operator says of the columns; it overrides what is recognised, in any format. */
  readonly columns?: StatedColumns | null | undefined
}

type Record = Extract<CsvRecord, { kind: 'record' }>

const sampledRecords = 50

/**
 * Reads an export of completions, row by row, in memory that does not grow with the file save for a few bytes per
 * learner. A bad row is answered with complaints and holds up no other; the line is the physical line it starts on.
 *
 * Refuses `csv-unreadable`, `input-too-large`, `csv-unknown-format`, `columns-invalid`, and `dates-order-needed` at the
 * first date in figures if `dates` is null. A refusal can come after rows were already answered: who writes, reads
 * through once before.
 */
export async function* readCompletions(
  stream: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<ReadRow> {
  const records = readRecords(readText(stream))
  try {
    const sample = await firstOf(records)
    const beginning = beginningOf(sample)
    const layout = layoutOf(beginning, options)
    const opening = openingRow(beginning, layout, options)
    if (opening) yield opening
    if (layout.missing.length > 0) return
    const once = createTwiceCheck()
    for (const record of sample.slice(1)) yield* readRecord(record, layout, options, once)
    for await (const record of records) yield* readRecord(record, layout, options, once)
  } finally {
    // The source is let go of even where the caller stops early.
    await records.return(undefined)
  }
}

/** How an export begins; the rest is not read. Refuses `csv-unreadable`, `input-too-large`. */
export async function readBeginning(stream: AsyncIterable<Uint8Array>): Promise<Beginning> {
  const records = readRecords(readText(stream))
  try {
    return beginningOf(await firstOf(records))
  } finally {
    await records.return(undefined)
  }
}

async function firstOf(records: AsyncGenerator<CsvRecord>): Promise<readonly CsvRecord[]> {
  const sample: CsvRecord[] = []
  for (let next = await records.next(); !next.done; next = await records.next()) {
    sample.push(next.value)
    if (sample.length > sampledRecords) break
  }
  return sample
}

function beginningOf([first, ...others]: readonly CsvRecord[]): Beginning {
  if (first?.kind !== 'record') {
    throw new Refusal('csv-unreadable', 'The file has no header line that can be read.')
  }
  const header = first.cells.slice(0, first.cells.findLastIndex((cell) => cell.trim() !== '') + 1)
  const sample = others.flatMap((record) => (record.kind === 'record' ? [record.cells] : []))
  return { line: first.line, header, sample }
}

function* readRecord(
  record: CsvRecord,
  layout: Layout,
  options: CsvOptions,
  once: (row: ReadRow) => ReadRow,
): Generator<ReadRow> {
  const { line } = record
  if (record.kind === 'quote-not-closed') {
    yield leftOut(complaint(line, 'quote-not-closed', record.text))
    return
  }
  const kind = layout.manners.isFurniture?.(record.cells) ?? null
  if (kind === 'header') return
  if (kind === 'made-up') {
    const severity = 'warning'
    yield leftOut(complaint(line, 'not-a-learner', record.cells[0] ?? '', { severity }))
    return
  }
  const width = layout.header.length
  const isLonger = record.cells.slice(width).some((cell) => cell.trim() !== '')
  if (record.cells.length < width || isLonger) {
    yield leftOut(complaint(line, 'row-length', `${record.cells.length} / ${width}`))
    return
  }
  const row = readMappedRow(record, layout, options.dates, options)
  if (row === 'order-needed') throw orderNeeded(record)
  yield once(row)
}

const leftOut = (complained: ReturnType<typeof complaint>): ReadRow => ({
  line: complained.line,
  completion: null,
  complaints: [complained],
})

const orderNeeded = ({ line, cells }: Record) =>
  new Refusal(
    'dates-order-needed',
    `Line ${line} holds a date in figures, and only you know whether the day, the month or the year comes first. ` +
      'Import again with dates dmy, mdy or ymd (on the command line --dates dmy), or write the dates as 2026-11-22.',
    { details: [{ at: `line ${line}`, message: cells.join(' · ').slice(0, 200) }] },
  )

/** What concerns the whole file, on the line of its header. */
function openingRow({ line }: Beginning, layout: Layout, { profiles }: RowOptions): ReadRow | null {
  const { missing, unknown, at } = layout
  const complaints = missing.map((column) => complaint(line, 'columns-missing', column))
  const severity = 'warning'
  if (unknown.length > 0) {
    const column = unknown[0] ?? null
    complaints.push(complaint(line, 'column-unknown', unknown.join('; '), { column, severity }))
  }
  const hasNames = (['name', 'last_first_name', 'first_name', 'last_name'] as const).some((role) =>
    at.has(role),
  )
  if (missing.length === 0 && !hasNames && !profiles)
    complaints.push(complaint(line, 'profiles-needed', '', { severity }))
  return complaints.length > 0 ? { line, completion: null, complaints } : null
}
