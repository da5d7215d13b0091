import { describe, expect, test } from '@jest/globals'
import { type Rankable, rankDecisions } from '../../../src/learning/eligibility/rank.ts'

const row = (id: string, outcome: Rankable['outcome'], points: number, day = '01'): Rankable => ({
  id,
  outcome,
  points,
  appliedAt: `2026-11-${day}T10:00:00Z`,
})

const inOrder = [
  row('e', 'eligible', 3, '05'),
  row('d', 'eligible', 2, '01'),
  row('c', 'eligible', 2, '02'),
  row('b', 'needs-review', 9),
  row('f', 'needs-review', 9),
  row('a', 'not-yet', 9),
]

describe('the rank of applicants', () => {
  test('goes by outcome, points, time of application, id; whatever order they come in', () => {
    for (const rows of [inOrder, [...inOrder].reverse()])
      expect(rankDecisions(rows).map(({ id, rank }) => `${rank} ${id}`)).toEqual([
        '1 e',
        '2 d',
        '3 c',
        '4 b',
        '5 f',
        '6 a',
      ])
  })

  test('compares instants, not their spelling', () => {
    const [early, late] = [
      { ...row('z', 'eligible', 1), appliedAt: '2026-11-01T11:00:00+02:00' },
      { ...row('a', 'eligible', 1), appliedAt: '2026-11-01T10:00:00Z' },
    ]
    expect(rankDecisions([late, early]).map(({ id }) => id)).toEqual(['z', 'a'])
  })

  test('keeps all else that a row says', () => {
    expect(rankDecisions([{ ...row('a', 'eligible', 1), name: 'Maria' }])).toMatchObject([
      { name: 'Maria', rank: 1 },
    ])
  })
})
