import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import { rankDecisions } from '../learning/eligibility/rank.ts'
import type { ApplicantLine } from '../ledger/applicant-lists.ts'

/** A line of a list at its place: `null` where there is no decision, or none yet. */
export interface RankedLine extends ApplicantLine {
  readonly rank: number | null
}

/** What a line came to: an outcome, `refused`, or `waiting`. */
export const lineStates = ['eligible', 'needs-review', 'not-yet', 'refused', 'waiting'] as const

export type LineState = (typeof lineStates)[number]

export function stateOf({ outcome, code }: ApplicantLine): LineState {
  if (code !== null) return 'refused'
  return (outcome as DecisionOutcome | null) ?? 'waiting'
}

/** By which lines that are alike in everything are ranked: the one who stands first in the file is first. */
export const rankingId = ({ line }: { readonly line: number }): string =>
  String(line).padStart(8, '0')

/** Lines by rank; behind them, in the order of the file, those that were refused, then those that wait. */
export function rankLines(lines: readonly ApplicantLine[]): readonly RankedLine[] {
  const decided = lines.flatMap(({ decision, outcome, ...line }) =>
    decision !== null && outcome !== null
      ? [{ ...line, decision, outcome: outcome as DecisionOutcome, id: rankingId(line) }]
      : [],
  )
  const having = (state: LineState) =>
    lines.filter((line) => stateOf(line) === state).map((line) => ({ ...line, rank: null }))
  const ranked = rankDecisions(decided).map(({ id: _, ...line }) => line)
  return [...ranked, ...having('refused'), ...having('waiting')]
}
