import type { CheckName, Finding, Reason, Report } from '../checking/report.ts'
import type { Standing } from '../learning/eligibility/application.ts'

/** What the report of the checking side makes of a credential, and the reason of the finding that decided it. */
export interface FoundStanding {
  readonly standing: Standing
  readonly because: Reason | null
}

const failedOf = (findings: readonly Finding[]) =>
  findings.filter(({ outcome, check }) => outcome === 'failed' && check !== 'person')

/** States that a genuine credential can be in, and the checks whose failure says so. */
const states = ['revoked', 'replaced', 'suspended', 'expired', 'not-yet-valid'] as const
const stateChecks: readonly CheckName[] = ['status', 'published', 'dates']

const stateReasons: Readonly<Record<(typeof states)[number], Reason>> = {
  revoked: 'status-revoked',
  replaced: 'published-newer',
  suspended: 'status-suspended',
  expired: 'dates-expired',
  'not-yet-valid': 'dates-not-yet-valid',
}

function standingOfInvalid({ answers, findings, status }: Report): FoundStanding {
  const failed = failedOf(findings)
  const because = failed[0]?.reason ?? null
  if (answers.genuine !== 'yes') return { standing: 'not-genuine', because }
  if (answers.issuer === 'impostor') return { standing: 'impostor', because: 'issuer-impostor' }
  // An edited page around a genuine credential is an attempt to deceive: the page is not evidence of anything.
  const other = failed.find(({ check }) => !stateChecks.includes(check))
  if (other) return { standing: 'not-genuine', because: other.reason }
  const state = states.find((candidate) => candidate === status)
  return state
    ? { standing: state, because: stateReasons[state] }
    : { standing: 'not-genuine', because }
}

/**
 * Whether a checked credential counts. `current` takes a valid verdict and nothing less; whose word counts for what is
 * not asked here but by the recognitions, so that a genuine credential of an unknown issuer is `current`. A failure
 * makes it one of the standings that never count; what could not be looked at, `unclear`.
 */
export function standingOf(report: Report): FoundStanding {
  const { verdict, answers, findings } = report
  if (verdict === 'invalid') return standingOfInvalid(report)
  const isSound = answers.genuine === 'yes' && answers.current === 'yes'
  if (verdict === 'valid' && isSound && answers.issuer !== 'impostor')
    return { standing: 'current', because: null }
  const open =
    findings.find(({ outcome, check }) => outcome === 'unknown' && check !== 'person') ??
    findings.find(({ outcome }) => outcome !== 'passed')
  return { standing: 'unclear', because: open?.reason ?? null }
}
