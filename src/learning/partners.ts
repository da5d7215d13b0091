import type { Catalogue } from './catalogue.ts'
import { achievementsOf, eligibilityId } from './eligibility-achievement.ts'
import type { Partner } from './partner.ts'

/** The programme itself, where an issuer is named; no partner may be called so. */
export const programmeId = 'programme'

/** Ids of all achievements in a partner's scope, in the order of the catalogue. */
export function achievementsInScope({ scope }: Partner, catalogue: Catalogue): readonly string[] {
  const ofCourses = catalogue.courses
    .filter(({ id }) => scope.courses.includes(id))
    .flatMap(({ achievements }) => achievements.map(({ id }) => id))
  const inScope = new Set([...ofCourses, ...scope.achievements])
  return [...achievementsOf(catalogue).keys()].filter((id) => inScope.has(id))
}

/** What is asked of a scope: an achievement, by its id, and the day it was earned. */
export interface ScopeQuestion {
  readonly achievement: string
  /** `YYYY-MM-DD`. */
  readonly day: string
}

/** Whether a partner may issue what was earned on this day. Days are compared as text, both ends included. */
export function isInScope(
  partner: Partner,
  { achievement, day }: ScopeQuestion,
  catalogue: Catalogue,
): boolean {
  const { from, until } = partner.scope
  const isInTime = from <= day && (until === null || day <= until)
  return isInTime && achievementsInScope(partner, catalogue).includes(achievement)
}

/** The partner that issues an achievement unless an import says otherwise; `null` for the programme. */
export function usualIssuer(achievement: string, catalogue: Catalogue): string | null {
  const { courses, specializations } = catalogue
  for (const course of courses) {
    const found = course.achievements.find(({ id }) => id === achievement)
    if (found) return found.issuer ?? course.issuer
  }
  const granted = specializations.find(({ id }) => eligibilityId(id) === achievement)
  return granted?.eligibility.issuer ?? null
}
