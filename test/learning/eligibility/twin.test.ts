import { describe, expect, test } from '@jest/globals'
import { outcomeReasons, type WaiverState } from '../../../src/learning/eligibility/decision.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import { runs, seed } from '../../support/chance.ts'
import { type Case, ChanceCases } from './chance-cases.ts'
import { difference, differenceOf, smallest } from './difference.ts'

const waiverStates: readonly WaiverState[] = ['none', 'partial', 'proven', 'waived', 'refused']

const told = (least: Case) => `${difference(decide, least)}\n${JSON.stringify(least, null, 1)}`

describe('a decision', () => {
  test('is what a second evaluator, written apart, says, on 100,000 cases by chance', () => {
    const tally = new Map<string, number>()
    const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
    for (const one of new ChanceCases(seed).some(runs(100_000))) {
      const decision = decide(one.book, one.application)
      if (differenceOf(decision, one) !== undefined) throw new Error(told(smallest(decide, one)))
      count(decision.reason)
      for (const { state } of decision.modules) count(state)
    }
    // Agreement means little about what never happened.
    const rare = [...outcomeReasons, ...waiverStates].filter((what) => (tally.get(what) ?? 0) < 500)
    expect(rare).toEqual([])
  }, 600_000)
})
