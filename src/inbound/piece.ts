import type { ReadRow, RowComplaintCode } from '../learning/completion.ts'
import { learnerKey, readEmail } from '../learning/learner.ts'
import { complaint, type ImportOptions, readDayCell, readRow } from '../learning/read-row.ts'

/** Who learnt, as a machine names them; empty where it does not say. */
export interface Person {
  readonly name: string
  readonly email: string
  /** What tells them from others where there is no address; says whose number it is. */
  readonly lmsId: string
}

/** One thing that somebody has done, as a machine tells of it. */
export interface Piece {
  readonly person: Person
  /** Id of the course, or of a module of it. */
  readonly target: string
  /** `YYYY-MM-DD`; `null` for today. */
  readonly doneOn: string | null
  /** Percent, 0 to 100. */
  readonly score: number | null
  /** Why nothing can be issued by it, whatever else it says. */
  readonly refused?: RowComplaintCode
}

/** What somebody has done by now, in all. */
export interface Done {
  /** Day on which the course was completed, `YYYY-MM-DD`; `null` while only modules are done. */
  readonly completedOn: string | null
  readonly modules: readonly string[]
  /** Latest day on which a module was done. */
  readonly lastActivityOn: string | null
  readonly score: number | null
}

const columns = { name: 'name', email: 'email', language: null }

/** What tells a person from others across messages and imports; `null` where nothing does. */
export function personKey({ name, email, lmsId }: Person): string | null {
  const read = readEmail(email).email
  return learnerKey({ name, email: read, idNumber: null, lmsId: lmsId.trim() || null }, false)
}

/** Whom a complaint is about where there is no name: so that somebody can look them up. */
const calledOtherwise = ({ email, lmsId }: Person) => email.trim() || lmsId.trim()

function withWhom(row: ReadRow, person: Person): ReadRow {
  const complaints = row.complaints.map((each) =>
    each.code === 'name-missing' && each.value.trim() === ''
      ? complaint(row.line, each.code, calledOtherwise(person), { column: each.column })
      : each,
  )
  return { ...row, complaints }
}

/** What a person has done, judged like a row of a file at this line. */
export function rowOf(line: number, person: Person, done: Done, options: ImportOptions): ReadRow {
  const { name, email, lmsId } = person
  const { modules, lastActivityOn, score } = done
  const cell = { line, column: 'completedOn', text: done.completedOn ?? '' }
  const { day, complaint: complained } = readDayCell(cell, 'iso', options.today)
  const row = readRow(
    {
      ...{ line, name, email, idNumber: '', lmsId, language: '', modules, score, columns },
      ...{ completedOn: day, lastActivityOn, complaints: complained ? [complained] : [] },
    },
    options,
  )
  return withWhom(row, person)
}

/** A row of which nothing can be issued, for this reason. */
export const refusedRow = (line: number, person: Person, code: RowComplaintCode): ReadRow => ({
  line,
  completion: null,
  complaints: [complaint(line, code, calledOtherwise(person) || person.name)],
})

/** The same row at another line. */
export const atLine = ({ completion, complaints }: ReadRow, line: number): ReadRow => ({
  line,
  completion: completion && { ...completion, line },
  complaints: complaints.map((each) => ({ ...each, line })),
})
