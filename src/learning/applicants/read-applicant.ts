import { readDay } from '../days.ts'
import type { MadeStatement } from '../eligibility/application.ts'
import { type Applicant, complaintOf, type LineComplaint, maxCredentials } from './applicant.ts'

/** What an application can be about, and when it is read. */
export interface ReadingOptions {
  /** Ids of the statements that the specialization knows. */
  readonly statements: readonly string[]
  readonly now: Date
}

/** An applicant as it was written: every text as it stands in a cell or a member, empty where there is none. */
export interface WrittenApplicant {
  readonly credentials: readonly string[]
  readonly statements: readonly MadeStatement[]
  readonly person: string
  readonly country: string
  readonly reference: string
  readonly appliedAt: string
}

const maxTextChars = 200
const maxNoteChars = 2_000

const instant = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/i

/** A day, of which the first moment counts, or an instant with its zone; `null` for anything else. */
export function readInstant(text: string): string | null {
  const day = readDay(text.slice(0, 10), 'iso')
  if (day.kind !== 'day') return null
  if (text.length === 10) return `${day.day}T00:00:00.000Z`
  const at = instant.test(text) ? new Date(text.replace(' ', 'T')) : undefined
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : null
}

function dateComplaint(text: string, at: string | null, now: Date): LineComplaint | undefined {
  if (text === '') return undefined
  if (at === null) return complaintOf('date-unreadable', 'applied', text)
  return Date.parse(at) > now.getTime() ? complaintOf('date-in-future', 'applied', text) : undefined
}

function statementComplaint(
  made: readonly MadeStatement[],
  { statements }: ReadingOptions,
): LineComplaint | undefined {
  const unknown = made.find(({ statement }) => !statements.includes(statement))
  if (unknown) return complaintOf('statement-unknown', 'statements', unknown.statement)
  const isLong = made.some(({ note }) => note.length > maxNoteChars)
  return isLong
    ? complaintOf('input-too-large', 'statements', `over ${maxNoteChars} characters`)
    : undefined
}

const textOrNull = (text: string) => (text === '' ? null : text)

/**
 * An applicant, or the first thing that is wrong with what was written of it: `input-too-large` over 50 credentials or
 * for a text nobody writes in such a place, `statement-unknown`, `country-needed` for what is no country in two letters,
 * `date-unreadable`, `date-in-future`.
 */
export function readApplicant(
  written: WrittenApplicant,
  options: ReadingOptions,
): { readonly applicant: Applicant } | { readonly complaint: LineComplaint } {
  const { credentials, statements, person, reference, country, appliedAt } = written
  const at = readInstant(appliedAt)
  const isLong = [person, reference].some((text) => text.length > maxTextChars)
  const complaint =
    (credentials.length > maxCredentials &&
      complaintOf('input-too-large', 'credentials', `over ${maxCredentials}`)) ||
    (isLong && complaintOf('input-too-large', 'name, reference', `over ${maxTextChars}`)) ||
    (country !== '' &&
      !/^[a-z]{2}$/i.test(country) &&
      complaintOf('country-needed', 'country', country)) ||
    dateComplaint(appliedAt, at, options.now) ||
    statementComplaint(statements, options)
  if (complaint) return { complaint }
  return {
    applicant: {
      credentials,
      statements,
      person: textOrNull(person),
      country: textOrNull(country.toUpperCase()),
      reference: textOrNull(reference),
      appliedAt: at,
    },
  }
}
