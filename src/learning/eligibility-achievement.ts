import type { Catalogue, CatalogueAchievement } from './catalogue.ts'
import type { Specialization } from './specialization.ts'

/** What says of somebody that a specialization admits them, as an Open Badges `achievementType`. */
export const eligibilityType = 'ext:SpecializationEligibility'

/** Id of the achievement; no other of the catalogue may have it (see catalogue-references.ts). */
export const eligibilityId = (specialization: string): string => `eligible-${specialization}`

/**
 * The answer "is eligible" as something that can be signed, shown and checked like any other achievement. It claims no
 * hours, no skills and no level: being admitted to a course says nothing of what one has learnt.
 */
export function eligibilityAchievement({
  id,
  profile,
  eligibility,
}: Specialization): CatalogueAchievement {
  const { version, name, description, criteria, emblem, issuer } = eligibility
  return {
    id: eligibilityId(id),
    version,
    achievementType: eligibilityType,
    name,
    description,
    criteria,
    earnedBy: { kind: 'admission', specialization: id },
    tags: [],
    hours: null,
    eqfLevel: null,
    skills: [],
    profiles: [profile],
    hasScore: false,
    hasDistinction: false,
    emblem,
    issuer,
  }
}

/** Everything that can be signed, by id: the achievements of the courses, and the eligibility of each specialization. */
export function achievementsOf(catalogue: Catalogue): ReadonlyMap<string, CatalogueAchievement> {
  const earned = catalogue.courses.flatMap(({ achievements }) => achievements)
  const granted = catalogue.specializations.map(eligibilityAchievement)
  return new Map([...earned, ...granted].map((achievement) => [achievement.id, achievement]))
}
