import { createHash } from 'node:crypto'
import type { Catalogue, CatalogueAchievement, Course } from '../catalogue.ts'
import type { Specialization } from '../specialization.ts'
import type { OwnAchievement, RuleBook, StudyUnit } from './rule-book.ts'

const unitOf = ({ id, hours, skills }: StudyUnit): StudyUnit => ({ id, hours, skills })

/** The modules an achievement stands for; none where it does not say which. */
function unitsBehind({ earnedBy }: CatalogueAchievement, course: Course): readonly StudyUnit[] {
  switch (earnedBy.kind) {
    case 'course-completed':
      return course.modules.map(unitOf)
    case 'area-completed':
      return course.modules.filter(({ area }) => area === earnedBy.area).map(unitOf)
    case 'modules-at-least':
    case 'admission':
      return []
  }
}

/** Our own achievements by id, and what they stand for. */
export function ownAchievements(catalogue: Catalogue): Record<string, OwnAchievement> {
  const levels = new Map(catalogue.skills.map(({ id, level }) => [id, level]))
  const entries = catalogue.courses.flatMap((course) =>
    course.achievements.map((achievement) => {
      const skills = achievement.skills.map((skill) => ({ skill, level: levels.get(skill) ?? 1 }))
      // A module of one course is not the module of the same id in another.
      const units = unitsBehind(achievement, course).map((unit) => ({
        ...unit,
        id: `${course.id}/${unit.id}`,
      }))
      return [achievement.id, { skills, units }] as const
    }),
  )
  return Object.fromEntries(entries)
}

/** JSON with the members of every object in the order of their names (the idea of RFC 8785; our texts are plain). */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}

/** `sha256-` and the digest, in hexadecimal, of all that a rule book says beside its version. */
export function ruleVersion({
  version: _,
  ...rest
}: Omit<RuleBook, 'version'> & { version?: string }): string {
  return `sha256-${createHash('sha256').update(canonical(rest)).digest('hex')}`
}

/** The rules of a specialization as they stand in the catalogue, with everything they refer to. */
export function ruleBookOf(catalogue: Catalogue, specialization: Specialization): RuleBook {
  const { admission, modules, id } = specialization
  const book = {
    specialization: id,
    validDays: admission.validDays,
    rules: admission.rules.map(({ id: rule, requires, points }) => ({
      id: rule,
      requires,
      points,
    })),
    eligible: admission.eligible,
    considered: admission.considered,
    statements: admission.statements.map(({ id: statement, needs }) => ({ id: statement, needs })),
    modules: modules.map(unitOf),
    waiversFrom: admission.waivers?.from ?? null,
    recognitions: catalogue.recognitions,
    own: ownAchievements(catalogue),
  }
  return { ...book, version: ruleVersion(book) }
}
