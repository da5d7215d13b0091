import { checkDates } from './check-dates.ts'
import { checkForm } from './check-form.ts'
import { checkPresentation } from './check-presentation.ts'
import { lookAfter, passed } from './look.ts'
import { receiveDocument, receiveText } from './receiving/receive-text.ts'
import { hasType, isObject, type JsonObject, type Received } from './receiving/received.ts'
import type { Answers, CredentialStatus, Finding, Reason, Report, Warning } from './report.ts'
import { type CheckSettings, type Question, secondsOf } from './verify-credential.ts'

/** More are refused as malformed: each is a credential with requests of its own. */
const maxCredentials = 10

/** The credentials presented, in their order; undefined for a member that is none, or where there are too many. */
export function credentialsIn(
  { verifiableCredential }: JsonObject,
  kind: Received['kind'],
): readonly Received[] | undefined {
  const members = [verifiableCredential].flat().filter((each) => each !== undefined)
  if (members.length > maxCredentials) return undefined
  try {
    return members.map((member) => {
      // VC DM 1.1 presentations hold tokens as text.
      if (typeof member === 'string') return receiveText(new TextEncoder().encode(member), kind)
      if (!isObject(member)) throw new Error('no credential')
      return receiveDocument(member, JSON.stringify(member), kind)
    })
  } catch {
    return undefined
  }
}

/** What was signed for a time that is over proves nothing any more; one within its time needs no word. */
const lapsed = (received: Received, now: Date): readonly Finding[] =>
  [checkDates(received, now)].filter((dates) => !passed(dates))

const malformed: Finding = {
  check: 'presentation',
  outcome: 'failed',
  reason: 'presentation-malformed',
}

/** The worst that was found anywhere: one bad credential makes what was presented bad, and never the other way round. */
function verdictOfAll(findings: readonly Finding[], reports: readonly Report[]): Report['verdict'] {
  const verdicts = reports.map(({ verdict }) => verdict)
  if (findings.some(({ outcome }) => outcome === 'failed') || verdicts.includes('invalid'))
    return 'invalid'
  const isUnsure = findings.some(({ outcome }) => outcome === 'unknown')
  if (isUnsure || verdicts.includes('undecided')) return 'undecided'
  // Nothing presented and nothing proven: there is nothing to be valid.
  return reports.length > 0 || findings.some(passed) ? 'valid' : 'undecided'
}

const worst = <Value>(values: readonly Value[], fromWorst: readonly Value[], none: Value): Value =>
  fromWorst.find((value) => values.includes(value)) ?? none

const statuses: readonly CredentialStatus[] = [
  'revoked',
  'suspended',
  'replaced',
  'expired',
  'not-yet-valid',
  'unknown',
  'active',
]

function answersOfAll(reports: readonly Report[]): Answers {
  const of = <Name extends keyof Answers>(name: Name) => reports.map(({ answers }) => answers[name])
  return {
    genuine: worst(of('genuine'), ['no', 'unknown', 'yes'], 'unknown'),
    current: worst(of('current'), ['no', 'unknown', 'yes'], 'unknown'),
    issuer: worst(of('issuer'), ['impostor', 'unknown', 'known'], 'unknown'),
    person: worst(of('person'), ['mismatch', 'not-asked', 'match'], 'not-asked'),
  }
}

/** Whether a holder who proved to be there is somebody else than the credentials are about, where both have DIDs. */
function isSomebodyElse(holder: string | undefined, reports: readonly Report[]): boolean {
  const subjects = reports.map(({ facts }) => facts.subjectId)
  return (
    holder !== undefined && subjects.some((id) => id?.startsWith('did:') === true && id !== holder)
  )
}

interface Inspected {
  readonly findings: readonly Finding[]
  /** Who proved to have presented it. */
  readonly holder: string | undefined
  readonly inside: readonly Received[]
}

/** The presentation itself: its form, its holder's signature, and what is in it. */
async function inspect(
  received: Received,
  settings: CheckSettings,
  question: Question,
): Promise<Inspected> {
  const { credential: document, kind } = received
  const readForm = async () => (await checkForm(document, 'VerifiablePresentation')).finding
  const form = await lookAfter([], 'form', readForm, settings.onFault)
  const inside = credentialsIn(document, kind)
  if (form.outcome === 'failed' || inside === undefined)
    return { findings: [malformed], holder: undefined, inside: [] }
  const { finding, holder } = await checkPresentation(received, form, settings, question)
  const own = passed(form) ? [finding] : [form, finding]
  const dates = passed(finding) ? lapsed(received, settings.now()) : []
  return { findings: [...own, ...dates], holder, inside }
}

/** Who presented, or why that is not shown. */
export type ProvenHolder = { readonly holder: string } | { readonly reason: Reason }

/**
 * Who proved to have signed a presentation for this challenge and domain. What is presented with it is not looked at.
 * Only of holders whose DID is their key: nobody else is asked anything.
 */
export async function proveHolder(
  received: Received,
  settings: CheckSettings,
  audience: { readonly challenge: string; readonly domain?: string },
): Promise<ProvenHolder> {
  if (!hasType(received.credential, 'VerifiablePresentation'))
    return { reason: 'presentation-malformed' }
  const fetch = () => Promise.reject(new Error('nothing is fetched to prove a holder'))
  const { findings, holder } = await inspect(received, { ...settings, fetch }, audience)
  const flaw = findings.find((finding) => !passed(finding))
  if (flaw) return { reason: flaw.reason }
  return holder === undefined ? { reason: 'presentation-unsigned' } : { holder }
}

/** What a reader of a presentation of one credential wants to know is what that credential says. */
const ofTheOnly = ([report, other]: readonly Report[]): Partial<Report> =>
  report && !other
    ? { facts: report.facts, ...(report.endorsements ? { endorsements: report.endorsements } : {}) }
    : {}

/**
 * Checks a presentation (VC DM 2.0 §4.13): its form, whether its holder signed it and for whom, and each credential in
 * it by itself. Without a signature it says nothing of who presents it, which is no fault of the credentials.
 *
 * @param check how one credential is checked.
 */
export async function verifyPresentation(
  received: Received,
  settings: CheckSettings & { readonly check: (received: Received) => Promise<Report> },
  question: Question,
): Promise<Report> {
  const { findings, holder, inside } = await inspect(received, settings, question)
  const credentials: Report[] = []
  for (const each of inside) credentials.push(await settings.check(each))
  const only = credentials.length === 1 ? credentials : []
  const warnings: readonly Warning[] = isSomebodyElse(holder, credentials)
    ? ['holder-not-subject']
    : []
  const states = credentials.map(({ status }) => status)
  return {
    verdict: verdictOfAll(findings, credentials),
    status: worst(states, statuses, 'unknown'),
    answers: answersOfAll(credentials),
    warnings: [...warnings, ...only.flatMap((report) => report.warnings)],
    findings: [...findings, ...only.flatMap((report) => report.findings)],
    facts: {},
    source: { kind: received.kind, differences: [] },
    ...ofTheOnly(credentials),
    credentials,
    checkedAt: secondsOf(settings.now()),
  }
}
