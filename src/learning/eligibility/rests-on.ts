import { asksCredentials, partsOf } from '../requirement-parts.ts'
import type { Requirement } from '../specialization.ts'
import { type Decision, idsCounted } from './decision.ts'
import type { RuleBook } from './rule-book.ts'

/** A credential that a decision rests on, and for what. */
export interface RestsOn {
  readonly id: string
  /** Rules that it helped to meet, and modules that were waived by it; empty where only the whole says so. */
  readonly rules: readonly string[]
  readonly modules: readonly string[]
}

/** Whether credentials are asked for outside of any rule, so that no rule's reasons tell what it rests on. */
export const asksItself = (requirement: Requirement) =>
  [...partsOf(requirement)].some(([part]) => asksCredentials(part))

/**
 * What an answer stops being true without: the credentials behind rules that are met and modules that were waived; all
 * that count where the conditions ask for something outside of any rule. In the order of their ids.
 */
export function restsOn(decision: Decision, book: RuleBook): readonly RestsOn[] {
  const met = decision.rules.filter(({ outcome }) => outcome === 'met')
  const waived = decision.modules.filter(({ state }) => state === 'waived')
  const named = [...met, ...waived].flatMap(({ because }) => because)
  const all = asksItself(book.eligible) ? [...named, ...idsCounted(decision, 'yes')] : named
  return [...new Set(all)].sort().map((id) => ({
    id,
    rules: met.filter(({ because }) => because.includes(id)).map(({ rule }) => rule),
    modules: waived.filter(({ because }) => because.includes(id)).map(({ module }) => module),
  }))
}
