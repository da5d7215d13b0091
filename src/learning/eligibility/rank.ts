import type { DecisionOutcome } from './decision.ts'

/** What of a decision its place in a list depends on. */
export interface Rankable {
  readonly id: string
  readonly outcome: DecisionOutcome
  readonly points: number
  /** ISO 8601 instant. */
  readonly appliedAt: string
}

export type Ranked<T extends Rankable> = T & {
  /** From 1; no two are alike. */
  readonly rank: number
}

const places: Readonly<Record<DecisionOutcome, number>> = {
  eligible: 0,
  'needs-review': 1,
  'not-yet': 2,
}

const instant = ({ appliedAt }: Rankable) => Date.parse(appliedAt) || 0

/**
 * The order in which places are given: who is eligible before who is still to be looked at, more points before fewer,
 * who applied earlier before who applied later; then by id, so that the order is the same each time.
 */
export function rankDecisions<T extends Rankable>(rows: readonly T[]): readonly Ranked<T>[] {
  return [...rows]
    .sort(
      (a, b) =>
        places[a.outcome] - places[b.outcome] ||
        b.points - a.points ||
        instant(a) - instant(b) ||
        (a.id < b.id ? -1 : Number(a.id > b.id)),
    )
    .map((row, index) => ({ ...row, rank: index + 1 }))
}
