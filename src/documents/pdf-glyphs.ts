import { numbersFrom, type Pdfium, type Pointer, withMemory } from './pdfium.ts'
import type { Rectangle } from './printed-pages.ts'

/** ISO 32000-1 §8.3.3: a matrix as six numbers. */
export type Matrix = readonly number[]

/** A letter as a page sets it. */
export interface Glyph {
  readonly char: string
  /** What it was drawn with, others often in one go with it. */
  readonly object: Pointer
  /** Name of the font, as the file has it. */
  readonly font: string
  readonly size: number
  /** From the letter's own room to the page. */
  readonly matrix: Matrix
  /** The ink, and the room a letter of the typeface takes. */
  readonly box: Rectangle | undefined
  readonly room: Rectangle | undefined
}

const maxChars = 20_000
const maxNameBytes = 200

function boxesOf(pdfium: Pdfium, text: Pointer, index: number): Pick<Glyph, 'box' | 'room'> {
  const ink = numbersFrom(pdfium, { size: 8, count: 4 }, ([left, right, bottom, top]) =>
    pdfium._FPDFText_GetCharBox(text, index, left ?? 0, right ?? 0, bottom ?? 0, top ?? 0),
  )
  const room = numbersFrom(pdfium, { size: 4, count: 4 }, ([rectangle]) =>
    pdfium._FPDFText_GetLooseCharBox(text, index, rectangle ?? 0),
  )
  const [left = 0, right = 0, bottom = 0, top = 0] = ink ?? []
  const [looseLeft = 0, looseTop = 0, looseRight = 0, looseBottom = 0] = room ?? []
  return {
    box: ink && { left, right, bottom, top },
    room: room && { left: looseLeft, top: looseTop, right: looseRight, bottom: looseBottom },
  }
}

function matrixOf(pdfium: Pdfium, text: Pointer, index: number): Matrix {
  const turned = numbersFrom(pdfium, { size: 4, count: 6 }, ([at]) =>
    pdfium._FPDFText_GetMatrix(text, index, at ?? 0),
  )
  const origin = numbersFrom(pdfium, { size: 8, count: 2 }, ([x, y]) =>
    pdfium._FPDFText_GetCharOrigin(text, index, x ?? 0, y ?? 0),
  )
  return [...(turned ?? [1, 0, 0, 1]).slice(0, 4), ...(origin ?? [0, 0])]
}

function fontOf(pdfium: Pdfium, text: Pointer, index: number): string {
  return withMemory(pdfium, maxNameBytes, (at) => {
    const length = pdfium._FPDFText_GetFontInfo(text, index, at, maxNameBytes, 0)
    if (length <= 1 || length > maxNameBytes) return ''
    return Buffer.from(pdfium.HEAPU8.slice(at, at + length - 1)).toString('utf8')
  })
}

/** The letters of a page in the order in which they are drawn, line ends among them; the first 20000. */
export function glyphsOf(pdfium: Pdfium, text: Pointer): readonly Glyph[] {
  const count = Math.min(pdfium._FPDFText_CountChars(text), maxChars)
  const fonts = new Map<Pointer, string>()
  return Array.from({ length: count }, (_, index) => {
    const code = pdfium._FPDFText_GetUnicode(text, index)
    const object = pdfium._FPDFText_GetTextObject(text, index)
    const font = fonts.get(object) ?? fontOf(pdfium, text, index)
    fonts.set(object, font)
    return {
      char: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD',
      object,
      font,
      size: pdfium._FPDFText_GetFontSize(text, index),
      matrix: matrixOf(pdfium, text, index),
      ...boxesOf(pdfium, text, index),
    }
  })
}

/** Runs of letters between line ends. */
export function linesOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const lines: Glyph[][] = [[]]
  for (const glyph of glyphs)
    if (glyph.char === '\n' || glyph.char === '\r') lines.push([])
    else lines.at(-1)?.push(glyph)
  return lines.filter((line) => line.some(({ char }) => char.trim() !== ''))
}
