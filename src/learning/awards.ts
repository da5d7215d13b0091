import type { Learner } from './completion.ts'

/** A fact about how it was earned; becomes an Open Badges `Result`. */
export type AwardResult =
  | { readonly kind: 'score'; readonly percent: number }
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'distinction' }

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
