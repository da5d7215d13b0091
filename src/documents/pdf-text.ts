import { setAgain } from './letters-again.ts'
import { type Glyph, glyphsOf, linesOf } from './pdf-glyphs.ts'
import { keepOnlyText, renderPage, toPicture } from './pdf-picture.ts'
import type { Pdfium, Pointer } from './pdfium.ts'
import type { PrintedLine, Rectangle } from './printed-pages.ts'
import type { GreyPicture } from './read-codes.ts'
import { likeness } from './seen.ts'
import { strayInk } from './stray-ink.ts'

// Letters on a plain ground have 1, on a light pattern 0.9; letters half covered have 0.77 at the most.
const leastSeen = 0.8
// Letters of ours set again have 0.96 at the least; the letters of one typeface that are most alike 0.91 at the most.
const leastSame = 0.93

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

/** A page while it is read. */
export interface OpenPage {
  readonly document: Pointer
  readonly page: Pointer
  readonly index: number
  /** As readers show it, and how finely. */
  readonly shown: GreyPicture
  readonly dotsPerInch: number
}

/** What a page prints and what else one sees on it. */
export interface PageText {
  readonly lines: readonly PrintedLine[]
  readonly ink: readonly Rectangle[]
}

function loadGlyphs(pdfium: Pdfium, page: Pointer): readonly Glyph[] {
  const text = pdfium._FPDFText_LoadPage(page)
  if (text === 0) return []
  const glyphs = glyphsOf(pdfium, text)
  pdfium._FPDFText_ClosePage(text)
  return glyphs
}

/** Compares what is shown with the letters as they are in the file, and with ours. */
function compare(pdfium: Pdfium, open: OpenPage, glyphs: readonly Glyph[]) {
  const { page, shown, dotsPerInch } = open
  const inPicture = toPicture(pdfium, page, shown)
  keepOnlyText(pdfium, page)
  const letters = renderPage(pdfium, page, dotsPerInch, 'without-notes')
  setAgain(pdfium, open, glyphs)
  const ours = renderPage(pdfium, page, dotsPerInch, 'without-notes')
  const upon = crowded(glyphs)
  const isLike = (picture: GreyPicture | undefined, { box }: Glyph, least: number) =>
    picture !== undefined && (!box || likeness(picture, shown, inPicture(box)) >= least)
  return {
    isSeen: (glyph: Glyph) => !upon.has(glyph) && isLike(letters, glyph, leastSeen),
    isOurs: (glyph: Glyph) => isLike(ours, glyph, leastSame),
    ink: ours ? strayInk(shown, ours, pdfium._FPDF_GetPageWidthF(page) / shown.width) : [],
  }
}

/**
 * The lines of one page, in the order in which they are drawn, and what it shows besides.
 *
 * The page cannot be used for anything else afterwards.
 */
export function readText(pdfium: Pdfium, open: OpenPage): PageText {
  const glyphs = loadGlyphs(pdfium, open.page)
  const { isSeen, isOurs, ink } = compare(pdfium, open, glyphs)
  const lines = linesOf(glyphs).map((line) => ({
    page: open.index,
    text: line
      .map(({ char }) => char)
      .join('')
      .normalize('NFC')
      .trim(),
    box: around(line.flatMap(({ char, room }) => (room && char.trim() !== '' ? [room] : []))),
    isCovered: !line.filter(counts).every(isSeen),
    isInOurType: line.filter(counts).every(isOurs),
  }))
  return { lines, ink }
}
