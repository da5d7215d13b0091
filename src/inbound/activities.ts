import type { Course } from '../learning/catalogue.ts'

/** What an activity of a platform is here: its id, or name, to the course or a module of it. */
export type Activities = Readonly<Record<string, string>>

const own = (activities: Activities, name: string) =>
  Object.hasOwn(activities, name) ? activities[name] : undefined

/**
 * Id of the course or module that an activity stands for: by the connection's own table, else by the `activities` that
 * the catalogue names for its modules. `undefined` for one that counts for nothing here.
 */
export function targetOf(
  activity: { readonly id: string; readonly names: readonly string[] },
  activities: Activities,
  course: Course,
): string | undefined {
  const mapped = own(activities, activity.id)
  if (mapped !== undefined) return mapped
  const called = [activity.id, ...activity.names]
  return course.modules.find((module) => module.activities.some((name) => called.includes(name)))
    ?.id
}

/** What of a table names neither the course nor a module of it. */
export function unknownTargets(activities: Activities, course: Course): readonly string[] {
  const known = [course.id, ...course.modules.map(({ id }) => id)]
  return Object.keys(activities).filter((name) => !known.includes(own(activities, name) ?? ''))
}
