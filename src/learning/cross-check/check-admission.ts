import { partsOf, requirementsOf, rulesIn } from '../requirement-parts.ts'
import type { Requirement } from '../specialization.ts'
import { checkRequirement } from './check-requirement.ts'
import { checkTwice, type Standing } from './ground.ts'
import { circleOf, isPossible } from './possible.ts'

/** The rules that something asks for, by way of others too. */
function rulesBehind(
  requirements: readonly Requirement[],
  standing: Standing,
): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...requirements]
  for (const requirement of waiting) {
    for (const id of rulesIn(requirement)) {
      if (found.has(id)) continue
      found.add(id)
      const rule = standing.specialization.admission.rules.find((each) => each.id === id)
      if (rule) waiting.push(rule.requires)
    }
  }
  return found
}

function checkRules(standing: Standing, at: string): void {
  const { complain } = standing.ground
  const { rules, eligible, considered } = standing.specialization.admission
  // What gives points is asked for by that alone, and so is what it names.
  const roots = [eligible, ...(considered ? [considered] : [])]
  const worth = rules.filter(({ points }) => points > 0)
  const used = rulesBehind([...roots, ...worth.map(({ requires }) => requires)], standing)
  rules.forEach(({ id, requires, points }, index) => {
    const here = `${at}.rules[${index}]`
    checkRequirement(requires, `${here}.requires`, standing)
    const circle = circleOf(id, standing)
    if (circle) complain(`${here}.requires`, `the rule asks for itself: ${circle.join(', ')}`)
    if (points === 0 && !used.has(id))
      complain(here, `nothing asks for the rule "${id}", and it gives no points`)
  })
}

function checkStatements({ ground, specialization }: Standing, at: string): void {
  const { admission } = specialization
  const asked = new Set(
    requirementsOf(admission).flatMap((requirement) =>
      [...partsOf(requirement)].flatMap(([part]) =>
        part.kind === 'statement' ? part.statement : [],
      ),
    ),
  )
  admission.statements.forEach(({ id }, index) => {
    if (!asked.has(id))
      ground.complain(`${at}.statements[${index}]`, `no rule asks for the statement "${id}"`)
  })
}

/** Complains of every mistake in who is admitted. */
export function checkAdmission(standing: Standing, at: string): void {
  const { complain, recognitions } = standing.ground
  const { rules, statements, eligible, considered, waivers } = standing.specialization.admission
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  checkTwice(idsOf(rules), (index) => `${at}.rules[${index}].id`, complain)
  checkTwice(idsOf(statements), (index) => `${at}.statements[${index}].id`, complain)
  checkRules(standing, at)
  checkStatements(standing, at)
  checkRequirement(eligible, `${at}.eligible`, standing)
  if (!isPossible(eligible, standing)) complain(`${at}.eligible`, 'nobody can ever be eligible')
  if (considered) {
    checkRequirement(considered, `${at}.considered`, standing)
    if (!isPossible(considered, standing))
      complain(`${at}.considered`, 'nobody can ever be considered')
  }
  waivers?.from.forEach((id, index) => {
    if (!recognitions.some((each) => each.id === id))
      complain(`${at}.waivers.from[${index}]`, `there is no recognition "${id}"`)
  })
  checkTwice(waivers?.from ?? [], (index) => `${at}.waivers.from[${index}]`, complain)
}
