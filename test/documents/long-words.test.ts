import { describe, expect, test } from '@jest/globals'
import { certificateText } from '../../src/documents/certificate-facts.ts'
import { setSignatory } from '../../src/documents/certificate-furnishing.ts'
import { paletteOf, placeBody } from '../../src/documents/certificate-layout.ts'
import { planOf } from '../../src/documents/sheet-plan.ts'
import { languages } from '../../src/language.ts'
import { sheets } from './designs.ts'
import { emblem, sampleBadge } from './samples.ts'

const longest = {
  name: 'Massimiliano Konstantinopoulou-Papageorgiou von Hohenzollern-Sigmaringen Ķēniņš-Šņore de la Santísima Trinidad y Borbón',
  title: 'Digital competences and more '.repeat(9).slice(0, 200).trim(),
  description: 'Many words about the course. '.repeat(40),
  distinction: true,
} as const

describe('the longest words that are let in', () => {
  test.each(sheets)('can be read, and rank as they should, %s on %s', (layout, paper) => {
    const plan = planOf(layout, paper, { hasHead: true, hasSignatories: true })
    for (const language of languages) {
      const text = certificateText(sampleBadge({ ...longest, language }), language)
      const sizeOf = (words: string) => {
        const placed = placeBody(text, { palette: paletteOf(emblem), plan })
        const found = placed.find(
          ({ block }) => block.kind === 'text' && block.setting.lines.join(' ') === words,
        )
        if (found?.block.kind !== 'text') throw new Error(`not on the page: ${words}`)
        return found.block.setting.size
      }
      const description = sizeOf(text.description)
      expect(description).toBeGreaterThanOrEqual(7)
      expect(sizeOf(text.title)).toBeGreaterThan(description * 1.1)
      expect(sizeOf(text.name)).toBeGreaterThan(sizeOf(text.title))
      expect(sizeOf(text.messages.intro)).toBeGreaterThanOrEqual(9.5)
    }
  })

  test('of a signatory take a second line before they become too small to read', () => {
    const name =
      'Prof.ssa Maria Antonietta della Francesca Bevilacqua-Montefeltro di Urbino Pesaro'.slice(
        0,
        80,
      )
    const { setting } = setSignatory(name, 132)
    expect(setting.lines).toHaveLength(2)
    expect(setting.size).toBeGreaterThan(6)
    expect(setSignatory('N. N.', 132).setting).toMatchObject({ lines: ['N. N.'], size: 11.5 })
  })
})
