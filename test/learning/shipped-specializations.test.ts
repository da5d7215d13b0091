import { describe, expect, test } from '@jest/globals'
import { type Localised, languages } from '../../src/language.ts'
import { biblio, mooc } from './sample.ts'

const both = biblio.specializations
const [ceco, digy] = both
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** Every text in a tree of the catalogue. */
function textsIn(value: unknown): Localised[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value) return [value as Localised]
  return Object.values(value).flatMap(textsIn)
}

describe('the specializations of the BIBLIO catalogue', () => {
  test('are CECO and DIGY, with 38 modules between them', () => {
    expect(both.map(({ id, profile }) => [id, profile])).toEqual([
      ['ceco', 'ceco'],
      ['digy', 'digy'],
    ])
    expect([ceco?.modules.length, digy?.modules.length]).toEqual([18, 20])
  })

  test('teach the skills of their profile, all of them and no others', () => {
    for (const { profile, modules } of both) {
      const taught = new Set(modules.flatMap(({ skills }) => skills))
      const ofProfile = biblio.skills.filter(({ profiles }) => profiles.includes(profile))
      expect([...taught].sort()).toEqual(ofProfile.map(({ id }) => id).sort())
    }
  })

  test('state their hours as the programme does: the parts do not add up to the total', () => {
    for (const { hours, modules } of both) {
      expect(hours.parts.map((part) => part.hours)).toEqual([20, 160, 40, 25, 160])
      expect(hours.total).toBe(240)
      // What is studied in modules is the first two parts: face to face, and digital.
      expect(sum(modules.map((module) => module.hours))).toBe(180)
    }
  })

  test('have 25 places for each of five countries, 100 in all', () => {
    for (const { places, countries } of both) {
      expect(places).toEqual({ total: 100, perCountry: 25 })
      expect(countries).toEqual(['BE', 'BG', 'GR', 'IT', 'LV'])
    }
  })

  test('admit nobody to the skipping of a whole module by the MOOC alone', () => {
    for (const { skills, hours } of both.flatMap(({ modules }) => modules)) {
      const shared = mooc.modules.filter((unit) => unit.skills.some((id) => skills.includes(id)))
      expect(shared.length).toBeGreaterThan(0)
      expect(sum(shared.map((unit) => unit.hours))).toBeLessThan(hours)
    }
  })

  test('have every text in every language', () => {
    const texts = both.flatMap(textsIn)
    expect(texts.length).toBeGreaterThan(60)
    for (const language of languages)
      expect(texts.filter((text) => text[language] === null)).toEqual([])
  })

  test('recognise, beside our own, an issuer that nobody can mistake for a real one', () => {
    expect(biblio.recognitions.map(({ issuer }) => issuer)).toEqual([
      'own',
      'did:web:academy.example',
    ])
    const targets = biblio.recognitions.flatMap(({ alignments }) => alignments)
    for (const { target } of targets) expect(target).toMatch(/^https:\/\/academy\.example\//)
  })
})
