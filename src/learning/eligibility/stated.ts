import type { Asked } from './asked.ts'
import type { RequirementResult, RuleReason } from './decision.ts'
import { type Evaluated, ended } from './evaluated.ts'

/** Whether the applicant said it, and what a person made of it: nothing said is believed unread. */
export function evaluateStatement(statement: string, asked: Asked): Evaluated {
  const { ready, application, verdicts } = asked
  const end = (outcome: RequirementResult['outcome'], reason: RuleReason) =>
    ended(outcome, { reason, by: [], figures: null, about: statement })
  const needs = ready.statements.get(statement)
  const made = application.statements.filter((each) => each.statement === statement)
  if (needs === undefined || made.length === 0) return end('unmet', 'statement-not-made')
  if (needs === 'document' && made.every(({ document }) => document === null))
    return end('unmet', 'statement-without-document')
  const verdict = verdicts.get(`statement:${statement}`)
  if (verdict === undefined) return end('review', 'statement-to-review')
  return verdict === 'accepted'
    ? end('met', 'statement-accepted')
    : end('unmet', 'statement-refused')
}
