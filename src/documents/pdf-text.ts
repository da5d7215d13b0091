import { type Drawn, drawnObjects } from './pdf-drawn.ts'
import { fourNumbers, type Pdfium, type Rectangle } from './pdfium.ts'
import type { PrintedLine } from './printed-pages.ts'

const maxChars = 20_000
/** ISO 32000-1 §9.3.6: neither filled nor stroked. */
const invisible = 3

interface Glyph {
  readonly char: string
  readonly object: number
  readonly box: Rectangle | undefined
}

function glyphsOf(pdfium: Pdfium, text: number): Glyph[] {
  const count = Math.min(pdfium._FPDFText_CountChars(text), maxChars)
  return Array.from({ length: count }, (_, index) => {
    const numbers = fourNumbers(pdfium, 8, ([left, right, bottom, top]) =>
      pdfium._FPDFText_GetCharBox(text, index, left, right, bottom, top),
    )
    const [left, right, bottom, top] = numbers ?? []
    const box =
      left !== undefined && right !== undefined && bottom !== undefined && top !== undefined
        ? { left, right, bottom, top }
        : undefined
    const code = pdfium._FPDFText_GetUnicode(text, index)
    return {
      char: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD',
      object: pdfium._FPDFText_GetTextObject(text, index),
      box,
    }
  })
}

/** Runs of glyphs between line ends. */
function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [[]]
  for (const glyph of glyphs)
    if (glyph.char === '\n' || glyph.char === '\r') lines.push([])
    else lines.at(-1)?.push(glyph)
  return lines.filter((line) => line.length > 0)
}

const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.bottom < other.top &&
  other.bottom < one.top

/** What is drawn later than a glyph and over its middle hides it, or sets something else in its place. */
function isCovered({ object, box }: Glyph, drawn: readonly Drawn[]): boolean {
  if (!box || box.right - box.left <= 0) return false
  const [x, y] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2]
  const core = { left: x - 0.5, right: x + 0.5, bottom: y - 0.5, top: y + 0.5 }
  const own = drawn.findIndex((each) => each.text === object)
  return own >= 0 && drawn.slice(own + 1).some((each) => overlaps(each.bounds, core))
}

/** The lines of one page, in the order in which they are drawn. */
export function readLines(pdfium: Pdfium, page: number, index: number): PrintedLine[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return []
  try {
    const drawn = drawnObjects(pdfium, page)
    const isHidden = (glyph: Glyph) =>
      (glyph.object !== 0 && pdfium._FPDFTextObj_GetTextRenderMode(glyph.object) === invisible) ||
      isCovered(glyph, drawn)
    return linesOf(glyphsOf(pdfium, text)).map((line) => ({
      page: index,
      text: line
        .map(({ char }) => char)
        .join('')
        .normalize('NFC')
        .trim(),
      isCovered: line.some((glyph) => glyph.char.trim() !== '' && isHidden(glyph)),
    }))
  } finally {
    pdfium._FPDFText_ClosePage(text)
  }
}
