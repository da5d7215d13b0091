import type { Requirement } from '../specialization.ts'
import type { Asked } from './asked.ts'
import { combine, negate } from './combine.ts'
import type { RuleOutcome } from './decision.ts'
import { type Evaluated, ended } from './evaluated.ts'
import { evaluateShownOnce } from './shown-once.ts'
import { evaluateStatement } from './stated.ts'
import { evaluateSummed } from './summed.ts'

/** How a rule ended. `evaluated` is what other rules see of it: one that was waived is met for them. */
export interface SettledRule {
  readonly outcome: RuleOutcome
  readonly evaluated: Evaluated
}

/** Settles requirements and the rules they name, each rule once. */
export interface Evaluator {
  requirement(requirement: Requirement): Evaluated
  rule(id: string): SettledRule
}

const settled = (outcome: RuleOutcome, evaluated: Evaluated): SettledRule => ({
  outcome,
  evaluated,
})

const without = { by: [], figures: null, about: null }
// No catalogue that was taken has one that refers to itself or to none; a book kept elsewhere could.
const endless = settled('unmet', ended('unmet', { ...without, reason: 'parts-missing' }))
const refused = settled('unmet', ended('unmet', { ...without, reason: 'rule-refused' }))
const waived = settled('waived', ended('met', { ...without, reason: 'rule-accepted' }))

export function evaluatorFor(asked: Asked): Evaluator {
  const known = new Map<string, SettledRule>()
  const settle = (id: string): SettledRule => {
    const rule = asked.ready.rules.get(id)
    if (rule === undefined) return endless
    const verdict = asked.verdicts.get(`rule:${id}`)
    if (verdict === 'refused') return refused
    const evaluated = evaluator.requirement(rule.requires)
    if (verdict === 'accepted' && evaluated.outcome !== 'met') return waived
    return settled(evaluated.outcome, evaluated)
  }
  const evaluator: Evaluator = {
    rule(id) {
      const before = known.get(id)
      if (before) return before
      known.set(id, endless)
      const rule = settle(id)
      known.set(id, rule)
      return rule
    },
    requirement(requirement) {
      switch (requirement.kind) {
        case 'all':
          return combine(requirement.of.map(evaluator.requirement), requirement.of.length)
        case 'any':
          return combine(requirement.of.map(evaluator.requirement), 1)
        case 'at-least':
          return combine(requirement.of.map(evaluator.requirement), requirement.count)
        case 'not':
          return negate(evaluator.requirement(requirement.of))
        case 'rule':
          return evaluator.rule(requirement.rule).evaluated
        case 'statement':
          return evaluateStatement(requirement.statement, asked)
        case 'hours':
        case 'credits':
          return evaluateSummed(requirement, asked)
        case 'achievement':
        case 'skill':
        case 'alignment':
        case 'result':
          return evaluateShownOnce(requirement, asked)
      }
    },
  }
  return evaluator
}
