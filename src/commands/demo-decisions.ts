import type { DecisionView } from '../admission/decision-view.ts'
import { recipientName, type SignedBadge } from '../credential/open-badge.ts'
import { inLanguage } from '../language.ts'
import type { Specialization } from '../learning/specialization.ts'
import { messagesFor } from '../messages/offered.ts'
import { missingLine } from '../messages/tell-decision.ts'
import type { Caller } from '../service/access.ts'
import { handedIn } from '../service/check-input.ts'
import type { IssuedRecord, Service } from '../service/service.ts'
import { toldOf } from '../web/decision-body.ts'
import type { CommandContext } from './command.ts'

const caller: Caller = { token: 'demo', role: 'provider', scope: [], provider: 'demo' }
const most = 1_000

/** Somebody who applies: what is handed in, and under which reference the decision is found again. */
interface Applicant {
  readonly reference: string
  readonly name: string
  readonly texts: readonly string[]
}

/** A decision of the demo, for its table. */
export interface DemoDecision {
  readonly reference: string
  readonly name: string
  readonly specialization: string
  readonly outcome: string
  readonly message: string
  /** What is missing and where to get it; of what was handed in, why it does not count. */
  readonly missing: readonly string[]
  /** The signed answer, and how its files were judged. */
  readonly url?: string
  readonly checked?: readonly string[]
}

/** Writes the files of a credential and checks each. */
export type Show = (record: IssuedRecord) => Promise<readonly string[]>

const nameOn = ({ signed }: IssuedRecord) =>
  recipientName((JSON.parse(signed) as SignedBadge).credentialSubject) ?? ''

/** What the course issued, by learner, in the order it was issued. */
function byLearner(service: Service): readonly (readonly IssuedRecord[])[] {
  const own = new Set(service.catalogue.courses.flatMap(({ achievements }) => achievements))
  const ids = new Set([...own].map(({ id }) => id))
  const found = new Map<string, IssuedRecord[]>()
  for (let after = ''; ; ) {
    const page = service.ledger.credentials.issued(after, 200) as IssuedRecord[]
    for (const record of page)
      if (ids.has(record.achievement))
        found.set(record.learner, [...(found.get(record.learner) ?? []), record])
    const last = page.at(-1)
    if (!last) return [...found.values()]
    after = last.rowKey
  }
}

/** One who completed, one who holds something else, and one with a certificate that somebody has edited. */
function applicants(service: Service): readonly Applicant[] {
  const completions = new Set(
    service.catalogue.courses.flatMap(({ achievements }) =>
      achievements.flatMap(({ id, earnedBy }) =>
        earnedBy.kind === 'course-completed' ? [id] : [],
      ),
    ),
  )
  const learners = byLearner(service)
  const completed = learners.find((records) =>
    records.some(({ achievement }) => completions.has(achievement)),
  )
  const begun = learners.find(
    (records) => !records.some(({ achievement }) => completions.has(achievement)),
  )
  const [whole, part] = [completed?.[0], begun?.[0]]
  if (!completed || !begun || !whole || !part) return []
  const name = 'Alexandra Example'
  const edited = whole.signed.replaceAll(nameOn(whole), name)
  return [
    { reference: 'demo-completed', name: nameOn(whole), texts: completed.map(({ id }) => id) },
    { reference: 'demo-begun', name: nameOn(part), texts: begun.map(({ id }) => id) },
    { reference: 'demo-edited', name, texts: [edited] },
  ]
}

/** The decision of an earlier run, or a new one. */
async function decided(
  { reference, name, texts }: Applicant,
  specialization: string,
  service: Service,
): Promise<DecisionView> {
  const earlier = service.admissions
    .list(caller, { specialization, limit: most })
    .find((each) => each.reference === reference)
  if (earlier) return service.admissions.find(earlier.id, caller)
  const form = {
    specialization,
    sources: texts.map((text, place) => handedIn(text, place, service)),
    statements: [],
    person: name,
    country: null,
    reference,
    appliedAt: null,
  }
  return service.admissions.decide(form, caller)
}

async function issued(
  view: DecisionView,
  show: Show,
  { service, config }: CommandContext,
): Promise<Pick<DemoDecision, 'url' | 'checked'>> {
  const { credential } = await service.admissions.issue(view.id, { language: 'en' }, caller)
  const record = credential === null ? undefined : service.issued(credential)
  if (!record) return {}
  const url = new URL(`/c/${record.id}`, config.publicUrl).href
  return { url, checked: await show(record) }
}

/** Decides for three learners of the cohort, and signs the answer of who is eligible; twice decides nothing twice. */
export async function demoDecisions(
  specialization: Specialization,
  show: Show,
  context: CommandContext,
): Promise<readonly DemoDecision[]> {
  const { service } = context
  const { language } = messagesFor('en')
  const decisions: DemoDecision[] = []
  for (const applicant of applicants(service)) {
    const view = await decided(applicant, specialization.id, service)
    const told = toldOf(view, language, service)
    const { outcome } = view.decision
    decisions.push({
      reference: applicant.reference,
      name: applicant.name,
      specialization: inLanguage(specialization.name, language),
      outcome,
      message: told.sentence,
      missing: [
        ...told.credentials.flatMap(({ counts, sentence }) => (counts === 'no' ? [sentence] : [])),
        ...told.missing.map(missingLine),
      ],
      ...(outcome === 'eligible' && (await issued(view, show, context))),
    })
  }
  return decisions
}

/** The decisions as lines of text. */
export const decisionTable = (decisions: readonly DemoDecision[]): readonly string[] =>
  decisions.flatMap(({ specialization, name, outcome, message, missing, url, checked }) => [
    `${specialization}, ${name}: ${outcome}`,
    ...[message, ...missing].map((line) => `  ${line}`),
    ...(url === undefined ? [] : [`  ${url}`]),
    ...(checked === undefined ? [] : [`  checked: ${checked.join(', ')}`]),
  ])
