import { describe, expect, test } from '@jest/globals'
import { outcomeReasons, type WaiverState } from '../../../src/learning/eligibility/decision.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import { runs, seed } from '../../support/chance.ts'
import { ChanceCases } from './chance-cases.ts'
import { difference, smallest } from './difference.ts'

const waiverStates: readonly WaiverState[] = ['none', 'partial', 'proven', 'waived', 'refused']

describe('a decision', () => {
  test('is what a second evaluator, written apart, says, on 100,000 cases by chance', () => {
    const cases = new ChanceCases(seed)
    const tally = new Map<string, number>()
    const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
    for (let left = runs(100_000); left > 0; left -= 1) {
      const one = cases.next()
      if (difference(decide, one) !== undefined) {
        const least = smallest(decide, one)
        throw new Error(`${difference(decide, least)}\n${JSON.stringify(least, null, 1)}`)
      }
      const { reason, modules } = decide(one.book, one.application)
      count(reason)
      for (const { state } of modules) count(state)
    }
    // Agreement means little about what never happened.
    const rare = [...outcomeReasons, ...waiverStates].filter((what) => (tally.get(what) ?? 0) < 500)
    expect(rare).toEqual([])
  }, 180_000)
})
