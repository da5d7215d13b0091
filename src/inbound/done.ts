import { earnedAwards } from '../learning/awards.ts'
import type { Course } from '../learning/catalogue.ts'
import type { Done } from './piece.ts'

/** That the course, or a module of it, was done, and when (`YYYY-MM-DD`). */
export interface Target {
  readonly target: string
  readonly doneOn: string
  readonly score: number | null
}

/** The day that somebody completed the course on, and the modules done, out of what was told piece by piece. */
export function doneBy(targets: readonly Target[], course: string): Done {
  const whole = targets.find(({ target }) => target === course)
  const modules = targets.filter(({ target }) => target !== course)
  const days = modules.map(({ doneOn }) => doneOn).sort()
  return {
    completedOn: whole?.doneOn ?? null,
    modules: modules.map(({ target }) => target),
    lastActivityOn: days.at(-1) ?? null,
    score: whole?.score ?? null,
  }
}

/** What is known of a target, with what is told of it now: the first day stays, a score that was missing comes in. */
export function withTarget(targets: readonly Target[], news: Target): readonly Target[] {
  const earlier = targets.find(({ target }) => target === news.target)
  const kept = earlier ? { ...earlier, score: earlier.score ?? news.score } : news
  return [...targets.filter(({ target }) => target !== news.target), kept]
}

/** Whether an achievement is no longer earned once a target is taken back. */
export function lostWithout(
  target: string,
  targets: readonly Target[],
  course: Course,
): (achievement: string) => boolean {
  const left = doneBy(
    targets.filter((each) => each.target !== target),
    course.id,
  )
  const learner = { key: '', name: '', email: null, language: null }
  const completion = { ...left, line: 0, learner, course: course.id, run: '' }
  const earned = new Set(earnedAwards(completion, course, '').map(({ achievement }) => achievement))
  return (achievement) => !earned.has(achievement)
}

const dayMs = 24 * 60 * 60 * 1_000

/** A day as told, or today where a clock that is a little fast says tomorrow; `null` for one further ahead. */
export function dayUntil(told: string | null, today: string): string | null {
  if (told === null || told <= today) return told ?? today
  return Date.parse(told) - Date.parse(today) <= dayMs ? today : null
}
