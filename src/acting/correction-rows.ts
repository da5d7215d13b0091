import { Readable } from 'node:stream'
import type { Changes } from '../credential/correct.ts'
import { Refusal, type RefusalDetail } from '../errors.ts'
import { readChanges } from '../holder/changes.ts'
import { type CsvRecord, readRecords } from '../learning/csv-records.ts'

/** What one credential should say instead. */
export interface CorrectionRow {
  readonly line: number
  readonly id: string
  readonly changes: Changes
}

export const correctionColumns = ['id', 'name', 'score', 'day'] as const
type Column = (typeof correctionColumns)[number]

/** What a table of found credentials has beside these: it can be sent back as it came, with what is to be changed. */
const ignoredColumns: readonly string[] = [
  'url',
  'title',
  'learner',
  'achievement',
  'course',
  'run',
  'state',
  'issued_at',
  'corrected_at',
  'revoked_at',
  'revocation_code',
  'letter',
  'claimed',
]

const maxDetails = 50

type Layout = ReadonlyMap<Column, number>
type Written = Extract<CsvRecord, { kind: 'record' }>

const unreadable = (message: string, details: readonly RefusalDetail[] = []) =>
  new Refusal('bad-request', message, { details })

/** A misspelt heading would leave out what was to be corrected, so what is not known is refused. */
function layoutOf(header: Written): Layout {
  const at = new Map<Column, number>()
  for (const [index, cell] of header.cells.entries()) {
    const heading = cell.trim().toLowerCase()
    const column = correctionColumns.find((each) => each === heading)
    if (column && !at.has(column)) at.set(column, index)
    else if (heading !== '' && !ignoredColumns.includes(heading))
      throw unreadable(
        `No such column, or twice: ${cell.trim().slice(0, 40)}. The columns are ${correctionColumns.join(', ')}`,
      )
  }
  if (!at.has('id') || at.size < 2)
    throw unreadable(`There is a column id, and at least one of name, score, day beside it`)
  return at
}

const idOf = (text: string) => /^(?:\S*\/c\/)?([0-9a-z]{26})$/.exec(text)?.[1]

function scoreOf(text: string): number {
  return /^\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

/** One row. @throws Refusal `bad-request`. */
function rowOf(record: CsvRecord, layout: Layout, now: Date): CorrectionRow {
  if (record.kind !== 'record') throw unreadable('A quote that nothing closes')
  const textOf = (column: Column) => record.cells[layout.get(column) ?? -1]?.trim() ?? ''
  // The apostrophe is ours: it keeps a spreadsheet from reading a name as a formula.
  const name = textOf('name').replace(/^'(?=[=+\-@＝＋－＠])/u, '')
  const [score, awardedOn] = [textOf('score'), textOf('day')]
  const id = idOf(textOf('id'))
  if (id === undefined) throw unreadable('An id has 26 letters and digits, or is the address')
  const changes = readChanges(
    { name, awardedOn, ...(score === '' ? {} : { score: scoreOf(score) }) },
    now,
  )
  return { line: record.line, id, changes }
}

/** Rows as they come, with what is wrong with any of them. */
class Rows {
  readonly wrong: RefusalDetail[] = []
  readonly #rows = new Map<string, CorrectionRow>()
  readonly #now: Date
  #layout: Layout | undefined

  constructor(now: Date) {
    this.#now = now
  }

  take(record: CsvRecord): void {
    if (this.#layout) this.#takeRow(record, this.#layout)
    else if (record.kind === 'record') this.#layout = layoutOf(record)
    else throw unreadable('The headings have a quote that nothing closes')
  }

  #takeRow(record: CsvRecord, layout: Layout): void {
    const at = `line ${record.line}`
    try {
      const row = rowOf(record, layout, this.#now)
      if (this.#rows.has(row.id))
        this.wrong.push({ at, message: 'The same id as in a line before' })
      this.#rows.set(row.id, row)
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      this.wrong.push({ at, message: thrown.message })
    }
  }

  get all(): readonly CorrectionRow[] {
    return [...this.#rows.values()]
  }
}

/**
 * Reads `id,name,score,day`, an id or address and what it should say; what is empty stays as it is. All of it or nothing:
 * whoever corrects many should not have to find out which ones were not.
 *
 * @throws Refusal `bad-request`, with each line that cannot be read.
 */
export async function readCorrectionRows(
  text: string,
  now: Date,
): Promise<readonly CorrectionRow[]> {
  const rows = new Rows(now)
  for await (const record of readRecords(Readable.from([text.replace(/^\uFEFF/, '')])))
    rows.take(record)
  const { all, wrong } = rows
  if (wrong.length > 0)
    throw unreadable(`${wrong.length} line(s) cannot be read`, wrong.slice(0, maxDetails))
  if (all.length === 0) throw unreadable('There is nothing in it: send headings and a row for each')
  return all
}
