import { partsOf, requirementsOf } from '../learning/requirement-parts.ts'
import type { Specialization } from '../learning/specialization.ts'

/** Addresses of foreign achievements that the rules of specializations name. */
export function foreignAchievementsIn(
  specializations: readonly Specialization[],
): ReadonlySet<string> {
  const asked = specializations.flatMap(({ admission }) => requirementsOf(admission))
  const named = asked
    .flatMap((requirement) => [...partsOf(requirement)])
    .flatMap(([part]) => ('achievement' in part ? (part.achievement ?? []) : []))
  return new Set(named.filter((achievement) => achievement.includes(':')))
}
