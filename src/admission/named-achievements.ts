import type { Requirement, Specialization } from '../learning/specialization.ts'

function namedIn(requirement: Requirement): readonly string[] {
  switch (requirement.kind) {
    case 'all':
    case 'any':
    case 'at-least':
      return requirement.of.flatMap(namedIn)
    case 'not':
      return namedIn(requirement.of)
    case 'achievement':
    case 'result':
      return requirement.achievement?.includes(':') ? [requirement.achievement] : []
    case 'rule':
    case 'skill':
    case 'alignment':
    case 'hours':
    case 'credits':
    case 'statement':
      return []
  }
}

/** Addresses of foreign achievements that the rules of specializations name. */
export function foreignAchievementsIn(
  specializations: readonly Specialization[],
): ReadonlySet<string> {
  return new Set(
    specializations.flatMap(({ admission }) =>
      [...admission.rules.map(({ requires }) => requires), admission.eligible]
        .concat(admission.considered ?? [])
        .flatMap(namedIn),
    ),
  )
}
