import type { RequirementResult, RuleReason } from './decision.ts'
import type { Held } from './weigh.ts'

export type Open = Pick<RequirementResult, 'reason' | 'about'>

/** How a requirement ended, and until when it will have. */
export interface Evaluated extends RequirementResult {
  readonly lacks: readonly RequirementResult[]
  /** Of one in review: the single requirements that a verdict on would settle it. */
  readonly open: readonly Open[]
  /** Of a met one: when the first of the credentials it rests on ends; `Infinity` for never. */
  readonly endsAt: number
}

export const idsOf = (held: readonly Held[]): readonly string[] =>
  held.map(({ credential }) => credential.id).sort()

const earliestEnd = (held: readonly Held[]): number =>
  held.reduce((earliest, { endsAt }) => Math.min(earliest, endsAt), Number.POSITIVE_INFINITY)

interface Ending {
  readonly reason: RuleReason
  readonly by: readonly Held[]
  readonly figures: RequirementResult['figures']
  readonly about: string | null
}

/** A single requirement that ended so. */
export const ended = (
  outcome: RequirementResult['outcome'],
  { reason, by, figures, about }: Ending,
): Evaluated => ({
  outcome,
  reason,
  because: idsOf(by),
  figures,
  about,
  lacks: [],
  open: outcome === 'review' ? [{ reason, about }] : [],
  endsAt: outcome === 'met' ? earliestEnd(by) : Number.POSITIVE_INFINITY,
})

export const toResult = ({
  outcome,
  reason,
  because,
  figures,
  about,
}: Evaluated): RequirementResult => ({ outcome, reason, because, figures, about })
