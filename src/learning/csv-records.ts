import { Refusal } from '../errors.ts'

/** One record of a delimited file, or the line on which a quote was opened that nothing closes. */
export type CsvRecord =
  | { readonly kind: 'record'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'quote-not-closed'; readonly line: number; readonly text: string }

interface Line {
  readonly line: number
  readonly text: string
}

/** A record whose quoted cell goes on in the next line. */
interface Open {
  readonly lines: Line[]
  cells: string[]
  cell: string
  length: number
}

const maxLineLength = 256 * 1024
const maxRecordLines = 50
const maxLines = 1_000_000
const maxColumns = 1000

/**
 * Splits text into records (RFC 4180) with comma, semicolon or tab, whichever the first line uses, or the one that
 * a first line `sep=;` names. Blank lines are left out.
 *
 * Each record carries the physical line it starts on. A quote that is never closed costs that line only: reading
 * resumes on the next one, so one bad row does not swallow the rest. That, and the line numbers, is why no general
 * parser is used here. Refuses `csv-unreadable` for lines and tables
 * beyond any real export, and `input-too-large` beyond a million lines.
 */
export async function* readRecords(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const scan: Scan = { delimiter: null, open: null }
  for await (const lines of readLines(text)) {
    for (const line of lines) yield* scanNext(line, scan)
  }
  while (scan.open !== null) {
    const step = giveUp(scan.open, scan.delimiter ?? ',')
    scan.open = step.open
    yield* step.records
  }
}

interface Scan {
  delimiter: string | null
  open: Open | null
}

function scanNext(line: Line, scan: Scan): readonly CsvRecord[] {
  if (scan.delimiter === null) {
    if (line.text.trim() === '') return []
    scan.delimiter = delimiterOf(line.text)
    if (/^sep=.$/.test(line.text)) return []
  }
  const step = takeLine(line, scan.open, scan.delimiter)
  scan.open = step.open
  return step.records
}

/** Lines by the handful, as they arrive: one promise per line would cost more than all the rest. */
async function* readLines(text: AsyncIterable<string>): AsyncGenerator<readonly Line[]> {
  let rest = ''
  let count = 0
  for await (const piece of text) {
    rest += piece
    const texts = rest.split(/\r\n|\n|\r(?=[\s\S])/)
    rest = texts.pop() ?? ''
    const before = count
    count += texts.length
    if (count > maxLines) {
      throw new Refusal(
        'input-too-large',
        `An import may have ${maxLines} lines at most. Split the file and import the parts.`,
      )
    }
    yield texts.map((each, index) => ({
      line: before + index + 1,
      text: bounded(each, before + index + 1),
    }))
    bounded(rest, count + 1)
  }
  if (rest !== '') yield [{ line: count + 1, text: rest.replace(/\r$/, '') }]
}

function bounded(text: string, line: number): string {
  if (text.length <= maxLineLength) return text
  throw new Refusal(
    'csv-unreadable',
    `Line ${line} is longer than ${maxLineLength} characters; this is not a list of learners.`,
  )
}

function delimiterOf(firstLine: string): string {
  if (/^sep=.$/.test(firstLine)) return firstLine.slice(-1)
  const bare = firstLine.replace(/"(?:[^"]|"")*"/g, '')
  const counted = [',', ';', '\t'].map((each) => ({ each, count: bare.split(each).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).each
}

interface Step {
  readonly records: CsvRecord[]
  readonly open: Open | null
}

function takeLine(line: Line, open: Open | null, delimiter: string): Step {
  const now: Open = open ?? { lines: [], cells: [], cell: '', length: 0 }
  now.lines.push(line)
  now.length += line.text.length
  const outcome = scanLine(line.text, now, delimiter, open !== null)
  const isEndless = now.lines.length >= maxRecordLines || now.length > maxLineLength
  if (outcome === 'malformed' || (outcome === 'open' && isEndless)) return giveUp(now, delimiter)
  if (outcome === 'open') return { records: [], open: now }
  const cells = now.cells
  if (cells.length > maxColumns) {
    throw new Refusal('csv-unreadable', `Line ${line.line} has more than ${maxColumns} columns.`)
  }
  const isBlank = cells.every((cell) => cell.trim() === '')
  const start = now.lines[0]?.line ?? line.line
  return { records: isBlank ? [] : [{ kind: 'record', line: start, cells }], open: null }
}

/** Complains about the line that opened the quote, and reads the lines after it afresh. */
function giveUp(open: Open, delimiter: string): Step {
  const [first, ...others] = open.lines
  const records: CsvRecord[] = first
    ? [{ kind: 'quote-not-closed', line: first.line, text: first.text }]
    : []
  let again: Open | null = null
  for (const line of others) {
    const step = takeLine(line, again, delimiter)
    records.push(...step.records)
    again = step.open
  }
  return { records, open: again }
}

/** Adds the cells of one line to the record; `malformed` where text follows a closing quote. */
function scanLine(
  text: string,
  record: Open,
  delimiter: string,
  isContinued: boolean,
): 'closed' | 'open' | 'malformed' {
  if (isContinued) record.cell += '\n'
  for (let at = 0, isInside = isContinued; at <= text.length; isInside = false) {
    const { value, end } = isInside
      ? quotedCell(text, at)
      : text[at] === '"'
        ? quotedCell(text, at + 1)
        : plainCell(text, at, delimiter)
    record.cell += value
    if (end === null) return 'open'
    if (end < text.length && text[end] !== delimiter) return 'malformed'
    record.cells.push(record.cell)
    record.cell = ''
    at = end + 1
  }
  return 'closed'
}

/** A part of a cell, and the place after it; `null` if its quote is not closed in this line. */
interface CellPart {
  readonly value: string
  readonly end: number | null
}

function plainCell(text: string, from: number, delimiter: string): CellPart {
  const found = text.indexOf(delimiter, from)
  const end = found === -1 ? text.length : found
  return { value: text.slice(from, end), end }
}

/** Two quotes stand for one. */
function quotedCell(text: string, from: number): CellPart {
  let at = text.indexOf('"', from)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  const value = text.slice(from, at === -1 ? undefined : at).replaceAll('""', '"')
  return { value, end: at === -1 ? null : at + 1 }
}
