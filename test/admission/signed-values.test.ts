import { describe, expect, test } from '@jest/globals'
import { signedValues } from '../../src/admission/signed-values.ts'

type Described = readonly [type: string, value: unknown, max?: unknown]

/** What a subject with these results, each described by itself, says. */
function read(results: readonly Described[], over: object = {}, achievement: object = {}) {
  const id = (index: number) => `https://school.example/a#${index}`
  return signedValues(
    {
      result: results.map(([, value], index) => ({ resultDescription: id(index), value })),
      ...over,
    },
    {
      resultDescription: results.map(([resultType, , valueMax], index) => ({
        id: id(index),
        name: 'Hours',
        resultType,
        ...(valueMax === undefined ? {} : { valueMax }),
      })),
      ...achievement,
    },
  )
}

describe('percents that are signed', () => {
  test.each<[string, Described, number | null]>([
    ['a percent', ['Percent', '87.5'], 87.5],
    ['with its sign', ['Percent', '87 %'], 87],
    ['a score of a known most', ['RawScore', '17', '20'], 85],
    ['that does not suffer from binary fractions', ['RawScore', '57', '100'], 57],
    ['above all', ['Percent', '101'], null],
    ['above the most', ['RawScore', '21', '20'], null],
    ['a score of nobody knows what', ['RawScore', '17'], null],
    ['a score of nothing', ['RawScore', '0', '0'], null],
    ['that are foretold', ['PredictedScore', '99', '100'], null],
    ['in words', ['Percent', 'ninety'], null],
    ['as a list', ['Percent', ['99']], null],
  ])('%s', (_what, described, percent) => {
    expect(read([described]).percent).toBe(percent)
  })

  test('are the least of several: which one is meant is not ours to choose', () => {
    expect(
      read([
        ['Percent', '90'],
        ['Percent', '60'],
      ]).percent,
    ).toBe(60)
    expect(
      read([
        ['Percent', '90'],
        ['Percent', 'all'],
      ]).percent,
    ).toBeNull()
  })
})

describe('results', () => {
  test('mean nothing without a description, or with two of one id', () => {
    const description = { id: 'urn:a', resultType: 'ext:StudyHours' }
    const subject = { result: [{ resultDescription: 'urn:a', value: '24' }] }
    const of = (...resultDescription: object[]) =>
      signedValues(subject, { resultDescription }).hours
    expect(of(description)).toBe(24)
    expect(of()).toBeNull()
    expect(of(description, { ...description, resultType: 'Percent' })).toBeNull()
    expect(
      signedValues(
        { result: [{ value: '24' }] },
        { resultDescription: [{ resultType: 'ext:StudyHours' }] },
      ).hours,
    ).toBeNull()
  })

  test('that are no list, or no objects, are none', () => {
    for (const result of [null, 'x', 7, [null, 'x', [7]], {}])
      expect(read([], { result })).toEqual({
        hours: null,
        credits: null,
        percent: null,
        grade: null,
        hasDistinction: false,
      })
  })

  test('are grades by their type, and none where two differ', () => {
    expect(read([['LetterGrade', ' B+ ']]).grade).toBe('B+')
    expect(read([['PerformanceLevel', 'Merit']]).grade).toBe('Merit')
    expect(
      read([
        ['LetterGrade', 'A'],
        ['LetterGrade', 'C'],
      ]).grade,
    ).toBeNull()
    expect(read([['Status', 'Completed']]).grade).toBeNull()
  })

  test('are a distinction only where it is said plainly', () => {
    expect(read([['ext:Distinction', 'with distinction']]).hasDistinction).toBe(true)
    expect(read([['ext:Distinction', 'without distinction']]).hasDistinction).toBe(false)
    expect(read([['LetterGrade', 'with distinction']]).hasDistinction).toBe(false)
  })
})

describe('credits', () => {
  test('are those earned, else those there are to earn', () => {
    expect(read([], {}, { creditsAvailable: 5 }).credits).toBe(5)
    expect(read([], { creditsEarned: 2.5 }, { creditsAvailable: 5 }).credits).toBe(2.5)
    expect(read([], { creditsEarned: 0 }, { creditsAvailable: 5 }).credits).toBeNull()
  })

  test.each([-1, 0, Number.POSITIVE_INFINITY, Number.NaN, 1_001, '5 ECTS', null, [5]])(
    'are a plain number: %p is none',
    (creditsAvailable) => {
      expect(read([], {}, { creditsAvailable }).credits).toBeNull()
    },
  )
})
