import { Refusal } from '../errors.ts'
import type { ReadRow } from './completion.ts'
import {
  type ColophonCells,
  type ColophonColumn,
  colophonColumns,
  colophonLayout,
  isColophonHeader,
  readColophonRow,
} from './csv-colophon.ts'
import { readText } from './csv-encoding.ts'
import { isMoodleLayout, moodleLayout, readMoodleRow } from './csv-moodle.ts'
import { type CsvRecord, readRecords } from './csv-records.ts'
import type { DateOrder } from './days.ts'
import { createTwiceCheck } from './learner-twice.ts'
import { complaint, type ImportOptions } from './read-row.ts'

export const csvFormats = ['auto', 'colophon', 'moodle'] as const

export type CsvFormat = (typeof csvFormats)[number]

export interface CsvOptions extends ImportOptions {
  readonly format: CsvFormat
  /** In which order the file writes dates in figures; `null` if nobody has said. */
  readonly dates: DateOrder | null
}

type Record = Extract<CsvRecord, { kind: 'record' }>

/** How to read the rows of one file, settled by its header and first rows. */
interface Reader {
  readonly columns: number
  /** What concerns the whole file, on line 1. */
  readonly opening: ReadRow | null
  /** Whether rows can be read at all. */
  readonly isReadable: boolean
  readonly read: (record: Record) => ReadRow | 'order-needed'
}

const sampledRecords = 50

/**
 * Reads an export of completions, row by row, in memory that does not grow with the file save for a few bytes per
 * learner. A bad row is answered with complaints and holds up no other; the line is the physical line it starts on.
 *
 * Refuses `csv-unreadable`, `input-too-large`, `csv-unknown-format`, and `dates-order-needed` at the first date in
 * figures if `dates` is null. A refusal can come after rows were already answered: who writes, reads through once
 * before.
 */
export async function* readCompletions(
  stream: AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<ReadRow> {
  const records = readRecords(readText(stream))
  try {
    const sample: CsvRecord[] = []
    for (let next = await records.next(); !next.done; next = await records.next()) {
      sample.push(next.value)
      if (sample.length > sampledRecords) break
    }
    const reader = chooseReader(sample, options)
    if (reader.opening) yield reader.opening
    if (!reader.isReadable) return
    const once = createTwiceCheck()
    for (const record of sample.slice(1)) yield once(readRecord(record, reader))
    for await (const record of records) yield once(readRecord(record, reader))
  } finally {
    // The source is let go of even where the caller stops early.
    await records.return(undefined)
  }
}

function readRecord(record: CsvRecord, reader: Reader): ReadRow {
  const { line } = record
  if (record.kind === 'quote-not-closed') {
    const complaints = [complaint(line, 'quote-not-closed', record.text)]
    return { line, completion: null, complaints }
  }
  const surplus = record.cells.slice(reader.columns)
  if (record.cells.length < reader.columns || surplus.some((cell) => cell.trim() !== '')) {
    const value = `${record.cells.length} / ${reader.columns}`
    return { line, completion: null, complaints: [complaint(line, 'row-length', value)] }
  }
  const row = reader.read(record)
  if (row !== 'order-needed') return row
  throw new Refusal(
    'dates-order-needed',
    `Line ${line} holds a date in figures, and only you know whether the day, the month or the year comes first. ` +
      'Import again with dates dmy, mdy or ymd (on the command line --dates dmy), or write the dates as 2026-11-22.',
    { details: [{ at: `line ${line}`, message: record.cells.join(' · ').slice(0, 200) }] },
  )
}

function chooseReader(sample: readonly CsvRecord[], options: CsvOptions): Reader {
  const [first, ...others] = sample
  if (first?.kind !== 'record') {
    throw new Refusal('csv-unreadable', 'The file has no header line that can be read.')
  }
  const header = first.cells.slice(0, first.cells.findLastIndex((cell) => cell.trim() !== '') + 1)
  const rows = others.flatMap((record) => (record.kind === 'record' ? [record.cells] : []))
  const opening = { line: first.line, header }
  if (options.format === 'colophon') return colophonReader(opening, options)
  if (options.format === 'moodle') return moodleReader(opening, rows, options)
  if (isColophonHeader(colophonLayout(header))) return colophonReader(opening, options)
  const bodies = rows.map((cells) => cells.slice(0, header.length))
  if (isMoodleLayout(moodleLayout(header, bodies, options.course), bodies)) {
    return moodleReader(opening, rows, options)
  }
  throw new Refusal(
    'csv-unknown-format',
    `This is neither Colophon's own format (${colophonColumns.join(', ')}) nor Moodle's course completion report ` +
      '(Reports > Course completion > Download; not the activity completion report).',
    { details: [{ at: `line ${first.line}`, message: header.join(' · ').slice(0, 200) }] },
  )
}

interface Opening {
  readonly line: number
  readonly header: readonly string[]
}

function colophonReader({ line, header }: Opening, options: CsvOptions): Reader {
  const layout = colophonLayout(header)
  const names = Object.fromEntries(colophonColumns.map((column) => [column, column]))
  return {
    columns: header.length,
    opening: openingRow(line, layout.missing, layout.unknown),
    isReadable: layout.missing.length === 0,
    read: (record) => {
      const cellOf = (column: ColophonColumn) => record.cells[layout.at.get(column) ?? -1] ?? ''
      const cells = Object.fromEntries(colophonColumns.map((column) => [column, cellOf(column)]))
      const row = { line: record.line, cells, names } as ColophonCells
      return readColophonRow(row, options.dates, options)
    },
  }
}

function moodleReader(
  { line, header }: Opening,
  rows: readonly (readonly string[])[],
  options: CsvOptions,
): Reader {
  const layout = moodleLayout(header, rows, options.course)
  const isCut = header.length < 3 || layout.courseAt === null
  const unknown = layout.activities.filter(({ module }) => module === null)
  const missing = isCut ? ['id, name, …, course complete'] : []
  return {
    columns: header.length,
    opening: openingRow(
      line,
      missing,
      unknown.map((activity) => activity.header),
    ),
    isReadable: !isCut,
    read: (record) => readMoodleRow({ ...record, layout }, options.dates, options),
  }
}

function openingRow(
  line: number,
  missing: readonly string[],
  unknown: readonly string[],
): ReadRow | null {
  const complaints = [
    ...missing.map((column) => complaint(line, 'columns-missing', column)),
    ...(unknown.length > 0
      ? [
          complaint(line, 'column-unknown', unknown.join('; '), {
            column: unknown[0] ?? null,
            severity: 'warning',
          }),
        ]
      : []),
  ]
  return complaints.length > 0 ? { line, completion: null, complaints } : null
}
