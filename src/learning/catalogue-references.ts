import { z } from 'zod'
import type { RefusalDetail } from '../errors.ts'
import { eligibilityId } from './eligibility-achievement.ts'
import { plainText } from './plain-text.ts'

// Everything that refers or is referred to, and nothing else. What has another form than it should reads as absent:
// the schema complains about the form, and the references of the rest can still be checked.
const text = z.string().optional().catch(undefined)
const texts = z.array(text).catch([])
const number = z.number().optional().catch(undefined)

function listOf<T extends z.ZodRawShape>(shape: T) {
  return z.array(z.object(shape).optional().catch(undefined)).catch([])
}

const references = z.object({
  areas: listOf({ id: text }),
  skills: listOf({ id: text, area: text, profiles: texts }),
  profiles: listOf({ id: text }),
  courses: listOf({
    id: text,
    language: text,
    weeks: number,
    modules: listOf({ id: text, area: text, week: number, skills: texts, activities: texts }),
    achievements: listOf({
      id: text,
      skills: texts,
      profiles: texts,
      earnedBy: z
        .object({ kind: text, area: text, count: number, unless: texts })
        .optional()
        .catch(undefined),
    }),
  }),
  specializations: listOf({ id: text }),
})

type References = z.infer<typeof references>
type Course = NonNullable<References['courses'][number]>
type Complain = (at: string, message: string) => void

/** Every reference to nothing, id used twice, skill that nobody teaches, and rule that nobody can meet. */
export function checkReferences(input: unknown): readonly RefusalDetail[] {
  const parsed = references.safeParse(input)
  if (!parsed.success) return []
  const details: RefusalDetail[] = []
  const complain: Complain = (at, message) => details.push({ at, message })
  const { areas, skills, profiles, courses } = parsed.data
  const known = { area: idsOf(areas), skill: idsOf(skills), profile: idsOf(profiles) }
  const refer = (kind: keyof typeof known, id: string | undefined, at: string) => {
    if (id !== undefined && !known[kind].has(id)) complain(at, `there is no ${kind} "${id}"`)
  }
  for (const [name, list] of Object.entries({ areas, skills, profiles, courses })) {
    checkTwice(list, `$.${name}`, complain)
  }
  // An achievement's page is /achievements/{id}, whichever course it belongs to.
  checkTwiceAcross(courses, complain)
  checkEligibilityIds(parsed.data, complain)
  skills.forEach((skill, index) => {
    refer('area', skill?.area, `$.skills[${index}].area`)
    skill?.profiles.forEach((id, n) => {
      refer('profile', id, `$.skills[${index}].profiles[${n}]`)
    })
  })
  courses.forEach((course, index) => {
    if (course) checkCourse(course, `$.courses[${index}]`, complain, refer)
  })
  const taught = new Set(
    courses.flatMap((course) => course?.modules.flatMap((module) => module?.skills ?? []) ?? []),
  )
  skills.forEach((skill, index) => {
    if (skill?.id === undefined || taught.has(skill.id)) return
    complain(`$.skills[${index}]`, `no module teaches the skill "${skill.id}"`)
  })
  return details
}

type Refer = (kind: 'area' | 'skill' | 'profile', id: string | undefined, at: string) => void

function checkCourse(course: Course, at: string, complain: Complain, refer: Refer): void {
  checkTwice(course.modules, `${at}.modules`, complain)
  checkActivities(course, at, complain)
  course.modules.forEach((module, index) => {
    const here = `${at}.modules[${index}]`
    refer('area', module?.area, `${here}.area`)
    module?.skills.forEach((id, n) => {
      refer('skill', id, `${here}.skills[${n}]`)
    })
    if (module?.week !== undefined && course.weeks !== undefined && module.week > course.weeks) {
      complain(`${here}.week`, `the course has ${course.weeks} weeks`)
    }
  })
  course.achievements.forEach((achievement, index) => {
    const here = `${at}.achievements[${index}]`
    achievement?.skills.forEach((id, n) => {
      refer('skill', id, `${here}.skills[${n}]`)
    })
    achievement?.profiles.forEach((id, n) => {
      refer('profile', id, `${here}.profiles[${n}]`)
    })
    refer('area', achievement?.earnedBy?.area, `${here}.earnedBy.area`)
    checkRule(course, achievement?.earnedBy, `${here}.earnedBy`, complain)
  })
}

function checkRule(
  course: Course,
  rule: NonNullable<Course['achievements'][number]>['earnedBy'],
  at: string,
  complain: Complain,
): void {
  const { area, count, unless = [] } = rule ?? {}
  if (area !== undefined && !course.modules.some((module) => module?.area === area)) {
    complain(`${at}.area`, `no module of the course is in the area "${area}"`)
  }
  if (count !== undefined && count > course.modules.length) {
    complain(`${at}.count`, `the course has only ${course.modules.length} modules`)
  }
  const known = idsOf(course.achievements)
  unless.forEach((id, index) => {
    if (id === undefined || known.has(id)) return
    complain(`${at}.unless[${index}]`, `the course has no achievement "${id}"`)
  })
}

/** An activity of the LMS must mean one module only, however its name is written. */
function checkActivities(course: Course, at: string, complain: Complain): void {
  const owner = new Map<string, number>()
  course.modules.forEach((module, index) => {
    const names = [module?.id, ...(module?.activities ?? [])].flatMap((name) => name ?? [])
    for (const name of names) {
      const other = owner.get(plainText(name)) ?? index
      owner.set(plainText(name), other)
      if (other === index) continue
      complain(`${at}.modules[${index}].activities`, `"${name}" also stands for modules[${other}]`)
    }
  })
}

function checkTwice(
  list: readonly ({ readonly id?: string | undefined } | undefined)[],
  at: string,
  complain: Complain,
  seen: Set<string> = new Set(),
): void {
  list.forEach((item, index) => {
    if (item?.id === undefined) return
    if (seen.has(item.id)) complain(`${at}[${index}].id`, `the id "${item.id}" is used twice`)
    seen.add(item.id)
  })
}

function checkTwiceAcross(courses: References['courses'], complain: Complain): void {
  const seen = new Set<string>()
  courses.forEach((course, index) => {
    checkTwice(course?.achievements ?? [], `$.courses[${index}].achievements`, complain, seen)
  })
}

/** Whoever is admitted gets an achievement too, whose page must not be that of another. */
function checkEligibilityIds({ courses, specializations }: References, complain: Complain): void {
  const earned = idsOf(courses.flatMap((course) => course?.achievements ?? []))
  specializations.forEach((specialization, index) => {
    const id = specialization?.id === undefined ? undefined : eligibilityId(specialization.id)
    if (id === undefined || !earned.has(id)) return
    complain(`$.specializations[${index}].id`, `a course has an achievement of the id "${id}"`)
  })
}

function idsOf(list: readonly ({ readonly id?: string | undefined } | undefined)[]): Set<string> {
  return new Set(list.flatMap((item) => item?.id ?? []))
}
