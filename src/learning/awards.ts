import { createHash } from 'node:crypto'
import type { CatalogueAchievement, Course, EarnedBy } from './catalogue.ts'
import type { Completion, Learner } from './completion.ts'

/** A fact about how it was earned; becomes an Open Badges `Result`. */
export type AwardResult =
  /** Percent, 0 to 100, with one decimal at most. */
  | { readonly kind: 'score'; readonly percent: number }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'distinction' }
  /** Of an eligibility: the version of the rules it was decided by, in what way, and its points of priority. */
  | { readonly kind: 'rules'; readonly version: string }
  | { readonly kind: 'decision'; readonly reason: string }
  | { readonly kind: 'priority'; readonly points: number; readonly of: number }

/** One achievement earned by one learner in one run: that triple is its natural key, issued at most once. */
export interface Award {
  readonly learner: Learner
  readonly achievement: string
  readonly course: string
  readonly run: string
  /** Day it was earned, `YYYY-MM-DD`. */
  readonly awardedOn: string
  readonly results: readonly AwardResult[]
}

/**
 * What a completion earned, in the order of the catalogue.
 *
 * The course counts as completed when the LMS (or the file) gives a day for it, and never by counting modules: an LMS
 * may ask for more than the modules, or for less. Areas count by their modules alone. `awardedOn` is that day, else
 * the day of the last activity, else `today` (`YYYY-MM-DD`).
 */
export function earnedAwards(
  completion: Completion,
  course: Course,
  today: string,
): readonly Award[] {
  const earned = course.achievements.filter(({ earnedBy }) =>
    isEarned(earnedBy, completion, course),
  )
  const ids = new Set(earned.map(({ id }) => id))
  return earned
    .filter(({ earnedBy }) => !isSuperseded(earnedBy, ids))
    .map((achievement) => ({
      learner: completion.learner,
      achievement: achievement.id,
      course: completion.course,
      run: completion.run,
      awardedOn: completion.completedOn ?? completion.lastActivityOn ?? today,
      results: resultsOf(achievement, completion, course),
    }))
}

function isEarned(earnedBy: EarnedBy, completion: Completion, course: Course): boolean {
  switch (earnedBy.kind) {
    case 'course-completed':
      return completion.completedOn !== null
    case 'area-completed': {
      const wanted = course.modules.filter(({ area }) => area === earnedBy.area)
      return wanted.length > 0 && wanted.every(({ id }) => completion.modules.includes(id))
    }
    case 'modules-at-least':
      return new Set(completion.modules).size >= earnedBy.count
    case 'admission':
      return false
  }
}

function isSuperseded(earnedBy: EarnedBy, ids: ReadonlySet<string>): boolean {
  return earnedBy.kind === 'modules-at-least' && earnedBy.unless.some((id) => ids.has(id))
}

function resultsOf(
  achievement: CatalogueAchievement,
  completion: Completion,
  course: Course,
): readonly AwardResult[] {
  const results: AwardResult[] = []
  const percent = completion.score === null ? null : roundedPercent(completion.score)
  if (percent !== null && achievement.hasScore) results.push({ kind: 'score', percent })
  if (achievement.hours !== null) results.push({ kind: 'hours', hours: achievement.hours })
  // Decided on the score as it is stated, so that a certificate never shows the threshold without the distinction.
  if (percent !== null && achievement.hasDistinction && percent >= course.distinctionFrom) {
    results.push({ kind: 'distinction' })
  }
  return results
}

/** As it is signed: with one decimal at most. */
export function roundedPercent(score: number): number {
  return Math.round(score * 10) / 10
}

/**
 * A digest of what a credential says about its holder: name and results, not dates, which an LMS may recompute. A
 * re-import with another fingerprint under the same natural key differs from what was issued. SHA-256, 64 hex digits.
 */
export function awardFingerprint(
  award: Pick<Award, 'results'> & { readonly learner: Pick<Learner, 'name'> },
): string {
  const results = award.results.map(canonicalResult).sort()
  const canonical = JSON.stringify({ name: award.learner.name.normalize('NFC'), results })
  return createHash('sha256').update(canonical).digest('hex')
}

function canonicalResult(result: AwardResult): string {
  switch (result.kind) {
    case 'score':
      return `score ${roundedPercent(result.percent)}`
    case 'hours':
      return `hours ${roundedPercent(result.hours)}`
    case 'distinction':
      return 'distinction'
    case 'rules':
      return `rules ${result.version}`
    case 'decision':
      return `decision ${result.reason}`
    case 'priority':
      return `priority ${result.points} of ${result.of}`
  }
}
