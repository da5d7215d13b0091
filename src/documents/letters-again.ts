import { type FaceName, faceBytes, fontNames } from './fonts.ts'
import type { Glyph } from './pdf-glyphs.ts'
import { hideAll } from './pdf-picture.ts'
import { type Pdfium, type Pointer, withMemory } from './pdfium.ts'

const trueType = 2

/** Which typeface of ours a font calls itself, whatever it draws; subsets have six letters before their name. */
export function faceNamed(font: string): FaceName | undefined {
  const name = font.replace(/^[A-Z]{6}\+/, '')
  return (Object.keys(fontNames) as FaceName[]).find((each) => fontNames[each] === name)
}

function loadFont(pdfium: Pdfium, document: Pointer, face: FaceName): Pointer {
  const bytes = faceBytes(face)
  return withMemory(pdfium, bytes.length, (at) => {
    pdfium.HEAPU8.set(bytes, at)
    return pdfium._FPDFText_LoadFont(document, at, bytes.length, trueType, 1)
  })
}

function drawLetter(pdfium: Pdfium, object: Pointer, { char, matrix }: Glyph): void {
  const text = Buffer.from(`${char}\0`, 'utf16le')
  withMemory(pdfium, Math.max(text.length, 24), (at) => {
    pdfium.HEAPU8.set(text, at)
    pdfium._FPDFText_SetText(object, at)
    const view = new DataView(pdfium.HEAPU8.buffer)
    for (const [index, number] of matrix.entries()) view.setFloat32(at + 4 * index, number, true)
    pdfium._FPDFPageObj_SetMatrix(object, at)
  })
}

/**
 * Replaces all that a page shows with its letters as our own typefaces draw them, in black: what one should see there
 * if its fonts draw what they say. Letters of other fonts are left out. The page cannot be used for anything else
 * afterwards.
 */
export function setAgain(
  pdfium: Pdfium,
  { document, page }: { readonly document: Pointer; readonly page: Pointer },
  glyphs: readonly Glyph[],
): void {
  hideAll(pdfium, page)
  const fonts = new Map<FaceName, Pointer>()
  for (const glyph of glyphs) {
    const face = faceNamed(glyph.font)
    if (!face || glyph.char.trim() === '') continue
    const font = fonts.get(face) ?? loadFont(pdfium, document, face)
    fonts.set(face, font)
    const object = font && pdfium._FPDFPageObj_CreateTextObj(document, font, glyph.size)
    if (!object) continue
    drawLetter(pdfium, object, glyph)
    pdfium._FPDFPage_InsertObject(page, object)
  }
}
