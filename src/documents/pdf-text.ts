import { keepOnlyText, renderPage, toPicture } from './pdf-picture.ts'
import { numbersFrom, type Pdfium, type Pointer, withMemory } from './pdfium.ts'
import type { PrintedLine, Rectangle } from './printed-pages.ts'
import type { GreyPicture } from './read-codes.ts'
import { likeness } from './seen.ts'

const maxChars = 20_000
// Letters on a plain ground have 1, on a light pattern 0.9; letters half covered have 0.77 at the most.
const leastLikeness = 0.8

interface Glyph {
  readonly index: number
  readonly char: string
  readonly object: Pointer
  /** The ink, and the room a letter of the typeface takes. */
  readonly box: Rectangle | undefined
  readonly room: Rectangle | undefined
}

function glyphAt(pdfium: Pdfium, text: Pointer, index: number): Glyph {
  const code = pdfium._FPDFText_GetUnicode(text, index)
  const ink = numbersFrom(pdfium, { size: 8, count: 4 }, ([left, right, bottom, top]) =>
    pdfium._FPDFText_GetCharBox(text, index, left ?? 0, right ?? 0, bottom ?? 0, top ?? 0),
  )
  const room = numbersFrom(pdfium, { size: 4, count: 4 }, ([rectangle]) =>
    pdfium._FPDFText_GetLooseCharBox(text, index, rectangle ?? 0),
  )
  const [left = 0, right = 0, bottom = 0, top = 0] = ink ?? []
  const [looseLeft = 0, looseTop = 0, looseRight = 0, looseBottom = 0] = room ?? []
  return {
    index,
    char: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD',
    object: pdfium._FPDFText_GetTextObject(text, index),
    box: ink && { left, right, bottom, top },
    room: room && { left: looseLeft, top: looseTop, right: looseRight, bottom: looseBottom },
  }
}

/** Runs of glyphs between line ends. */
function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [[]]
  for (const glyph of glyphs)
    if (glyph.char === '\n' || glyph.char === '\r') lines.push([])
    else lines.at(-1)?.push(glyph)
  return lines.filter((line) => line.some(({ char }) => char.trim() !== ''))
}

function around(boxes: readonly Rectangle[]): Rectangle {
  const of = (name: keyof Rectangle, pick: (...numbers: number[]) => number) =>
    boxes.length === 0 ? 0 : pick(...boxes.map((box) => box[name]))
  return {
    left: of('left', Math.min),
    bottom: of('bottom', Math.min),
    right: of('right', Math.max),
    top: of('top', Math.max),
  }
}

function colourAt(pdfium: Pdfium, text: Pointer, index: number): string {
  return withMemory(pdfium, 16, (at) => {
    if (!pdfium._FPDFText_GetFillColor(text, index, at, at + 4, at + 8, at + 12)) return '#000000'
    const part = (offset: number) => (pdfium.HEAPU8[at + offset] ?? 0).toString(16).padStart(2, '0')
    return `#${part(0)}${part(4)}${part(8)}`
  })
}

const counts = (glyph: Glyph) => /[\p{L}\p{N}]/u.test(glyph.char)

const middleOf = ({ left, right, bottom, top }: Rectangle) =>
  [(left + right) / 2, (bottom + top) / 2] as const

/** Places of letters by squares of the page, so that only neighbours are compared. */
class Neighbours {
  private readonly squares = new Map<string, Glyph[]>()
  private readonly size = 12
  private readonly most = 20

  /** Those in the nine squares around a place. */
  around(x: number, y: number): readonly Glyph[] {
    const [column, row] = [Math.floor(x / this.size), Math.floor(y / this.size)]
    return Array.from({ length: 9 }, (_, at) =>
      this.squares.get(`${column - 1 + (at % 3)} ${row - 1 + Math.floor(at / 3)}`),
    ).flatMap((found) => found ?? [])
  }

  add(x: number, y: number, glyph: Glyph): void {
    const square = `${Math.floor(x / this.size)} ${Math.floor(y / this.size)}`
    this.squares.set(square, [...(this.squares.get(square) ?? []).slice(-this.most), glyph])
  }
}

const isWithin = (x: number, y: number, { left, right, bottom, top }: Rectangle) =>
  x > left && x < right && y > bottom && y < top

/** Glyphs that have another one of other text upon them: which of the two is seen cannot be told. */
function crowded(glyphs: readonly Glyph[]): ReadonlySet<Glyph> {
  const found = new Set<Glyph>()
  const neighbours = new Neighbours()
  for (const glyph of glyphs.filter(counts)) {
    if (!glyph.box) continue
    const [x, y] = middleOf(glyph.box)
    const isUnder = ({ object, char, box }: Glyph) =>
      object !== glyph.object && char !== glyph.char && box !== undefined && isWithin(x, y, box)
    for (const other of neighbours.around(x, y).filter(isUnder)) found.add(other).add(glyph)
    neighbours.add(x, y, glyph)
  }
  return found
}

/**
 * The lines of one page, in the order in which they are drawn.
 *
 * @param shown the page as readers show it. The page cannot be used for anything else afterwards.
 */
export function readLines(
  pdfium: Pdfium,
  page: Pointer,
  { index, shown, dotsPerInch }: { index: number; shown: GreyPicture; dotsPerInch: number },
): PrintedLine[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return []
  const count = Math.min(pdfium._FPDFText_CountChars(text), maxChars)
  const glyphs = Array.from({ length: count }, (_, at) => glyphAt(pdfium, text, at))
  const lines = linesOf(glyphs).map((line) => ({
    line,
    colour: colourAt(pdfium, text, line.find(counts)?.index ?? line[0]?.index ?? 0),
  }))
  pdfium._FPDFText_ClosePage(text)
  const inPicture = toPicture(pdfium, page, shown)
  keepOnlyText(pdfium, page)
  const letters = renderPage(pdfium, page, dotsPerInch, 'without-notes')
  const upon = crowded(glyphs)
  const isHidden = (glyph: Glyph) =>
    counts(glyph) &&
    (upon.has(glyph) ||
      !letters ||
      (glyph.box !== undefined &&
        (likeness(letters, shown, inPicture(glyph.box)) ?? 1) < leastLikeness))
  return lines.map(({ line, colour }) => ({
    page: index,
    text: line
      .map(({ char }) => char)
      .join('')
      .normalize('NFC')
      .trim(),
    box: around(line.flatMap(({ char, room }) => (room && char.trim() !== '' ? [room] : []))),
    isCovered: line.some(isHidden),
    colour,
  }))
}
