import { type Particular, Refusal } from '../../errors.ts'
import { readText } from '../csv-encoding.ts'
import { type CsvRecord, readRecords } from '../csv-records.ts'
import type { MadeStatement } from '../eligibility/application.ts'
import { type ApplicantRow, complaintOf, maxApplicants } from './applicant.ts'
import { type ReadingOptions, readApplicant } from './read-applicant.ts'

const columns = ['reference', 'name', 'country', 'applied', 'statements'] as const
type Column = (typeof columns)[number]

/** Where each column is. `lists` hold several credentials with spaces between, `singles` one whole text. */
interface Layout {
  readonly width: number
  readonly at: ReadonlyMap<Column, number>
  readonly lists: readonly number[]
  readonly singles: readonly number[]
}

type Written = Extract<CsvRecord, { kind: 'record' }>

/** The columns of a list of applicants, for those who have to be told. */
export const applicantColumns = ['credentials', 'credential, credential2, …', ...columns] as const

export type ApplicantColumn = (typeof applicantColumns)[number]

const unreadable = (message: string, particular: Particular) =>
  new Refusal('list-unreadable', message, { particular })

/** A misspelt column would decide everybody as if nothing had been handed in, so what is not known is refused. */
function layoutOf(header: Written): Layout {
  const at = new Map<Column, number>()
  const lists: number[] = []
  const singles: number[] = []
  const odd: string[] = []
  header.cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase()
    const column = columns.find((each) => each === name)
    if (column && !at.has(column)) at.set(column, index)
    else if (name === 'credentials') lists.push(index)
    else if (/^credential ?\d{0,2}$/.test(name)) singles.push(index)
    else if (name !== '') odd.push(cell.trim().slice(0, 40))
  })
  const known = `The columns are ${applicantColumns.join(', ')}`
  const place = { at: String(header.line), choices: applicantColumns }
  if (odd.length > 0)
    throw unreadable(`Line ${header.line}: no such column, or twice: ${odd.join(', ')}. ${known}`, {
      kind: 'columns-unknown',
      ...place,
      value: odd.join(', '),
    })
  if (lists.length + singles.length === 0 && !at.has('statements'))
    throw unreadable(`Line ${header.line} names no column of credentials. ${known}`, {
      kind: 'column-needed',
      ...place,
    })
  return { width: header.cells.length, at, lists, singles }
}

const wordsOf = (cell: string) => [...new Set(cell.split(/[\s;]+/).filter((word) => word !== ''))]

/** Links may hold semicolons, so only space parts them. */
const linksOf = (cell: string) => cell.split(/\s+/).filter((word) => word !== '')

const columnNames = { person: 'name', appliedAt: 'applied' }

/** `id`, or `id=name` with the name of the document that whoever hands in the list has for it. */
function madeStatement(word: string): MadeStatement {
  const [statement = '', ...rest] = word.split('=')
  const name = rest.join('=')
  return { statement, note: '', document: name === '' ? null : { name, digest: null } }
}

function rowOf(record: CsvRecord, layout: Layout, options: ReadingOptions): ApplicantRow {
  const { line } = record
  if (record.kind === 'quote-not-closed')
    return { line, reference: null, complaint: complaintOf('quote-not-closed', 'row', record.text) }
  const { cells } = record
  const textOf = (column: Column) => cells[layout.at.get(column) ?? -1]?.trim() ?? ''
  const reference = textOf('reference').slice(0, 200) || null
  const surplus = cells.slice(layout.width)
  if (cells.length < layout.width || surplus.some((cell) => cell.trim() !== ''))
    return {
      line,
      reference,
      complaint: complaintOf('row-length', 'row', `${cells.length} / ${layout.width}`),
    }
  const whole = layout.singles.flatMap((index) => cells[index]?.trim() || [])
  const written = {
    credentials: [...layout.lists.flatMap((index) => linksOf(cells[index] ?? '')), ...whole],
    statements: wordsOf(textOf('statements')).map(madeStatement),
    person: textOf('name'),
    country: textOf('country'),
    reference: textOf('reference'),
    appliedAt: textOf('applied'),
  }
  return { line, reference, ...readApplicant(written, options, columnNames) }
}

async function* records(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRecord> {
  try {
    yield* readRecords(readText(stream))
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'csv-unreadable')
      throw new Refusal('list-unreadable', cause.message, { cause })
    throw cause
  }
}

/**
 * Reads a list of applicants row by row, in memory that does not grow with it. A row that cannot be read takes its own
 * place only, under the line on which it begins.
 *
 * Refuses `list-unreadable` for what is no CSV, has no headings or others than the known ones, and `input-too-large`
 * over 10,000 rows. That can come after rows were given: who writes, undoes it.
 */
export async function* readApplicants(
  stream: AsyncIterable<Uint8Array>,
  options: ReadingOptions,
): AsyncGenerator<ApplicantRow> {
  let layout: Layout | undefined
  let count = 0
  for await (const record of records(stream)) {
    if (layout) {
      count += 1
      if (count > maxApplicants)
        throw new Refusal('input-too-large', `A list has ${maxApplicants} rows at most; part it`, {
          particular: { kind: 'too-many-rows', at: 'line', limit: maxApplicants },
        })
      yield rowOf(record, layout, options)
    } else {
      if (record.kind !== 'record')
        throw unreadable('The headings have a quote that nothing closes', {
          kind: 'headings-open',
          at: 'line 1',
        })
      layout = layoutOf(record)
    }
  }
  if (!layout)
    throw unreadable('There is nothing in it: send headings and a row for each', {
      kind: 'list-empty',
      at: 'line 1',
    })
}
