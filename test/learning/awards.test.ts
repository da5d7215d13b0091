import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Award, awardFingerprint, earnedAwards } from '../../src/learning/awards.ts'
import { generateCohort } from '../../src/learning/cohort.ts'
import { writeColophonCsv } from '../../src/learning/cohort-csv.ts'
import type { Completion } from '../../src/learning/completion.ts'
import { mooc, readAll } from './sample.ts'

const today = '2026-12-31'
const allModules = mooc.modules.map(({ id }) => id)
const safety = mooc.modules.filter(({ area }) => area === 'safety').map(({ id }) => id)

const nothingDone: Completion = {
  line: 2,
  learner: { key: 'email:a@example.org', name: 'Anna', email: 'a@example.org', language: null },
  ...{ course: mooc.id, run: '2026-autumn', modules: [], score: null },
  ...{ completedOn: null, lastActivityOn: null },
}

const earned = (done: Partial<Completion>) => earnedAwards({ ...nothingDone, ...done }, mooc, today)
const idsOf = (awards: readonly Award[]) => awards.map(({ achievement }) => achievement)

describe('what a completion earns', () => {
  test('is the certificate where the LMS says that the course is complete', () => {
    expect(idsOf(earned({ completedOn: '2026-11-22' }))).toEqual(['mooc-completion'])
    expect(idsOf(earned({}))).toEqual([])
  })

  test('is no certificate where all modules are done but the LMS does not say complete', () => {
    expect(idsOf(earned({ modules: allModules }))).toEqual([
      ...mooc.achievements.map(({ id }) => id).slice(1, 8),
      'mooc-participation',
    ])
  })

  test('is the badge of an area once every module of it is done', () => {
    expect(idsOf(earned({ modules: safety }))).toEqual(['area-safety'])
    expect(idsOf(earned({ modules: safety.slice(1) }))).toEqual([])
  })

  test('is a statement of participation from five modules on, beside badges', () => {
    expect(idsOf(earned({ modules: ['m01', 'm02', 'm03', 'm04', 'm06'] }))).toEqual([
      'mooc-participation',
    ])
    expect(idsOf(earned({ modules: ['m01', 'm02', 'm03', 'm04', 'm04'] }))).toEqual([])
  })

  test('is never a statement of participation beside the certificate', () => {
    const awards = earned({ modules: allModules, completedOn: '2026-11-22' })
    expect(idsOf(awards)).not.toContain('mooc-participation')
    expect(awards.length).toBe(8)
  })

  test('is dated by the completion, else the last activity, else today', () => {
    const dated = (done: Partial<Completion>) =>
      earned({ modules: safety, ...done }).at(-1)?.awardedOn
    expect(dated({ completedOn: '2026-11-22', lastActivityOn: '2026-11-20' })).toBe('2026-11-22')
    expect(dated({ lastActivityOn: '2026-11-20' })).toBe('2026-11-20')
    expect(dated({})).toBe(today)
  })

  test('states score, hours and distinction where the catalogue says so', () => {
    const results = (score: number | null) =>
      earned({ completedOn: '2026-11-22', score })[0]?.results.map((result) =>
        'percent' in result ? result.percent : result.kind,
      )
    expect(results(90)).toEqual([90, 'hours', 'distinction'])
    expect(results(89.96)).toEqual([90, 'hours', 'distinction'])
    expect(results(89.94)).toEqual([89.9, 'hours'])
    expect(results(null)).toEqual(['hours'])
    expect(earned({ modules: safety, score: 99 })[0]?.results).toEqual([
      { kind: 'hours', hours: 9 },
    ])
  })
})

describe('awards of a whole file', () => {
  const members = [...generateCohort({ seed: 3, size: 60, course: mooc })]
  const [header = '', ...lines] = writeColophonCsv(members)

  const awardsOf = async (rows: readonly string[]) => {
    const read = await readAll([header, ...rows].join(''))
    const awards = read.flatMap(({ completion }) =>
      completion ? earnedAwards(completion, mooc, today) : [],
    )
    return awards.map((award) => JSON.stringify(award)).sort()
  }

  test('do not depend on the order of its rows', async () => {
    const expected = await awardsOf(lines)
    expect(expected.length).toBeGreaterThan(60)
    const shuffled = fc.shuffledSubarray(lines, { minLength: lines.length })
    await fc.assert(
      fc.asyncProperty(shuffled, async (rows) => {
        expect(await awardsOf(rows)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  test('are the same when the file holds every row twice', async () => {
    expect(await awardsOf([...lines, ...lines])).toEqual(await awardsOf(lines))
  })
})

describe('the fingerprint of an award', () => {
  const [award] = earned({ completedOn: '2026-11-22', score: 91.04 }) as [Award]

  test('is the same for another date, rounding of the score or address', () => {
    const again = earned({ completedOn: '2026-11-23', score: 91.01 })[0] as Award
    const moved = { ...award, learner: { ...award.learner, email: null, language: 'el' as const } }
    expect(awardFingerprint(award)).toMatch(/^[0-9a-f]{64}$/)
    expect(awardFingerprint(again)).toBe(awardFingerprint(award))
    expect(awardFingerprint(moved)).toBe(awardFingerprint(award))
  })

  test('is another for another name or grade', () => {
    const renamed = { ...award, learner: { ...award.learner, name: 'Anne' } }
    const regraded = earned({ completedOn: '2026-11-22', score: 92 })[0] as Award
    const prints = [award, renamed, regraded].map(awardFingerprint)
    expect(new Set(prints).size).toBe(3)
  })
})
