import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import { languages } from '../../src/language.ts'
import { parseCatalogue } from '../../src/learning/parse-catalogue.ts'
import { biblio, biblioJson, mooc } from './sample.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test breaks the file wherever it likes
function broken(change: (catalogue: any) => void): Refusal {
  const catalogue = biblioJson()
  change(catalogue)
  try {
    parseCatalogue(catalogue)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('the catalogue was taken')
}

describe('the BIBLIO catalogue', () => {
  test('says that it is illustrative', () => {
    expect(biblio.illustrative).toBe(true)
  })

  test('has what is publicly known of the MOOC', () => {
    const perWeek = Array.from(
      { length: 8 },
      (_, week) => mooc.modules.filter((module) => module.week === week + 1).length,
    )
    expect(mooc.modules.length).toBe(26)
    expect(perWeek.every((count) => count === 3 || count === 4)).toBe(true)
    expect([biblio.skills.length, biblio.areas.length]).toEqual([38, 7])
    expect(biblio.profiles.map(({ code }) => code)).toEqual(['CECO', 'DIGY'])
  })

  test('asks for eight to ten hours a week, and its hours add up', () => {
    const hoursOf = (modules: typeof mooc.modules) =>
      modules.reduce((sum, { hours }) => sum + hours, 0)
    for (let week = 1; week <= 8; week += 1) {
      const hours = hoursOf(mooc.modules.filter((module) => module.week === week))
      expect(hours).toBeGreaterThanOrEqual(8)
      expect(hours).toBeLessThanOrEqual(10)
    }
    for (const { earnedBy, hours } of mooc.achievements) {
      if (earnedBy.kind === 'course-completed') expect(hours).toBe(hoursOf(mooc.modules))
      if (earnedBy.kind === 'area-completed') {
        expect(hours).toBe(hoursOf(mooc.modules.filter(({ area }) => area === earnedBy.area)))
      }
    }
  })

  test('holds every text of an achievement in every language', () => {
    expect(mooc.achievements.length).toBe(9)
    for (const { name, description, criteria } of mooc.achievements) {
      for (const language of languages)
        expect([name[language], description[language], criteria[language]]).not.toContain(null)
    }
  })

  test('has emblems with enough contrast to read (WCAG 2.2, 1.4.3)', () => {
    for (const { emblem } of mooc.achievements) {
      expect(contrast(emblem.ink, emblem.ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('is frozen throughout', () => {
    expect(Object.isFrozen(biblio.courses[0]?.modules[3]?.skills)).toBe(true)
  })
})

describe('a catalogue with mistakes', () => {
  test('is refused with all of them, of form and of reference, each at its place', () => {
    const refusal = broken((catalogue) => {
      const [course] = catalogue.courses
      course.modules[3].area = 'nowhere'
      course.modules[4].id = 'm04'
      course.modules[5].skills.push('juggling')
      course.modules[6].week = 9
      course.achievements[0].profiles = ['pilot']
      course.achievements[1].earnedBy.area = 'nowhere'
      course.achievements[8].earnedBy = { kind: 'modules-at-least', count: 27, unless: ['none'] }
      course.achievements[2].achievementType = 'Medal'
      course.achievements[3].emblem.ink = 'red'
      course.distinctionFrom = 101
      course.passFrom = -1
      course.modules[7].passFrom = 'all'
      catalogue.programme.name.en = ''
      catalogue.areas[0].colour = 'red'
      delete catalogue.skills[0].level
    })
    expect(refusal.code).toBe('catalogue-invalid')
    const places = refusal.details.map(({ at }) => at)
    expect(places.sort()).toEqual([
      '$.areas[0]',
      '$.courses[0].achievements[0].profiles[0]',
      '$.courses[0].achievements[1].earnedBy.area',
      '$.courses[0].achievements[2].achievementType',
      '$.courses[0].achievements[3].emblem.ink',
      '$.courses[0].achievements[8].earnedBy.count',
      '$.courses[0].achievements[8].earnedBy.unless[0]',
      '$.courses[0].distinctionFrom',
      '$.courses[0].modules[3].area',
      '$.courses[0].modules[4].activities',
      '$.courses[0].modules[4].id',
      '$.courses[0].modules[5].skills[2]',
      '$.courses[0].modules[6].week',
      '$.courses[0].modules[7].passFrom',
      '$.courses[0].passFrom',
      '$.programme.name.en',
      '$.skills[0].level',
    ])
  })

  test.each([
    ['Area One', 'capitals and spaces'],
    ['../keys', 'a path'],
    ['-area', 'a leading hyphen'],
    ['a--b', 'two hyphens'],
    ['', 'nothing'],
  ])('refuses the id "%s" (%s)', (id) => {
    const refusal = broken((catalogue) => {
      catalogue.areas.push({ id, name: catalogue.areas[0].name })
    })
    expect(refusal.details.map(({ at }) => at)).toEqual(['$.areas[7].id'])
  })

  test('refuses a skill that no module teaches', () => {
    const refusal = broken((catalogue) => {
      catalogue.skills.push({ ...catalogue.skills[0], id: 'juggling' })
    })
    expect(refusal.details).toEqual([
      { at: '$.skills[38]', message: 'no module teaches the skill "juggling"' },
    ])
  })

  test('refuses an achievement id that another course has already', () => {
    const refusal = broken((catalogue) => {
      catalogue.courses.push({ ...catalogue.courses[0], id: 'again' })
    })
    expect(refusal.details.length).toBe(9)
    expect(refusal.details[0]?.at).toBe('$.courses[1].achievements[0].id')
  })

  test('refuses an activity name that stands for two modules', () => {
    const refusal = broken((catalogue) => {
      catalogue.courses[0].modules[1].activities.push('MODULE  1')
    })
    expect(refusal.details.map(({ at }) => at)).toEqual(['$.courses[0].modules[1].activities'])
  })

  test.each([null, [], 'text', 7, {}])('refuses %j, which is no catalogue at all', (input) => {
    expect(() => parseCatalogue(input)).toThrow(Refusal)
  })
})

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
