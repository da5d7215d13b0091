import type { Catalogue, CatalogueAchievement } from './catalogue.ts'
import { achievementsOf } from './eligibility-achievement.ts'

/** What another catalogue says otherwise of one achievement. */
export interface AchievementDifference {
  readonly achievement: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The members that differ, for `changed`. */
  readonly members: readonly string[]
  /** How many credentials of it there are. */
  readonly issued: number
  /**
   * `breaks`: credentials that are there would lead nowhere, or mean something else; `same-version`: it changed and is not
   * called another version; `fine`: everything else.
   */
  readonly judgement: 'breaks' | 'same-version' | 'fine'
}

// What an achievement stands for: under one id these mean the same for good.
const meaning: readonly string[] = ['achievementType', 'earnedBy', 'hours', 'eqfLevel', 'skills']

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function changedMembers(before: CatalogueAchievement, after: CatalogueAchievement): string[] {
  const names = Object.keys(before) as (keyof CatalogueAchievement)[]
  return names.filter((name) => !same(before[name], after[name]))
}

function judge(members: readonly string[], issued: number): AchievementDifference['judgement'] {
  if (issued === 0) return 'fine'
  if (members.some((member) => meaning.includes(member))) return 'breaks'
  return members.includes('version') ? 'fine' : 'same-version'
}

function differenceOf(
  was: CatalogueAchievement | undefined,
  is: CatalogueAchievement | undefined,
  issued: number,
): Omit<AchievementDifference, 'achievement'> | undefined {
  if (!was) return { change: 'added', members: [], issued, judgement: 'fine' }
  if (!is)
    return { change: 'removed', members: [], issued, judgement: issued > 0 ? 'breaks' : 'fine' }
  const members = changedMembers(was, is)
  if (members.length === 0) return undefined
  return { change: 'changed', members, issued, judgement: judge(members, issued) }
}

/**
 * How a catalogue differs from the one in force, achievement by achievement: what was issued keeps its signed words either
 * way, but its id has to lead somewhere, and to mean what it meant.
 *
 * @param issued credentials there are, by achievement.
 */
export function differencesOf(
  before: Catalogue,
  after: Catalogue,
  issued: ReadonlyMap<string, number>,
): AchievementDifference[] {
  const [were, are] = [achievementsOf(before), achievementsOf(after)]
  return [...new Set([...were.keys(), ...are.keys()])].flatMap((achievement) => {
    const count = issued.get(achievement) ?? 0
    const found = differenceOf(were.get(achievement), are.get(achievement), count)
    return found ? [{ achievement, ...found }] : []
  })
}
