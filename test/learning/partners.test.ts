import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import { parseCatalogue } from '../../src/learning/parse-catalogue.ts'
import { achievementsInScope, isInScope, usualIssuer } from '../../src/learning/partners.ts'
import { type Loose, partners } from '../support/partners.ts'
import { biblioJson } from './sample.ts'

const catalogueWith = (change: (catalogue: Loose) => void = () => undefined) => {
  const catalogue: Loose = biblioJson()
  catalogue.issuers = structuredClone(partners)
  change(catalogue)
  return parseCatalogue(catalogue)
}

/** Where each mistake is. */
function places(change: (catalogue: Loose) => void): readonly string[] {
  try {
    catalogueWith(change)
  } catch (error) {
    if (error instanceof Refusal) return error.details.map(({ at }) => at)
    throw error
  }
  return []
}

describe('a partner in the catalogue', () => {
  test('is taken as it is written, with no end where none is set', () => {
    const { issuers } = catalogueWith()
    expect(issuers.map(({ id, scope }) => [id, scope.until])).toEqual([
      ['harbour-library', '2026-12-31'],
      ['hill-academy', null],
    ])
  })
  test('is absent from a catalogue that names none', () => {
    expect(parseCatalogue(biblioJson()).issuers).toEqual([])
  })

  const scope = (catalogue: Loose, index = 0) => catalogue.issuers[index].scope
  test.each<[string, string, (catalogue: Loose) => void]>([
    ['a member that does not exist', '$.issuers[0]', (c) => (c.issuers[0].scopes = {})],
    ['an id that is no path segment', '$.issuers[0].id', (c) => (c.issuers[0].id = 'A/b')],
    ['an id that is there twice', '$.issuers[1].id', (c) => (c.issuers[1].id = 'harbour-library')],
    ['the id of the programme', '$.issuers[0].id', (c) => (c.issuers[0].id = 'programme')],
    [
      'the name of another',
      '$.issuers[1].name',
      (c) => (c.issuers[1].name = 'harbour  LIBRARY School'),
    ],
    ['the name of the programme', '$.issuers[0].name', (c) => (c.issuers[0].name = c.issuer.name)],
    [
      'an achievement that is not there',
      '$.issuers[0].scope.achievements[0]',
      (c) => (scope(c).achievements = ['mooc-completions']),
    ],
    [
      'a course that is not there',
      '$.issuers[0].scope.courses[0]',
      (c) => (scope(c).courses = ['no-course']),
    ],
    ['an empty scope', '$.issuers[0].scope', (c) => (scope(c).achievements = [])],
    ['a day that is none', '$.issuers[0].scope.from', (c) => (scope(c).from = '2026-02-30')],
    ['days in the wrong order', '$.issuers[0].scope', (c) => (scope(c).until = '2025-12-31')],
    [
      'a course that names an unknown issuer',
      '$.courses[0].issuer',
      (c) => (c.courses[0].issuer = 'nobody'),
    ],
    [
      'a course whose issuer may not issue all of it',
      '$.courses[0].issuer',
      (c) => (c.courses[0].issuer = 'harbour-library'),
    ],
    [
      'an achievement outside the scope of its issuer',
      '$.courses[0].achievements[0].issuer',
      (c) => {
        c.courses[0].achievements[0].issuer = 'hill-academy'
        scope(c, 1).achievements = [c.courses[0].achievements[1].id]
      },
    ],
    [
      'an eligibility outside the scope of its issuer',
      '$.specializations[0].eligibility.issuer',
      (c) => (c.specializations[0].eligibility.issuer = 'hill-academy'),
    ],
  ])('is refused for %s, at its place', (_, at, change) => {
    expect(places(change)).toEqual([expect.stringContaining(at)])
  })
})

describe('a scope', () => {
  const catalogue = catalogueWith()
  const [harbour] = catalogue.issuers
  if (!harbour) throw new Error('no partner')
  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('has both its days in it: %s', (day, isIn) => {
    expect(isInScope(harbour, { achievement: 'mooc-completion', day }, catalogue)).toBe(isIn)
  })
  test('has nothing in it that is not named', () => {
    const question = { achievement: 'mooc-participation', day: '2026-05-01' }
    expect(isInScope(harbour, question, catalogue)).toBe(false)
  })
  test('of a course has all that is earned there, and an eligibility only by its name', () => {
    const whole = catalogueWith((c) => {
      scopeOf(c).courses = ['biblio-mooc']
      scopeOf(c).achievements = ['eligible-ceco']
    })
    const [partner] = whole.issuers
    const earned = whole.courses[0]?.achievements.map(({ id }) => id) ?? []
    expect(partner && achievementsInScope(partner, whole)).toEqual([...earned, 'eligible-ceco'])
  })
})

const scopeOf = (catalogue: Loose) => catalogue.issuers[0].scope

describe('who issues an achievement', () => {
  test('is the programme, unless the course says otherwise, unless the achievement does', () => {
    const plain = catalogueWith()
    expect(usualIssuer('mooc-completion', plain)).toBeNull()
    const whole = catalogueWith((c) => {
      for (const index of [0, 1]) {
        c.issuers[index].scope.courses = ['biblio-mooc']
        c.issuers[index].scope.achievements = ['eligible-ceco']
      }
      c.courses[0].issuer = 'harbour-library'
      c.courses[0].achievements[0].issuer = 'hill-academy'
      c.specializations[0].eligibility.issuer = 'hill-academy'
    })
    const [first, second] = whole.courses[0]?.achievements.map(({ id }) => id) ?? []
    expect(usualIssuer(first ?? '', whole)).toBe('hill-academy')
    expect(usualIssuer(second ?? '', whole)).toBe('harbour-library')
    expect(usualIssuer('eligible-ceco', whole)).toBe('hill-academy')
    expect(usualIssuer('eligible-digy', whole)).toBeNull()
  })
})
