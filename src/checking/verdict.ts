import type {
  Answers,
  CheckName,
  CredentialStatus,
  Finding,
  Outcome,
  Reason,
  Report,
} from './report.ts'

/** What a valid verdict cannot do without. A credential without status has none to check, so status is not here. */
const required: readonly CheckName[] = ['form', 'signature', 'issuer-key', 'dates']

/**
 * One failure settles it. Otherwise it is valid only when nothing is unknown and every required check passed: a
 * skipped or missing proof check must never read as a good one. Whose it is does not make a credential less genuine,
 * so what was found about a person is left aside.
 */
export function verdictOf(findings: readonly Finding[]): Report['verdict'] {
  const has = (outcome: Outcome) =>
    findings.some((finding) => finding.outcome === outcome && finding.check !== 'person')
  const isComplete = required.every((check) => outcomeOf(findings, check) === 'passed')
  if (has('failed')) return 'invalid'
  return isComplete && !has('unknown') ? 'valid' : 'undecided'
}

function outcomeOf(findings: readonly Finding[], check: CheckName): Outcome | undefined {
  return findings.find((finding) => finding.check === check)?.outcome
}

/** A credential that names no list of withdrawn ones cannot be withdrawn: there is nothing to look up. */
const withoutWithdrawal: readonly Reason[] = ['status-none', 'status-not-about-withdrawal']

/**
 * The state of a credential, revocation before expiry: what was taken back stays so, whatever the date. What was replaced
 * is revoked as well, so that whoever looks at the list alone learns of it; who finds the newer version learns more.
 */
export function statusOf(findings: readonly Finding[]): CredentialStatus {
  const has = (reason: Reason) => findings.some((finding) => finding.reason === reason)
  if (has('issuer-key-compromised')) return 'revoked'
  if (has('published-newer')) return 'replaced'
  if (has('status-revoked')) return 'revoked'
  if (has('status-suspended')) return 'suspended'
  if (has('dates-expired')) return 'expired'
  if (has('dates-not-yet-valid')) return 'not-yet-valid'
  const isCurrent = has('dates-current') && withoutWithdrawal.concat('status-not-revoked').some(has)
  return isCurrent ? 'active' : 'unknown'
}

const yesNo = (outcomes: readonly (Outcome | undefined)[]): 'yes' | 'no' | 'unknown' => {
  if (outcomes.includes('failed')) return 'no'
  return outcomes.every((outcome) => outcome === 'passed') ? 'yes' : 'unknown'
}

/** Genuine, current, issuer and person, each from its own findings. */
export function answersOf(findings: readonly Finding[]): Answers {
  const of = (check: CheckName) => outcomeOf(findings, check)
  const hasNoStatus = findings.some(({ reason }) => withoutWithdrawal.includes(reason))
  const isOutdated = findings.some(({ reason }) => reason === 'published-newer')
  const isNotOurs = findings.some(({ reason }) => reason === 'published-not-ours')
  const [issuer, person] = [of('issuer'), of('person')]
  return {
    genuine: yesNo([
      of('form'),
      of('signature'),
      of('issuer-key'),
      isNotOurs ? 'failed' : 'passed',
    ]),
    current: yesNo([
      of('dates'),
      hasNoStatus ? 'passed' : of('status'),
      isOutdated ? 'failed' : 'passed',
    ]),
    issuer: issuer === 'failed' ? 'impostor' : issuer === 'passed' ? 'known' : 'unknown',
    person: person === 'passed' ? 'match' : person === 'failed' ? 'mismatch' : 'not-asked',
  }
}
