import type { HeldCredential } from '../../../src/learning/eligibility/application.ts'
import type { LevelledSkill, RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import type { Recognition } from '../../../src/learning/specialization.ts'

/** Point 2 of the semantics: whether a recognition is about a credential. */
export function recognises(recognition: Recognition, held: HeldCredential): boolean {
  const { issuer, since, until } = recognition
  if (!(issuer === 'own' ? held.isOwn : held.issuer === issuer)) return false
  if (since === null && until === null) return true
  if (held.awardedOn === null) return false
  if (since !== null && held.awardedOn < since) return false
  return until === null || held.awardedOn <= until
}

export const believes = (recognition: Recognition, skill: string): boolean =>
  recognition.skills === null || recognition.skills.includes(skill)

/** Skills that a credential shows under a recognition, with levels; `null` where the level is not known. */
export function shownSkills(
  recognition: Recognition,
  held: HeldCredential,
  book: RuleBook,
): readonly (Omit<LevelledSkill, 'level'> & { readonly level: number | null })[] {
  const shown = held.isOwn
    ? (book.own[held.achievement ?? '']?.skills ?? [])
    : [
        ...held.alignments
          .filter((target) => target.startsWith('skill:'))
          .map((target) => ({ skill: target.slice('skill:'.length), level: null })),
        ...recognition.alignments.filter(({ target }) => held.alignments.includes(target)),
      ]
  return shown.filter(({ skill }) => believes(recognition, skill))
}
