import type { CheckName, Finding, Report, Warning } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import { reportBody } from './report-body.ts'
import {
  type ProblemDetails,
  problemOf,
  problemOfWarning,
  type Reading,
} from './vc-api-problems.ts'

/** What no answer can do without, whatever was asked. */
const always: readonly CheckName[] = ['form', 'signature', 'issuer-key', 'presentation']

/** The names that callers have for the rest; `proof` is looked at in any case. */
const namedChecks: Readonly<Record<string, readonly CheckName[]>> = {
  proof: [],
  credentialStatus: ['status', 'published'],
  status: ['status', 'published'],
  validityPeriod: ['dates'],
  dates: ['dates'],
  issuer: ['issuer'],
}

const everything: readonly CheckName[] = [...always, 'dates', 'status', 'published', 'issuer']

/**
 * The checks that decide, by `options.checks`: those named, and always the form and the proof. None named means all.
 *
 * @throws Refusal `bad-request` for a name that is not known: leaving it out would say that it was looked at.
 */
export function checksAsked(checks: unknown): readonly CheckName[] {
  if (checks === undefined) return everything
  const names = Array.isArray(checks) ? checks : [Number.NaN]
  const unknown = names.filter((name) => !Object.hasOwn(namedChecks, String(name)))
  if (unknown.length > 0)
    throw new Refusal('bad-request', `checks are of ${Object.keys(namedChecks).join(', ')}`)
  if (names.length === 0) return everything
  return [...always, ...names.flatMap((name) => namedChecks[String(name)] ?? [])]
}

interface Judgement {
  readonly verified: boolean
  readonly errors: readonly ProblemDetails[]
  readonly warnings: readonly ProblemDetails[]
}

const required: readonly CheckName[] = ['form', 'signature', 'issuer-key']

const passed = ({ findings }: Report, check: CheckName): boolean =>
  findings.some((finding) => finding.check === check && finding.outcome === 'passed')

/** Whether there is enough to say yes to: of a presentation its own proof, or credentials that have theirs. */
const isWhole = (report: Report): boolean =>
  report.credentials
    ? report.credentials.length > 0 || passed(report, 'presentation')
    : required.every((check) => passed(report, check))

/** A presentation repeats, after its own, what was found of its only credential; that is told once, by the credential. */
function ownFindings({ findings, credentials = [] }: Report): readonly Finding[] {
  const [only] = credentials
  const repeated = credentials.length === 1 && only ? only.findings.length : 0
  return findings.slice(0, findings.length - repeated)
}

const ownWarnings = ({ warnings, credentials = [] }: Report): readonly Warning[] =>
  warnings.filter((warning) => !credentials.some((each) => each.warnings.includes(warning)))

/** What one report comes to, under the checks asked for, with the credentials of a presentation. */
function judge(report: Report, checks: readonly CheckName[], reading: Reading): Judgement {
  const inner = (report.credentials ?? []).map((each) => judge(each, checks, reading))
  const problems = (isDecisive: boolean) =>
    ownFindings(report)
      .filter(({ check }) => checks.includes(check) === isDecisive)
      .flatMap((finding) => problemOf(finding, reading) ?? [])
  const errors = [...problems(true), ...inner.flatMap((each) => each.errors)]
  return {
    verified: errors.length === 0 && isWhole(report) && inner.every(({ verified }) => verified),
    errors,
    warnings: [
      ...ownWarnings(report).map((warning) => problemOfWarning(warning, reading)),
      // Not asked for, and so no error; but not kept from the caller either.
      ...problems(false),
      ...inner.flatMap((each) => each.warnings),
    ],
  }
}

export interface Answer {
  readonly status: 200 | 400
  readonly body: object
}

/** The answer of the VC-API to what was checked, with our report in it. */
export function answerOf(
  report: Report,
  { checks, ...reading }: Reading & { readonly checks: readonly CheckName[] },
  further: readonly ProblemDetails[] = [],
): Answer {
  const { verified, errors, warnings } = judge(report, checks, reading)
  const told = errors.map(({ code }) => code)
  const problems = [...errors, ...further.filter(({ code }) => !told.includes(code))]
  const isVerified = verified && further.length === 0
  return {
    status: isVerified ? 200 : 400,
    body: {
      verified: isVerified,
      checks,
      warnings,
      errors: problems,
      problemDetails: [...problems, ...warnings],
      report: reportBody(report, reading.language),
    },
  }
}

/** The answer where there was nothing that could be checked. */
export const refusedAnswer = (problem: ProblemDetails): Answer => ({
  status: 400,
  body: { verified: false, checks: [], warnings: [], errors: [problem], problemDetails: [problem] },
})
