import type { Catalogue } from '../catalogue.ts'
import type { OwnAchievement } from '../eligibility/rule-book.ts'
import { ownAchievements } from '../eligibility/rule-book-of.ts'
import type { Recognition, Specialization, Which } from '../specialization.ts'

export type Complain = (at: string, message: string) => void

/** What requirements stand on: everything of a catalogue that they may name. */
export interface Ground {
  readonly skills: ReadonlySet<string>
  readonly own: ReadonlyMap<string, OwnAchievement>
  readonly catalogue: Catalogue
  readonly recognitions: readonly Recognition[]
  readonly complain: Complain
}

/** A requirement's ground, and the specialization whose rules and statements it names. */
export interface Footing {
  readonly ground: Ground
  readonly specialization: Specialization
}

export const groundOf = (catalogue: Catalogue, complain: Complain): Ground => ({
  skills: new Set(catalogue.skills.map(({ id }) => id)),
  own: new Map(Object.entries(ownAchievements(catalogue))),
  catalogue,
  recognitions: catalogue.recognitions,
  complain,
})

export const isOwnIssuer = ({ issuer }: Recognition): boolean => issuer === 'own'

export const believes = ({ skills }: Recognition, skill: string): boolean =>
  skills === null || skills.includes(skill)

/** Whether something awarded within both may exist. */
function overlaps({ since, until }: Recognition, awarded: Which['awarded']): boolean {
  const isBefore = until !== null && awarded?.since !== undefined && until < awarded.since
  const isAfter = since !== null && awarded?.until !== undefined && since > awarded.until
  return !isBefore && !isAfter
}

/** The recognitions by which something can count for a requirement. */
export const recognitionsFor = ({ recognitions }: Ground, { from, awarded }: Which) =>
  recognitions.filter(
    (recognition) =>
      (from === undefined || from.includes(recognition.id)) && overlaps(recognition, awarded),
  )

/** Complains of what a list says twice. */
export function checkTwice(
  ids: readonly string[],
  at: (index: number) => string,
  complain: Complain,
) {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) complain(at(index), `"${id}" is there twice`)
  })
}
