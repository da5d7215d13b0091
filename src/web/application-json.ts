import { z } from 'zod'
import { type Particular, Refusal } from '../errors.ts'
import {
  type Applicant,
  type ApplicantRow,
  complaintOf,
  type LineComplaint,
  maxApplicants,
  maxCredentials,
  shownValue,
} from '../learning/applicants/applicant.ts'
import {
  type ReadingOptions,
  readApplicant,
  type WrittenApplicant,
} from '../learning/applicants/read-applicant.ts'
import type { MadeStatement } from '../learning/eligibility/application.ts'
import { itemTexts, memberTexts, stringIn } from './json-slices.ts'
import { refusalCodes } from './problem.ts'

const document = z.strictObject({
  name: z.string().max(200),
  digest: z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/),
})
const made = z.union([
  z.boolean(),
  z.string(),
  z.strictObject({ note: z.string().default(''), document: document.nullable().default(null) }),
])
const statementsForm = z.record(z.string().max(100), made)

const bad = (message: string, particular?: Particular) =>
  new Refusal('bad-request', message, particular && { particular })

function statementsOf(
  text: string | undefined,
  choices: readonly string[],
): readonly MadeStatement[] {
  if (text === undefined) return []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw bad('statements: this is not JSON')
  }
  const parsed = statementsForm.safeParse(value)
  if (!parsed.success)
    throw bad(
      'statements is {"id": true, "note" or {"note", "document": {"name", "digest": "sha256-…"}}}',
      { kind: 'statements-form', at: 'statements', choices },
    )
  return Object.entries(parsed.data).flatMap(([statement, said]) => {
    if (said === false) return []
    if (said === true) return [{ statement, note: '', document: null }]
    return [
      typeof said === 'string' ? { statement, note: said, document: null } : { statement, ...said },
    ]
  })
}

/** A credential in an object is judged by its own text, so it is cut out of the body, never written anew. */
function credentialsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return []
  if (!text.startsWith('[')) throw bad('credentials is a list')
  return itemTexts(text, maxCredentials + 1).map((item, place) => {
    const credential = stringIn(item) ?? (item.startsWith('{') ? item : undefined)
    if (credential === undefined) throw bad(`credentials[${place}] is an object or a string`)
    return credential
  })
}

function textOf(members: ReadonlyMap<string, string>, name: string): string {
  const written = members.get(name)
  if (written === undefined || written === 'null') return ''
  const text = stringIn(written)
  if (text === undefined) throw bad(`${name} is a string`)
  return text.trim()
}

const applicantMembers = [
  'credentials',
  'statements',
  'person',
  'country',
  'reference',
  'appliedAt',
] as const

function requireKnown(members: ReadonlyMap<string, string>, names: readonly string[]): void {
  const odd = [...members.keys()].filter((name) => !names.includes(name))
  if (odd.length > 0)
    throw bad(`No such member: ${odd.join(', ')}. There are ${names.join(', ')}`, {
      kind: 'unknown-member',
      at: shownValue(odd.join(', ')),
      choices: names,
    })
}

const writtenOf = (
  members: ReadonlyMap<string, string>,
  { statements }: ReadingOptions,
): WrittenApplicant => ({
  credentials: credentialsOf(members.get('credentials')),
  statements: statementsOf(members.get('statements'), statements),
  person: textOf(members, 'person'),
  country: textOf(members, 'country'),
  reference: textOf(members, 'reference'),
  appliedAt: textOf(members, 'appliedAt'),
})

/** For the log, where no language is asked for. */
const told = ({ kind, at, value = '' }: Particular) => `${kind} ${at} ${value}`.trim()

/** What is wrong with a single application, as a refusal; a date has no code of its own there. */
export function refusalOf({ code, detail }: LineComplaint): Refusal {
  const known = refusalCodes.find((each) => each === code)
  return typeof detail === 'string'
    ? new Refusal(known ?? 'bad-request', detail)
    : new Refusal(known ?? 'bad-request', told(detail), { particular: detail })
}

export interface AskedDecision {
  readonly specialization: string
  /** Whether the decision is to be kept. */
  readonly isStored: boolean
  read(options: ReadingOptions): Applicant
}

/**
 * `{"specialization", "credentials": […], "statements": {…}}` and perhaps who it is and when it was handed in.
 *
 * @throws Refusal `bad-request`; `read` as `readApplicant`.
 */
export function decisionAsked(text: string): AskedDecision {
  const members = memberTexts(text)
  requireKnown(members, ['specialization', 'store', ...applicantMembers])
  const store = members.get('store') ?? 'true'
  if (!['true', 'false'].includes(store)) throw bad('store is true or false')
  return {
    specialization: textOf(members, 'specialization'),
    isStored: store === 'true',
    read(options) {
      const found = readApplicant(writtenOf(members, options), options)
      if ('complaint' in found) throw refusalOf(found.complaint)
      return found.applicant
    },
  }
}

/** One that cannot be read takes its own place only. */
function rowOf(text: string, line: number, options: ReadingOptions): ApplicantRow {
  let reference: string | null = null
  try {
    const members = memberTexts(text)
    reference = textOf(members, 'reference').slice(0, 200) || null
    requireKnown(members, applicantMembers)
    return { line, reference, ...readApplicant(writtenOf(members, options), options) }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { code, message, particular } = thrown
    const complaint = particular
      ? { code, detail: particular }
      : complaintOf(code, `applicant ${line}`, message)
    return { line, reference, complaint }
  }
}

export interface AskedList {
  readonly specialization: string
  readonly count: number
  rows(options: ReadingOptions): Iterable<ApplicantRow>
}

/**
 * `{"specialization", "applicants": […]}`: each like a single application, its place in the array for the line.
 *
 * @throws Refusal `list-unreadable` for another form, `input-too-large` over 10,000.
 */
export function listAsked(text: string): AskedList {
  const members = memberTexts(text)
  const applicants = members.get('applicants')
  const isKnown = [...members.keys()].every((name) =>
    ['specialization', 'applicants'].includes(name),
  )
  if (!applicants?.startsWith('[') || !isKnown)
    throw new Refusal('list-unreadable', 'Send {"specialization": "…", "applicants": […]}')
  const texts = itemTexts(applicants, maxApplicants + 1)
  if (texts.length > maxApplicants)
    throw new Refusal('input-too-large', `A list has ${maxApplicants} applicants at most; part it`)
  return {
    specialization: textOf(members, 'specialization'),
    count: texts.length,
    *rows(options) {
      for (const [place, each] of texts.entries()) yield rowOf(each, place + 1, options)
    },
  }
}
