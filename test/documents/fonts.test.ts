import { describe, expect, test } from '@jest/globals'
import {
  faceFor,
  layoutOf,
  loadFace,
  missingGlyphs,
  missingInSentences,
  plainFeatures,
} from '../../src/documents/fonts.ts'

describe('a typeface of ours', () => {
  test('lays a text out once, for whoever measures or encodes it', () => {
    const face = loadFace('display')
    const measured = layoutOf(face, 'Ελένη Παπαδοπούλου')
    expect(face.font.layout('Ελένη Παπαδοπούλου', plainFeatures)).toBe(measured)
  })

  test('has one glyph for each letter, whatever features are asked for', () => {
    const { font } = loadFace('display')
    expect(font.layout('officially', { liga: true }).glyphs).toHaveLength('officially'.length)
  })
})

describe('the typeface of a name', () => {
  test.each([
    ['Ελένη', 'display'],
    ['Nguyễn Thị', 'display'],
    ['ნინო (Nino)', 'georgian'],
    ['Արամ', 'armenian'],
    ['ሰላም', 'ethiopic'],
    ['ნინო Արամ', undefined],
    ['דוד', undefined],
  ])('of %s is %s', (name, face) => {
    expect(faceFor(name, 'display')?.name).toBe(face)
  })

  test('names the letters that none has, and not those of its own script', () => {
    expect(missingGlyphs('ნინო 李')).toEqual(['李'])
    expect(missingGlyphs('ნინო')).toEqual([])
  })

  test('is another matter in a sentence, which has the letters of its language', () => {
    expect(missingInSentences('Ελένη Щ Ģ')).toEqual([])
    expect(missingInSentences('ნინო')).toEqual(['ნ', 'ი', 'ო'])
  })
})
