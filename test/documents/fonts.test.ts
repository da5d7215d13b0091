import { describe, expect, test } from '@jest/globals'
import { layoutOf, loadFace, plainFeatures } from '../../src/documents/fonts.ts'

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
