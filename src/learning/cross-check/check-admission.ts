import { partsOf, requirementsOf, rulesIn } from '../requirement-parts.ts'
import type { Requirement } from '../specialization.ts'
import { checkRequirement } from './check-requirement.ts'
import { checkTwice, type Footing } from './ground.ts'
import { circleOf, isPossible } from './possible.ts'

/** The rules that something asks for, by way of others too. */
function rulesBehind(requirements: readonly Requirement[], footing: Footing): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...requirements]
  for (const requirement of waiting) {
    for (const id of rulesIn(requirement)) {
      if (found.has(id)) continue
      found.add(id)
      const rule = footing.specialization.admission.rules.find((each) => each.id === id)
      if (rule) waiting.push(rule.requires)
    }
  }
  return found
}

function checkRules(footing: Footing, at: string): void {
  const { complain } = footing.ground
  const { rules, eligible, considered } = footing.specialization.admission
  // What gives points is asked for by that alone, and so is what it names.
  const roots = [eligible, ...(considered ? [considered] : [])]
  const worth = rules.filter(({ points }) => points > 0)
  const used = rulesBehind([...roots, ...worth.map(({ requires }) => requires)], footing)
  rules.forEach(({ id, requires, points }, index) => {
    const here = `${at}.rules[${index}]`
    checkRequirement(requires, `${here}.requires`, footing)
    const circle = circleOf(id, footing)
    if (circle) complain(`${here}.requires`, `the rule asks for itself: ${circle.join(', ')}`)
    if (points === 0 && !used.has(id))
      complain(here, `nothing asks for the rule "${id}", and it gives no points`)
  })
}

function checkStatements({ ground, specialization }: Footing, at: string): void {
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
export function checkAdmission(footing: Footing, at: string): void {
  const { complain, recognitions } = footing.ground
  const { rules, statements, eligible, considered, waivers } = footing.specialization.admission
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  checkTwice(idsOf(rules), (index) => `${at}.rules[${index}].id`, complain)
  checkTwice(idsOf(statements), (index) => `${at}.statements[${index}].id`, complain)
  checkRules(footing, at)
  checkStatements(footing, at)
  checkRequirement(eligible, `${at}.eligible`, footing)
  if (!isPossible(eligible, footing)) complain(`${at}.eligible`, 'nobody can ever be eligible')
  if (considered) {
    checkRequirement(considered, `${at}.considered`, footing)
    if (!isPossible(considered, footing))
      complain(`${at}.considered`, 'nobody can ever be considered')
  }
  waivers?.from.forEach((id, index) => {
    if (!recognitions.some((each) => each.id === id))
      complain(`${at}.waivers.from[${index}]`, `there is no recognition "${id}"`)
  })
  checkTwice(waivers?.from ?? [], (index) => `${at}.waivers.from[${index}]`, complain)
}
