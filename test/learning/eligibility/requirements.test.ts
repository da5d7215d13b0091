import { describe, expect, test } from '@jest/globals'
import type { Application } from '../../../src/learning/eligibility/application.ts'
import type { Requirement } from '../../../src/learning/specialization.ts'
import { academy, applying, book, ending, foreign, held } from './cases.ts'

const outcome = (requires: Requirement, application: Application) =>
  ending(requires, application).outcome

describe('what an achievement is called', () => {
  const asked: Requirement = { kind: 'achievement', achievement: 'https://academy.example/course' }
  const called = (achievement: string) => applying([foreign({ achievement })])

  test('may have the language behind it in which others awarded it', () => {
    expect(outcome(asked, called('https://academy.example/course'))).toBe('met')
    expect(outcome(asked, called('https://academy.example/course/it'))).toBe('met')
  })

  test('is else exactly the same', () => {
    expect(outcome(asked, called('https://academy.example/course/two'))).toBe('unmet')
    expect(outcome(asked, called('https://academy.example/Course'))).toBe('unmet')
    expect(
      outcome(
        { ...asked, achievement: 'https://academy.example/course/bg' },
        called('https://academy.example/course/it'),
      ),
    ).toBe('unmet')
  })

  test('is never an address for one of ours', () => {
    const ours = held({ achievement: 'https://academy.example/course', issuer: academy })
    expect(outcome(asked, applying([ours]))).toBe('unmet')
  })
})

describe('a recognition', () => {
  const course: Requirement = { kind: 'achievement', achievement: 'https://academy.example/search' }

  test('holds between its days, both included', () => {
    const on = (awardedOn: string | null) => outcome(course, applying([foreign({ awardedOn })]))
    expect([on('2024-01-01'), on('2026-12-31')]).toEqual(['met', 'met'])
    expect([on('2023-12-31'), on('2027-01-01'), on(null)]).toEqual(['unmet', 'unmet', 'unmet'])
  })

  test('without days asks for no day', () => {
    const ours = applying([held({ awardedOn: null })])
    expect(outcome({ kind: 'achievement', achievement: 'course' }, ours)).toBe('met')
  })

  test('is believed about its skills alone, whatever is signed', () => {
    const lying = foreign({ alignments: ['skill:searching', 'skill:singing'] })
    const skill = (id: string) => ending({ kind: 'skill', skill: id, level: 1 }, applying([lying]))
    expect(skill('searching')).toMatchObject({ outcome: 'review', reason: 'level-not-stated' })
    expect(skill('singing')).toMatchObject({ outcome: 'unmet', reason: 'issuer-not-recognised' })
  })

  test('is believed about items alone that it maps to its skills', () => {
    const signed = foreign({ alignments: ['https://framework.example/sing'] })
    const asked: Requirement = {
      kind: 'alignment',
      target: 'https://framework.example/sing',
      level: null,
    }
    expect(ending(asked, applying([signed])).reason).toBe('issuer-not-recognised')
    const anything = {
      ...book,
      recognitions: book.recognitions.map((each) => ({ ...each, skills: null })),
    }
    expect(ending(asked, applying([signed]), anything).outcome).toBe('met')
  })

  test('counts only where the requirement asks for it', () => {
    expect(outcome({ ...course, from: ['academy'] }, applying([foreign()]))).toBe('met')
    expect(outcome({ ...course, from: ['ours'] }, applying([foreign()]))).toBe('unmet')
  })

  test('finds nothing under the names that every object has', () => {
    const odd = [held({ achievement: 'constructor' }), foreign({ issuer: '__proto__' })]
    expect(outcome({ kind: 'hours', atLeast: 1 }, applying(odd))).toBe('unmet')
  })
})

describe('the day of an award', () => {
  const within = (withinMonths: number, awardedOn: string, decidedAt: string) =>
    outcome(
      { kind: 'achievement', achievement: 'course', awarded: { withinMonths } },
      applying([held({ awardedOn })], { decidedAt }),
    )

  test('lies so many months back at most, to the day', () => {
    expect(within(6, '2026-05-20', '2026-11-20T10:00:00Z')).toBe('met')
    expect(within(6, '2026-05-19', '2026-11-20T10:00:00Z')).toBe('unmet')
  })

  test('is reckoned from the end of a shorter month, and from the day in UTC', () => {
    expect(within(1, '2026-02-28', '2026-03-31T10:00:00Z')).toBe('met')
    expect(within(1, '2026-02-27', '2026-03-31T10:00:00Z')).toBe('unmet')
    expect(within(1, '2026-10-20', '2026-11-20T23:30:00-02:00')).toBe('unmet')
  })

  test('must be stated where a period is asked', () => {
    const undated = applying([held({ awardedOn: null })])
    const asked = { kind: 'achievement', achievement: 'course' } as const
    expect(outcome({ ...asked, awarded: { until: '2026-12-31' } }, undated)).toBe('unmet')
    expect(outcome({ ...asked, awarded: {} }, undated)).toBe('met')
  })
})

describe('a sum of hours', () => {
  const hours = (atLeast: number, change: object = {}): Requirement => ({
    kind: 'hours',
    atLeast,
    ...change,
  })

  test('counts a unit once, whichever credentials show it', () => {
    const both = applying([held(), held({ achievement: 'half' })])
    expect(ending(hours(9), both).figures).toEqual({ has: 5.5, needs: 9 })
  })

  test('never counts what one of ours states', () => {
    expect(outcome(hours(6), applying([held({ hours: 1000 })]))).toBe('unmet')
  })

  test('counts one study of others once: the largest, no more than its issuer is believed', () => {
    const list = [foreign({ hours: 10 }), foreign({ hours: 12 }), foreign({ hours: null })]
    expect(ending(hours(13), applying(list)).figures?.has).toBe(12)
    const [, largest] = list
    expect(ending(hours(12), applying(list)).because).toEqual([largest?.id])
  })

  test('of some skills counts what shows one of them', () => {
    const list = applying([held(), foreign({ hours: 10 })])
    const figures = (skills: string[]) => ending(hours(100, { skills }), list).figures?.has
    expect(figures(['searching'])).toBe(13)
    expect(figures(['writing'])).toBe(2.5)
    expect(figures(['searching', 'writing'])).toBe(15.5)
    expect(figures(['singing'])).toBe(0)
  })

  test('does not miss by the last binary digit', () => {
    const at = (name: string, amount: number) =>
      foreign({ achievement: `https://academy.example/${name}`, hours: amount, credits: amount })
    const list = applying([at('a', 0.7), at('b', 0.1)])
    expect(outcome(hours(0.8), list)).toBe('met')
    expect(outcome({ kind: 'credits', atLeast: 0.8 }, list)).toBe('met')
  })

  test('takes no number for more than a lifetime, and none below nothing', () => {
    const unlimited = {
      ...book,
      recognitions: book.recognitions.map((each) => ({ ...each, maxHours: null })),
    }
    const list = applying([
      foreign({ hours: 1e300 }),
      foreign({ hours: -50, achievement: 'https://academy.example/less' }),
    ])
    expect(ending(hours(1e9), list, unlimited).figures?.has).toBe(1_000_000)
  })

  test('is in review where unclear ones would fill it, and rests on those', () => {
    const unclear = foreign({ hours: 3, standing: 'unclear' })
    const result = ending(hours(8), applying([held(), unclear]))
    expect(result).toMatchObject({
      outcome: 'review',
      reason: 'credential-unclear',
      because: [unclear.id],
      figures: { has: 5.5, needs: 8 },
    })
    expect(outcome(hours(9), applying([held(), unclear]))).toBe('unmet')
  })

  test('tells of the expired one that would have filled it', () => {
    const expired = foreign({ hours: 3, standing: 'expired' })
    expect(ending(hours(8), applying([held(), expired]))).toMatchObject({
      reason: 'credential-expired',
      because: [expired.id],
    })
    expect(ending(hours(9), applying([held(), expired])).reason).toBe('hours-missing')
  })
})

describe('what a requirement rests on', () => {
  test('is the one credential that holds longest, then the smaller id', () => {
    const list = [
      held({ id: 'urn:c', validUntil: '2027-01-01T00:00:00Z' }),
      held({ id: 'urn:b', validUntil: '2028-01-01T00:00:00Z' }),
      held({ id: 'urn:a', validUntil: '2028-01-01T00:00:00+00:00' }),
    ]
    const course: Requirement = { kind: 'achievement', achievement: 'course' }
    expect(ending(course, applying(list)).because).toEqual(['urn:a'])
    expect(ending(course, applying([...list, held({ id: 'urn:z' })])).because).toEqual(['urn:z'])
  })

  test('is of a combination the parts that hold longest', () => {
    const [brief, long] = [held({ validUntil: '2027-01-01T00:00:00Z' }), foreign()]
    const any: Requirement = {
      kind: 'any',
      of: [
        { kind: 'achievement', achievement: 'course' },
        { kind: 'skill', skill: 'searching', level: 5, from: ['academy'] },
      ],
    }
    expect(ending(any, applying([brief, long])).because).toEqual([long.id])
    expect(ending({ ...any, kind: 'all' }, applying([brief, long])).because).toEqual(
      [brief.id, long.id].sort(),
    )
  })

  test('is nothing where nothing is held against somebody', () => {
    const not: Requirement = { kind: 'not', of: { kind: 'achievement', achievement: 'course' } }
    expect(ending(not, applying([held({ standing: 'revoked' })])).because).toEqual([])
  })
})

describe('what a combination lacks', () => {
  const course: Requirement = { kind: 'achievement', achievement: 'course' }
  const credits: Requirement = { kind: 'credits', atLeast: 3 }

  test('is told part by part, however deep', () => {
    const requires: Requirement = {
      kind: 'all',
      of: [course, { kind: 'any', of: [credits, { kind: 'not', of: course }] }],
    }
    const result = ending(requires, applying([held()]))
    expect(result.figures).toEqual({ has: 1, needs: 2 })
    expect(result.lacks.map(({ reason }) => reason)).toEqual(['credits-missing', 'held-against'])
  })

  test('is nothing where the combination is met, or is none', () => {
    expect(ending({ kind: 'any', of: [course, credits] }, applying([held()])).lacks).toEqual([])
    expect(ending(credits, applying([])).lacks).toEqual([])
  })
})
