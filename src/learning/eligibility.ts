import type { Application } from './eligibility/application.ts'
import type { Asked } from './eligibility/asked.ts'
import type { Decision, ModuleResult, RuleResult } from './eligibility/decision.ts'
import { evaluatorFor, type SettledRule } from './eligibility/evaluate.ts'
import type { Evaluated, Open } from './eligibility/evaluated.ts'
import { type Ending, endingOf } from './eligibility/outcome.ts'
import { readyBook } from './eligibility/ready-book.ts'
import type { RuleBook } from './eligibility/rule-book.ts'
import { settleModules } from './eligibility/waivers.ts'
import { weigh } from './eligibility/weigh.ts'

function ask(book: RuleBook, application: Application): Asked {
  const ready = readyBook(book)
  const verdicts = new Map(application.reviews.map(({ item, verdict }) => [item, verdict]))
  const weighed = weigh(ready, application, verdicts.get('person'))
  const decidedOn = new Date(application.decidedAt).toISOString().slice(0, 10)
  return { ready, application, weighed, verdicts, decidedOn }
}

interface Settled {
  readonly rule: RuleBook['rules'][number]
  readonly settled: SettledRule
}

function resultOf({ rule, settled: { outcome, evaluated } }: Settled): RuleResult {
  const { reason, because, figures, about, lacks } = evaluated
  return { rule: rule.id, outcome, reason, because, figures, about, points: rule.points, lacks }
}

const pointsOf = (list: readonly Settled[], outcome: RuleResult['outcome']): number =>
  list
    .filter(({ settled }) => settled.outcome === outcome)
    .reduce((sum, { rule }) => sum + rule.points, 0)

const isStatement = ({ reason }: Open): boolean => reason === 'statement-to-review'

const openStatements = (evaluated: Evaluated | null): readonly string[] =>
  evaluated?.open.filter(isStatement).map(({ about }) => `statement:${about}`) ?? []

const openRule = ({ rule, settled: { evaluated } }: Settled): readonly string[] => [
  ...openStatements(evaluated),
  ...(evaluated.open.every(isStatement) ? [] : [`rule:${rule.id}`]),
]

const endOf = (decidedAt: string, days: number, rules: readonly Settled[]): string => {
  const last = Date.parse(decidedAt) + days * 86_400_000
  const end = rules
    .filter(({ settled }) => settled.outcome === 'met')
    .reduce((earliest, { settled }) => Math.min(earliest, settled.evaluated.endsAt), last)
  return new Date(end).toISOString().replace('.000Z', 'Z')
}

interface Conditions {
  readonly eligible: Evaluated
  readonly considered: Evaluated | null
}

function toReviewOf(
  { weighed }: Asked,
  { eligible, considered }: Conditions,
  rules: readonly Settled[],
): readonly string[] {
  return [
    ...(weighed.isPersonOpen ? ['person'] : []),
    ...rules.flatMap(openRule),
    ...openStatements(eligible),
    ...openStatements(considered),
  ]
}

const provenItems = (modules: readonly ModuleResult[]): readonly string[] =>
  modules.flatMap(({ module, state }) => (state === 'proven' ? `module:${module}` : []))

const admissionItem = ({ outcome }: Ending): readonly string[] =>
  outcome === 'needs-review' ? ['admission'] : []

/**
 * Whether somebody may enrol, why, what is missing and what waits for a person. It depends on nothing but its two arguments, and not on the order of what is presented, so that it can be made again at any time.
 * Only credentials that are genuine, current, recognised and about the applicant can make a requirement met.
 */
export function decide(book: RuleBook, application: Application): Decision {
  const asked = ask(book, application)
  const evaluator = evaluatorFor(asked)
  const rules = book.rules.map((rule): Settled => ({ rule, settled: evaluator.rule(rule.id) }))
  const conditions: Conditions = {
    eligible: evaluator.requirement(book.eligible),
    considered: book.considered && evaluator.requirement(book.considered),
  }
  const ending = endingOf(asked, conditions.eligible, conditions.considered)
  const modules = settleModules(asked)
  const open = [
    ...toReviewOf(asked, conditions, rules),
    ...provenItems(modules),
    ...admissionItem(ending),
  ]
  return {
    specialization: book.specialization,
    ...ending,
    priority: {
      points: pointsOf(rules, 'met'),
      of: asked.ready.points,
      pending: pointsOf(rules, 'review'),
    },
    rules: rules.map(resultOf),
    modules,
    credentials: asked.weighed.notes,
    toReview: ending.reason === 'refused-by-reviewer' ? [] : [...new Set(open)],
    ruleVersion: book.version,
    decidedAt: application.decidedAt,
    validUntil: endOf(application.decidedAt, book.validDays, rules),
  }
}
