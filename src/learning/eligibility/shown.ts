import type { Requirement } from '../specialization.ts'
import type { HeldCredential } from './application.ts'
import type { Belief, ReadyBook } from './ready-book.ts'

/** A level; `null`: shown, the level not stated; `undefined`: not shown. */
export type Level = number | null | undefined

/** The better of two. */
export const better = (a: Level, b: Level): Level => {
  if (a === undefined || a === null) return b === undefined ? a : b
  return b === undefined || b === null || b < a ? a : b
}

function mappedLevel({ mapped }: Belief, skill: string, alignments: readonly string[]): Level {
  if (mapped.size === 0) return undefined
  let best: Level
  for (const alignment of alignments) {
    for (const item of mapped.get(alignment) ?? []) {
      if (item.skill === skill) best = better(best, item.level)
    }
  }
  return best
}

/** The level at which a credential shows a skill of the catalogue, as far as its issuer is believed. */
export function skillLevel(
  ready: ReadyBook,
  credential: HeldCredential,
  belief: Belief,
  skill: string,
): Level {
  if (belief.skills !== null && !belief.skills.has(skill)) return undefined
  const { isOwn, achievement, alignments } = credential
  if (isOwn) return ready.own.get(achievement ?? '')?.levels.get(skill)
  const named: Level = alignments.includes(`skill:${skill}`) ? null : undefined
  return better(named, mappedLevel(belief, skill, alignments))
}

/** The level at which a foreign credential shows an item of a framework, as far as its issuer is believed. */
export function alignmentLevel(
  { isOwn, alignments }: HeldCredential,
  { skills, mapped }: Belief,
  target: string,
): Level {
  if (isOwn || !alignments.includes(target)) return undefined
  const items = mapped.get(target) ?? []
  const allowed = skills === null ? items : items.filter(({ skill }) => skills.has(skill))
  if (skills !== null && allowed.length === 0) return undefined
  return allowed.reduce<Level>((best, { level }) => better(best, level), null)
}

/** An achievement of others without the language it was taken in: one course in two languages is one. */
export const withoutLanguage = (achievement: string): string =>
  /\/[a-z]{2}$/.test(achievement) ? achievement.slice(0, -3) : achievement

/**
 * Whether it is of that achievement. A foreign one may call its achievement what it likes: the ids of the catalogue are
 * for our own only.
 */
export function isAbout({ isOwn, achievement }: HeldCredential, asked: string): boolean {
  if (achievement === null || isOwn === asked.includes(':')) return false
  return achievement === asked || (!isOwn && withoutLanguage(achievement) === asked)
}

/** How far a result reaches: place in an order, percent; `undefined` where it cannot be compared. */
export function resultOf(
  { percent, grade, hasDistinction }: HeldCredential,
  { reaches }: Extract<Requirement, { kind: 'result' }>,
): { readonly has: number | undefined; readonly needs: number } {
  if (reaches.percent !== undefined) return { has: percent ?? undefined, needs: reaches.percent }
  if (reaches.grade !== undefined) {
    const { order, atLeast } = reaches.grade
    const place = grade === null ? -1 : order.indexOf(grade)
    const least = order.indexOf(atLeast)
    const needs = least === -1 ? Number.POSITIVE_INFINITY : least
    return { has: place === -1 ? undefined : place, needs }
  }
  return { has: hasDistinction ? 1 : 0, needs: 1 }
}
