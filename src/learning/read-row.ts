import { isLanguage, type Language } from '../language.ts'
import type { Course } from './catalogue.ts'
import type { Completion, ReadRow, RowComplaint, RowComplaintCode } from './completion.ts'
import { type DateRule, readDay } from './days.ts'
import { learnerKey, maxNameLength, readEmail, readName } from './learner.ts'

/** What an import knows besides the rows themselves. */
export interface ImportOptions {
  readonly course: Course
  readonly run: string
  /** The day of the import, `YYYY-MM-DD`: nothing was completed after it. */
  readonly today: string
  /** The learners' language where a row does not say; without it the course's own is used later. */
  readonly language?: Language | null | undefined
  /** Whether equal names may mean the same person, where a row has neither address nor number. */
  readonly matchByName: boolean
  /** Whether the certificate's fonts can draw a name. */
  readonly isPrintable?: ((name: string) => boolean) | undefined
}

/** What a reader found in one row, dates and modules understood, the learner not yet looked at. */
export interface RowCells {
  readonly line: number
  readonly name: string
  readonly email: string
  readonly idNumber: string
  readonly lmsId: string
  readonly language: string
  readonly modules: readonly string[]
  readonly completedOn: string | null
  readonly lastActivityOn: string | null
  readonly score: number | null
  /** Headers of the cells, for complaints. */
  readonly columns: {
    readonly name: string
    readonly email: string | null
    readonly language: string | null
  }
  readonly complaints: readonly RowComplaint[]
}

const maxValueLength = 60

export function complaint(
  line: number,
  code: RowComplaintCode,
  value: string,
  more: { readonly column?: string | null; readonly severity?: RowComplaint['severity'] } = {},
): RowComplaint {
  const characters = Array.from(value.slice(0, 4 * maxValueLength).replace(/\p{Cc}+/gu, ' '))
  const shown =
    characters.length > maxValueLength
      ? `${characters.slice(0, maxValueLength - 1).join('')}…`
      : characters.join('')
  return {
    line,
    column: more.column ?? null,
    severity: more.severity ?? 'error',
    code,
    value: shown,
  }
}

/** A completion, unless one of the complaints is an error: then the row is left out, and the others are not held up. */
export function readRow(cells: RowCells, options: ImportOptions): ReadRow {
  const { line, columns } = cells
  const complaints = [...cells.complaints]
  const name = checkName(cells, options, complaints)
  const { email, isSuspicious } = readEmail(cells.email)
  if (isSuspicious) {
    complaints.push(warning(line, 'email-suspicious', cells.email, columns.email))
  }
  const marks = {
    name,
    email,
    idNumber: cells.idNumber.trim() || null,
    lmsId: cells.lmsId.trim() || null,
  }
  const key = learnerKey(marks, options.matchByName)
  if (key === null) complaints.push(complaint(line, 'learner-key-missing', name))
  const asked = cells.language.trim().toLowerCase().slice(0, 2)
  if (asked !== '' && !isLanguage(asked)) {
    complaints.push(warning(line, 'language-unknown', cells.language, columns.language))
  }
  if (key === null || complaints.some(({ severity }) => severity === 'error')) {
    return { line, completion: null, complaints }
  }
  const language = isLanguage(asked) ? asked : (options.language ?? null)
  const completion: Completion = {
    line,
    learner: { key, name, email, language },
    course: options.course.id,
    run: options.run,
    // In the order of the course, so that the same modules always read the same.
    modules: options.course.modules.map(({ id }) => id).filter((id) => cells.modules.includes(id)),
    completedOn: cells.completedOn,
    lastActivityOn: cells.lastActivityOn,
    score: cells.score,
  }
  return { line, completion, complaints }
}

function warning(
  line: number,
  code: RowComplaintCode,
  value: string,
  column: string | null,
): RowComplaint {
  return complaint(line, code, value, { column, severity: 'warning' })
}

function checkName(cells: RowCells, options: ImportOptions, complaints: RowComplaint[]): string {
  const { line, columns } = cells
  const { name, isCleaned } = readName(cells.name)
  const column = columns.name
  if (name === '') complaints.push(complaint(line, 'name-missing', cells.name, { column }))
  if (isCleaned) {
    complaints.push(warning(line, 'name-has-control-characters', name, column))
  }
  if (Array.from(name).length > maxNameLength) {
    complaints.push(complaint(line, 'name-too-long', name, { column }))
  }
  if (name.includes('\uFFFD')) {
    // A replacement character means that the name was damaged before it reached us; it must not be signed.
    complaints.push(complaint(line, 'name-not-printable', name, { column }))
  } else if (name !== '' && options.isPrintable?.(name) === false) {
    complaints.push(warning(line, 'name-not-printable', name, column))
  }
  return name
}

/** The day in a cell and what is wrong with it; `order-needed` is left to the caller, since it concerns the whole file. */
export function readDayCell(
  cell: { readonly line: number; readonly column: string; readonly text: string },
  dates: DateRule,
  today: string,
): {
  readonly day: string | null
  readonly complaint?: RowComplaint
  readonly isOrderNeeded?: true
} {
  const { line, column, text } = cell
  const reading = readDay(text, dates)
  switch (reading.kind) {
    case 'none':
      return { day: null }
    case 'order-needed':
      return { day: null, isOrderNeeded: true }
    case 'unreadable':
      return { day: null, complaint: complaint(line, 'date-unreadable', text, { column }) }
    case 'day':
      if (reading.day <= today) return { day: reading.day }
      return { day: null, complaint: complaint(line, 'date-in-future', text, { column }) }
  }
}
