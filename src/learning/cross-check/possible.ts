import { canonical } from '../eligibility/rule-book-of.ts'
import { rulesIn } from '../requirement-parts.ts'
import type { Requirement } from '../specialization.ts'
import type { Footing } from './ground.ts'
import { obstacleTo } from './obstacles.ts'

const behind = (rule: string, { specialization }: Footing): Requirement | undefined =>
  specialization.admission.rules.find(({ id }) => id === rule)?.requires

/**
 * The rules by which a rule comes back to itself, in turn, with it at both ends. A circle that it only leads to is told
 * of those that are in it.
 */
export function circleOf(rule: string, footing: Footing): readonly string[] | undefined {
  const named = (id = ''): readonly string[] => {
    const requires = behind(id, footing)
    return requires ? rulesIn(requires) : []
  }
  const seen = new Set<string>()
  const waiting: (readonly string[])[] = [[rule]]
  for (const way of waiting) {
    for (const next of named(way.at(-1))) {
      if (next === rule) return [...way, next]
      if (!seen.has(next)) waiting.push([...way, next])
      seen.add(next)
    }
  }
  return undefined
}

/** Everything that has to hold for a requirement to be met. Not through rules: a person may wave one through. */
const needed = (requirement: Requirement): readonly Requirement[] =>
  requirement.kind === 'all' ? requirement.of.flatMap(needed) : [requirement]

/** Whether something has to hold and must not. */
export function isContradiction(requirement: Requirement): boolean {
  const all = needed(requirement)
  const held = new Set(all.map(canonical))
  return all.some(
    (part) => part.kind === 'not' && needed(part.of).every((each) => held.has(canonical(each))),
  )
}

/** Whether anybody can meet it, whatever they present and say. */
export function isPossible(
  requirement: Requirement,
  footing: Footing,
  way: readonly string[] = [],
): boolean {
  const isPartPossible = (part: Requirement) => isPossible(part, footing, way)
  if (requirement.kind === 'all')
    return requirement.of.every(isPartPossible) && !isContradiction(requirement)
  if (requirement.kind === 'any') return requirement.of.some(isPartPossible)
  if (requirement.kind === 'at-least')
    return requirement.of.filter(isPartPossible).length >= requirement.count
  if (requirement.kind !== 'rule') return obstacleTo(requirement, footing.ground) === undefined
  const next = way.includes(requirement.rule) ? undefined : behind(requirement.rule, footing)
  return next !== undefined && isPossible(next, footing, [...way, requirement.rule])
}
