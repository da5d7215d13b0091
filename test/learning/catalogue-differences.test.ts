import { describe, expect, test } from '@jest/globals'
import type { Catalogue, CatalogueAchievement } from '../../src/learning/catalogue.ts'
import { differencesOf } from '../../src/learning/catalogue-differences.ts'
import { biblio } from './sample.ts'

const [course] = biblio.courses
const [first] = course?.achievements ?? []
if (!course || !first) throw new Error('the sample has no achievement')

const withAchievements = (achievements: readonly CatalogueAchievement[]): Catalogue => ({
  ...biblio,
  courses: [{ ...course, achievements }, ...biblio.courses.slice(1)],
})
const changed = (change: Partial<CatalogueAchievement>) =>
  withAchievements([{ ...first, ...change }, ...course.achievements.slice(1)])
const one = (after: Catalogue, issued: number) =>
  differencesOf(biblio, after, new Map([[first.id, issued]]))

describe('another catalogue', () => {
  test('that says the same differs in nothing', () => {
    expect(differencesOf(biblio, structuredClone(biblio), new Map())).toEqual([])
  })

  test('that lacks what was issued breaks it, and what was not it does not', () => {
    const after = withAchievements(course.achievements.slice(1))
    const told = (issued: number) =>
      one(after, issued).map(({ change, judgement }) => [change, judgement])
    expect(told(3)).toEqual([['removed', 'breaks']])
    expect(told(0)).toEqual([['removed', 'fine']])
  })

  test.each([
    ['hours', { hours: 999 }],
    ['what it takes', { earnedBy: { kind: 'modules-at-least', count: 1, unless: [] } as const }],
    ['its skills', { skills: [] }],
  ])('that changes %s of what was issued breaks it, under another version too', (_what, change) => {
    expect(one(changed(change), 1)[0]?.judgement).toBe('breaks')
    expect(one(changed({ ...change, version: 'next' }), 1)[0]?.judgement).toBe('breaks')
    expect(one(changed(change), 0)[0]?.judgement).toBe('fine')
  })

  test('that words it otherwise wants another version for it', () => {
    const name = { ...first.name, en: 'Otherwise' }
    expect(one(changed({ name }), 1)).toEqual([
      {
        achievement: first.id,
        change: 'changed',
        members: ['name'],
        issued: 1,
        judgement: 'same-version',
      },
    ])
    expect(one(changed({ name, version: 'next' }), 1)[0]?.judgement).toBe('fine')
  })

  test('that adds one is fine', () => {
    const more = { ...first, id: 'one-more' }
    expect(one(withAchievements([...course.achievements, more]), 5)).toEqual([
      { achievement: 'one-more', change: 'added', members: [], issued: 0, judgement: 'fine' },
    ])
  })
})
