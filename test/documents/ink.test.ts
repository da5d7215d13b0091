import { describe, expect } from '@jest/globals'
import { Resvg } from '@resvg/resvg-js'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { certificateText } from '../../src/documents/certificate-facts.ts'
import { paletteOf, placeBody } from '../../src/documents/certificate-layout.ts'
import { plainFeatures } from '../../src/documents/fonts.ts'
import { planOf } from '../../src/documents/sheet-plan.ts'
import { outlines, type Setting, widthOf } from '../../src/documents/typesetting.ts'
import { placePath, svgPath } from '../../src/documents/vector-path.ts'
import { emblem, sampleInput } from './samples.ts'
import { type GreyImage, rasterise, testWith } from './tools.ts'

const dpi = 144
const scale = dpi / 72

const plan = planOf('landscape', 'a4', { hasHead: false, hasSignatories: false })
const { middle, page } = plan

interface Placed {
  readonly setting: Setting
  readonly x: number
  readonly baseline: number
}

/** Where the name of a certificate stands. */
function placedName(name: string): Placed {
  const text = certificateText(sampleInput({ name }).credential, 'en')
  for (const { block, top } of placeBody(text, { palette: paletteOf(emblem), plan })) {
    if (block.kind !== 'text' || block.setting.lines.join(' ') !== text.name) continue
    const { setting } = block
    const x = middle - widthOf(setting.face, text.name, setting.size) / 2
    return { setting, x, baseline: top + setting.size * 0.72 }
  }
  throw new Error('The name is not on the certificate')
}

/** The same words drawn by another program from the whole font, at the same place. */
function reference({ setting, x, baseline }: Placed): GreyImage {
  const d = svgPath(placePath(outlines(setting, setting.lines.join(' ')), 1, [x, baseline]))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><path d="${d}"/></svg>`
  const image = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'zoom', value: scale },
  }).render()
  const colours = image.pixels // every reading of it copies the picture
  const pixels = new Uint8Array(image.width * image.height)
  for (let index = 0; index < pixels.length; index++) pixels[index] = colours[index * 4] ?? 0
  return { width: image.width, height: image.height, pixels }
}

/** How much black each glyph of the name leaves in its own columns, in pixels. */
function inkPerGlyph(image: GreyImage, { setting, x, baseline }: Placed): number[] {
  const { face, size } = setting
  const { glyphs, positions } = face.font.layout(setting.lines.join(' '), plainFeatures)
  const unit = size / face.font.unitsPerEm
  let pen = 0
  return glyphs.map((glyph, index) => {
    const left = Math.round((x + pen * unit) * scale)
    pen += positions?.[index]?.xAdvance ?? glyph.advanceWidth
    const right = Math.round((x + pen * unit) * scale)
    let ink = 0
    for (
      let row = Math.round((baseline - size) * scale);
      row < (baseline + size * 0.35) * scale;
      row++
    ) {
      for (let column = left; column < right; column++) {
        ink += 1 - (image.pixels[row * image.width + column] ?? 255) / 255
      }
    }
    return ink
  })
}

/** Glyphs whose ink falls short of the reference by more than a quarter. */
function faintGlyphs(image: GreyImage, placed: Placed): string[] {
  const expected = inkPerGlyph(reference(placed), placed)
  const found = inkPerGlyph(image, placed)
  const letters = [...placed.setting.lines.join(' ')]
  return letters.filter(
    (letter, index) => letter !== ' ' && (found[index] ?? 0) < (expected[index] ?? 0) * 0.75,
  )
}

describe('the ink on the page', () => {
  for (const name of [
    'Chiara Fiorentini',
    'Ελένη Παπαδοπούλου',
    'Мария Щърбанова',
    'Ģirts Ķēniņš-Šņore',
    'Nguyễn Thị Ánh',
    'ᾠδή Ἀθηνᾶ',
  ]) {
    testWith(['pdftoppm'], `is there for every letter of ${name}`, async () => {
      const image = rasterise(await drawCertificate(sampleInput({ name })), dpi)
      expect(faintGlyphs(image, placedName(name))).toEqual([])
    })
  }

  testWith(['pdftoppm'], 'is missed by this test where a letter is blank', async () => {
    const image = rasterise(await drawCertificate(sampleInput({ name: 'Παπαδοπούλου' })), dpi)
    expect(faintGlyphs(image, placedName('Παπαδοπούλου'))).toEqual([])
    const blank = { ...image, pixels: image.pixels.slice() }
    const placed = placedName('Παπαδοπούλου')
    const from = Math.round(placed.x * scale)
    for (let row = 0; row < image.height; row++) {
      blank.pixels.fill(255, row * image.width + from, row * image.width + from + 40)
    }
    expect(faintGlyphs(blank, placed)).not.toEqual([])
  })
})
