import { describe, expect, test } from '@jest/globals'
import type { Review } from '../../../src/learning/eligibility/application.ts'
import type { RuleBook, StudyUnit } from '../../../src/learning/eligibility/rule-book.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import { applying, book, foreign, held } from './cases.ts'

const search = 'https://framework.example/search'
const write = 'https://framework.example/write'
const study = (name: string, hours: number, alignments = [search]) =>
  foreign({ achievement: `https://academy.example/${name}`, hours, alignments })

function modules(
  credentials: Parameters<typeof applying>[0],
  reviews: readonly Review[] = [],
  of: RuleBook = book,
) {
  const decision = decide(of, applying(credentials, { reviews }))
  return {
    told: decision.modules.map(({ state, hoursProven }) => `${state} ${hoursProven}`),
    decision,
  }
}

const taking = (list: readonly (readonly [number, ...string[]])[]): RuleBook => ({
  ...book,
  modules: list.map(([hours, ...skills], index): StudyUnit => ({ id: `m${index}`, hours, skills })),
})

describe('the modules that study may stand for', () => {
  test('are none where nothing is shown, or nobody is asked', () => {
    expect(modules([]).told).toEqual(['none 0', 'none 0', 'none 0'])
    const nobody = { ...book, waiversFrom: null }
    expect(modules([study('a', 40)], [], nobody).told).toEqual(['none 0', 'none 0', 'none 0'])
  })

  test('wait for a person where all their hours are proven', () => {
    const credential = study('a', 10)
    const { told, decision } = modules([credential])
    expect(told).toEqual(['proven 4', 'proven 6', 'none 0'])
    expect(decision.toReview).toEqual(['module:m1', 'module:m2'])
    expect(decision.modules[0]).toEqual({
      module: 'm1',
      state: 'proven',
      hours: 4,
      hoursProven: 4,
      hoursMissing: 0,
      because: [credential.id],
    })
  })

  test('show the hours that are missing where not all are proven', () => {
    const { told, decision } = modules([study('a', 9)])
    expect(told).toEqual(['proven 4', 'partial 5', 'none 0'])
    expect(decision.modules[1]?.hoursMissing).toBe(1)
    expect(decision.toReview).toEqual(['module:m1'])
  })

  test('have each hour once, although it could stand for either', () => {
    expect(modules([study('a', 7)]).told).toEqual(['proven 4', 'partial 3', 'none 0'])
    expect(modules([study('a', 7), study('a', 7)]).told).toEqual([
      'proven 4',
      'partial 3',
      'none 0',
    ])
  })

  test('get the units of our own course, by their skills', () => {
    expect(modules([held()]).told).toEqual(['partial 3', 'partial 2.5', 'none 0'])
    expect(modules([held(), held({ achievement: 'half' })]).told).toEqual([
      'partial 3',
      'partial 2.5',
      'none 0',
    ])
  })

  test('are shared out so that as many as can be are whole, in turn', () => {
    // What writes serves the second alone: so the first takes what searches.
    const list = [study('a', 4), study('b', 6, [write])]
    expect(modules(list).told).toEqual(['proven 4', 'proven 6', 'none 0'])
    // What was given may be taken back where something else will do as well.
    const either = taking([
      [5, 'searching', 'writing'],
      [6, 'searching'],
    ])
    expect(modules([study('a', 6), study('b', 5, [write])], [], either).told).toEqual([
      'proven 5',
      'proven 6',
    ])
  })

  test('have taken back once only what was given once', () => {
    const chain = taking([
      [5, 'searching', 'writing'],
      [5, 'searching'],
      [5, 'searching'],
    ])
    const [first, second] = [study('a', 5), study('b', 10, [write])]
    const list = [
      { ...first, id: 'urn:1' },
      { ...second, id: 'urn:2' },
    ]
    expect(modules(list, [], chain).told).toEqual(['proven 5', 'proven 5', 'none 0'])
  })

  test('are served the fewest hours first, then as they stand in the catalogue', () => {
    const list = taking([
      [6, 'searching'],
      [4, 'searching'],
      [4, 'searching'],
    ])
    expect(modules([study('a', 5)], [], list).told).toEqual(['none 0', 'proven 4', 'partial 1'])
  })

  test('keep what was accepted, although another would come before', () => {
    const accepted: Review = { item: 'module:m2', verdict: 'accepted' }
    expect(modules([study('a', 9)], [accepted]).told).toEqual(['partial 3', 'waived 6', 'none 0'])
  })

  test('lose what was accepted when it is proven no more', () => {
    const accepted: Review = { item: 'module:m1', verdict: 'accepted' }
    expect(modules([study('a', 3)], [accepted]).told).toEqual(['partial 3', 'none 0', 'none 0'])
  })

  test('that were refused leave their hours to the others', () => {
    const refused: Review = { item: 'module:m1', verdict: 'refused' }
    const { told, decision } = modules([study('a', 7)], [refused])
    expect(told).toEqual(['refused 1', 'proven 6', 'none 0'])
    expect(decision.toReview).toEqual(['module:m2'])
  })

  test('never change the outcome', () => {
    const { outcome } = modules([study('a', 40)]).decision
    expect(outcome).toBe(modules([study('a', 1)]).decision.outcome)
  })

  test('are not stood for by what does not count', () => {
    const lying = foreign({ hours: 40, alignments: ['skill:singing'] })
    const unclear = foreign({ hours: 40, standing: 'unclear' })
    for (const credential of [lying, unclear, foreign({ hours: null })])
      expect(modules([credential]).told).toEqual(['none 0', 'none 0', 'none 0'])
  })
})
