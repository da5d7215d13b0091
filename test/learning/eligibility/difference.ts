import type { Decision } from '../../../src/learning/eligibility/decision.ts'
import type { Requirement } from '../../../src/learning/specialization.ts'
import type { Case } from './chance-cases.ts'
import { keptOf, type TwinDecision, twinDecision } from './twin.ts'

type Decide = (book: Case['book'], application: Case['application']) => Decision

/** Where an engine and the twin part over a case; `undefined` where they agree. */
export const difference = (decide: Decide, one: Case): string | undefined =>
  differenceOf(decide(one.book, one.application), one)

/** Where a decision is not the twin's; `undefined` where it is. */
export function differenceOf(decision: Decision, { book, application }: Case): string | undefined {
  const twin = twinDecision(book, application)
  const told = JSON.stringify(comparable(decision, twin))
  const expected = JSON.stringify(comparable(twin, twin))
  if (told !== expected) return `engine: ${told}\ntwin:   ${expected}`
  const until = lastMoment(decision, { book, application })
  return Date.parse(decision.validUntil) === until
    ? undefined
    : `validUntil: engine ${decision.validUntil}, twin ${new Date(until).toISOString()}`
}

/** What both speak about. A reason that the twin allows is written as the twin writes it. */
function comparable(decision: Decision | TwinDecision, twin: TwinDecision) {
  const { outcome, reason, priority, rules, modules, credentials, toReview } = decision
  return {
    outcome,
    reason,
    priority: [priority.points, priority.of, priority.pending],
    rules: rules.map((rule, at) => {
      const allowed = twin.rules[at]?.reasons ?? null
      const isAllowed = !('reason' in rule) || (allowed?.includes(rule.reason) ?? true)
      return [rule.rule, rule.outcome, rule.points, isAllowed ? allowed : rule.reason]
    }),
    modules: modules.map(({ module, state, hours, hoursProven, hoursMissing }) => [
      module,
      state,
      hours,
      hoursProven,
      hoursMissing,
    ]),
    credentials: credentials.map(({ id, counts, reason: why }) => [id, counts, why]),
    toReview: [...toReview].sort(),
  }
}

/** Point 9 of the semantics, from what the decision itself says that it rests on. */
function lastMoment(decision: Decision, { book, application }: Case): number {
  const because = decision.rules
    .filter(({ outcome }) => outcome === 'met')
    .flatMap((rule) => rule.because)
  const ends = keptOf(application.credentials)
    .filter(({ id }) => because.includes(id))
    .flatMap(({ validUntil }) => (validUntil === null ? [] : Date.parse(validUntil)))
  return Math.min(Date.parse(application.decidedAt) + book.validDays * 86_400_000, ...ends)
}

/** The same case with ever less in it, as long as the two still part. */
export function smallest(decide: Decide, from: Case): Case {
  for (const less of smaller(from)) {
    if (difference(decide, less) !== undefined) return smallest(decide, less)
  }
  return from
}

function* without<T>(list: readonly T[]): Generator<T[]> {
  for (const at of list.keys()) yield list.filter((_, index) => index !== at)
}

function* smaller(one: Case): Generator<Case> {
  for (const application of smallerApplications(one)) yield { ...one, application }
  for (const book of smallerBooks(one)) yield { ...one, book }
}

function* smallerApplications({ application }: Case): Generator<Case['application']> {
  for (const list of ['credentials', 'statements', 'reviews'] as const) {
    for (const less of without<unknown>(application[list])) yield { ...application, [list]: less }
  }
  for (const [at, held] of application.credentials.entries()) {
    const plain = { ...held, validUntil: null, grade: null, percent: null, alignments: [] }
    if (JSON.stringify(plain) === JSON.stringify(held)) continue
    yield { ...application, credentials: application.credentials.with(at, plain) }
  }
}

function* smallerBooks({ book }: Case): Generator<Case['book']> {
  for (const list of ['modules', 'recognitions'] as const) {
    for (const less of without<unknown>(book[list])) yield { ...book, [list]: less }
  }
  if (book.rules.length > 1) yield { ...book, rules: book.rules.slice(0, -1) }
  if (book.considered) yield { ...book, considered: null }
  for (const eligible of parts(book.eligible)) yield { ...book, eligible }
  for (const [at, rule] of book.rules.entries()) {
    for (const requires of parts(rule.requires)) {
      yield { ...book, rules: book.rules.with(at, { ...rule, requires }) }
    }
  }
}

function* parts(one: Requirement): Generator<Requirement> {
  if (one.kind === 'not') yield one.of
  if (one.kind !== 'all' && one.kind !== 'any' && one.kind !== 'at-least') return
  yield* one.of
  if (one.kind === 'at-least') return
  for (const of of without(one.of)) if (of.length > 0) yield { ...one, of }
}
