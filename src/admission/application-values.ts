import { Refusal } from '../errors.ts'
import { shownValue } from '../learning/applicants/applicant.ts'
import { writtenText } from '../learning/applicants/written-text.ts'
import { applicationsOn } from '../learning/application-days.ts'
import type { MadeStatement } from '../learning/eligibility/application.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { ApplicationForm } from './application-form.ts'

/** What somebody wrote in a form, checked and trimmed. */
export interface ApplicationValues {
  readonly person: string | null
  readonly reference: string | null
  readonly country: string | null
  readonly statements: readonly MadeStatement[]
  readonly appliedAt: string
}

const maxNameChars = 200
/** What may be written about one thing. */
export const maxNoteChars = 2_000

/**
 * A text as it is kept, with line feeds alone. `at` is the member it stands in.
 *
 * @throws Refusal `text-too-long`.
 */
export function keptText(
  value: string | null,
  at: string,
  limit: number = maxNameChars,
): string | null {
  const text = writtenText(value ?? '')
  if (text.length > limit)
    throw new Refusal('text-too-long', `${at} has at most ${limit} characters`, {
      particular: { kind: 'too-long', at, limit },
    })
  return text || null
}

function countryIn(given: string | null, { countries }: Specialization): string | null {
  const country = given?.trim().toUpperCase() ?? ''
  // Where no country is asked for, none is kept.
  if (country === '' || countries.length === 0) return null
  if (!countries.includes(country))
    throw new Refusal('country-needed', `country is one of ${countries.join(', ')}`, {
      particular: {
        kind: 'not-one-of',
        at: 'country',
        value: shownValue(country),
        choices: countries,
      },
    })
  return country
}

const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/

function instant(given: string | null, now: Date): string {
  if (given === null) return now.toISOString()
  const at = instantForm.test(given) ? Date.parse(given) : Number.NaN
  if (Number.isNaN(at))
    throw new Refusal('bad-request', 'appliedAt is an instant such as 2026-11-30T12:00:00Z', {
      particular: { kind: 'no-instant', at: 'appliedAt', value: shownValue(given) },
    })
  if (at > now.getTime())
    throw new Refusal('bad-request', 'appliedAt is not in the future', {
      particular: { kind: 'in-future', at: 'appliedAt', value: shownValue(given) },
    })
  return new Date(at).toISOString()
}

function documentOf({ document }: MadeStatement): MadeStatement['document'] {
  if (document === null) return null
  if (document.digest !== null && !/^sha256-[A-Za-z0-9+/]{43}=$/.test(document.digest))
    throw new Refusal('bad-request', 'The digest of a document is sha256- and base64')
  return { name: document.name.trim().slice(0, maxNameChars), digest: document.digest }
}

function statementsIn(
  made: readonly MadeStatement[],
  { id, admission }: Specialization,
): readonly MadeStatement[] {
  const known = admission.statements.map((kind) => kind.id)
  const unknown = made.find(({ statement }) => !known.includes(statement))
  if (unknown)
    throw new Refusal(
      'statement-unknown',
      `"${unknown.statement.slice(0, 60)}" is no statement of ${id}; there is ${known.join(', ')}`,
      {
        particular: {
          kind: 'not-one-of',
          at: 'statements',
          value: shownValue(unknown.statement),
          choices: known,
        },
      },
    )
  if (new Set(made.map(({ statement }) => statement)).size < made.length)
    throw new Refusal('bad-request', 'A statement is made once')
  return made.map((each) => ({
    statement: each.statement,
    note: keptText(each.note, `note:${each.statement}`, maxNoteChars) ?? '',
    document: documentOf(each),
  }))
}

/**
 * The values of a form, as they are decided on and kept.
 *
 * @throws Refusal `statement-unknown`, `text-too-long`, `country-needed` for one that is not in the list, `bad-request`.
 */
export function applicationValues(
  form: ApplicationForm,
  specialization: Specialization,
  now: Date,
): ApplicationValues {
  return {
    person: keptText(form.person, 'person'),
    reference: keptText(form.reference, 'reference'),
    country: countryIn(form.country, specialization),
    statements: statementsIn(form.statements, specialization),
    appliedAt: instant(form.appliedAt, now),
  }
}

/**
 * Holds an application to the days between which one may apply, both included, in UTC; by the instant it was handed in.
 *
 * @throws Refusal `applications-closed`.
 */
export function checkOpen({ applications, id }: Specialization, appliedAt: string): void {
  if (applicationsOn({ applications }, appliedAt.slice(0, 10)) === 'open') return
  const { from, until } = applications
  throw new Refusal(
    'applications-closed',
    `One may apply for ${id} ${from ? `from ${from} ` : ''}${until ? `until ${until}` : 'on'}`,
    {
      particular: {
        kind: 'application-days',
        at: 'appliedAt',
        value: `${from ?? '…'} – ${until ?? '…'}`,
      },
    },
  )
}
