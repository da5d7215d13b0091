import type { Particular } from '../../errors.ts'
import { readDay } from '../days.ts'
import type { MadeStatement } from '../eligibility/application.ts'
import {
  type Applicant,
  type LineCode,
  type LineComplaint,
  maxCredentials,
  shownValue,
} from './applicant.ts'
import { withLineFeeds } from './written-text.ts'

/** What an application can be about, and when it is read. */
export interface ReadingOptions {
  /** Ids of the statements that the specialization knows. */
  readonly statements: readonly string[]
  /** Where it is offered; empty where no country is asked for. */
  readonly countries: readonly string[]
  readonly now: Date
}

/** What whoever wrote it calls the places that have several names. */
export interface PlaceNames {
  readonly person: string
  readonly appliedAt: string
}

const memberNames: PlaceNames = { person: 'person', appliedAt: 'appliedAt' }

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

const complaint = (code: LineCode, detail: Particular): LineComplaint => ({ code, detail })

function dateComplaint(
  { appliedAt: value, at: instantRead }: { readonly appliedAt: string; readonly at: string | null },
  at: string,
  now: Date,
): LineComplaint | undefined {
  if (value === '') return undefined
  const place = { at, value: shownValue(value) }
  if (instantRead === null) return complaint('date-unreadable', { kind: 'no-instant', ...place })
  return Date.parse(instantRead) > now.getTime()
    ? complaint('date-in-future', { kind: 'in-future', ...place })
    : undefined
}

function statementComplaint(
  made: readonly MadeStatement[],
  { statements }: ReadingOptions,
): LineComplaint | undefined {
  const unknown = made.find(({ statement }) => !statements.includes(statement))
  if (unknown) {
    const value = shownValue(unknown.statement)
    const place = { at: 'statements', value, choices: statements }
    return complaint('statement-unknown', { kind: 'not-one-of', ...place })
  }
  const long = made.find(({ note }) => note.length > maxNoteChars)
  return (
    long &&
    complaint('text-too-long', {
      kind: 'too-long',
      at: `note:${long.statement}`,
      limit: maxNoteChars,
    })
  )
}

function countryComplaint(
  country: string,
  { countries }: ReadingOptions,
): LineComplaint | undefined {
  if (country === '' || /^[a-z]{2}$/i.test(country)) return undefined
  const place = { at: 'country', value: shownValue(country) }
  return countries.length === 0
    ? complaint('country-needed', { kind: 'no-country', ...place })
    : complaint('country-needed', { kind: 'not-one-of', ...place, choices: countries })
}

function lengthComplaint(
  { credentials, person, reference }: WrittenApplicant,
  names: PlaceNames,
): LineComplaint | undefined {
  if (credentials.length > maxCredentials)
    return complaint('too-large', { kind: 'too-many', at: 'credentials', limit: maxCredentials })
  const texts = [
    [names.person, person],
    ['reference', reference],
  ] as const
  const long = texts.find(([, text]) => text.length > maxTextChars)
  return long && complaint('text-too-long', { kind: 'too-long', at: long[0], limit: maxTextChars })
}

const textOrNull = (text: string) => (text === '' ? null : text)

const withPlainNote = (made: MadeStatement): MadeStatement => ({
  ...made,
  note: withLineFeeds(made.note),
})

/**
 * An applicant, or the first thing that is wrong with what was written of it: `too-large` over 50 credentials,
 * `text-too-long`, `statement-unknown`, `country-needed` for what is no country in two letters, `date-unreadable`,
 * `date-in-future`.
 */
export function readApplicant(
  written: WrittenApplicant,
  options: ReadingOptions,
  names: PlaceNames = memberNames,
): { readonly applicant: Applicant } | { readonly complaint: LineComplaint } {
  const { credentials, person, reference, country, appliedAt } = written
  const statements = written.statements.map(withPlainNote)
  const at = readInstant(appliedAt)
  const found =
    lengthComplaint(written, names) ??
    countryComplaint(country, options) ??
    dateComplaint({ appliedAt, at }, names.appliedAt, options.now) ??
    statementComplaint(statements, options)
  if (found) return { complaint: found }
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
