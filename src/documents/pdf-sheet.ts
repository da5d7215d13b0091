import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib'
import { channels } from './colours.ts'
import type { Shape } from './emblem.ts'
import type { FaceName } from './fonts.ts'
import { type Face, layoutOf } from './fonts.ts'
import type { Box } from './ornament.ts'
import type { Picture } from './picture.ts'
import { decimal, type Point, pdfPath } from './vector-path.ts'

type PdfLib = typeof import('pdf-lib')

/** The typefaces in one document; each is embedded as a subset once something is set in it. */
export type EmbeddedFaces = Readonly<Record<FaceName, PDFFont>>

const resourceNames: Readonly<Record<FaceName, string>> = {
  display: 'F1',
  italic: 'F2',
  sans: 'F3',
  georgian: 'F4',
  armenian: 'F5',
  ethiopic: 'F6',
}

/** A line of text with its baseline starting at a point. */
export interface TextRun {
  readonly face: Face
  readonly text: string
  readonly size: number
  readonly tracking: number
  readonly at: Point
  readonly colour: string
}

/**
 * What one page shows, written as content operators (ISO 32000-1 §7.8.2) with points from the top left corner. Every
 * piece must be drawn inside `marked`: PDF/UA-1 §7.1 wants all content tagged or marked as an artifact.
 */
export class Sheet {
  readonly #lib: PdfLib
  readonly #page: PDFPage
  readonly #fonts: EmbeddedFaces
  readonly #height: number
  /** Operators in order, and between them drawings that many files share, packed already. */
  readonly #content: (string | Uint8Array)[] = []
  #pictures = 0

  constructor(lib: PdfLib, page: PDFPage, fonts: EmbeddedFaces) {
    this.#lib = lib
    this.#page = page
    this.#fonts = fonts
    this.#height = page.getHeight()
  }

  /** Opens a marked sequence: a property list with its MCID, or an artifact without one. */
  marked(tag: string, mcid: number | undefined, draw: () => void): void {
    this.#content.push(mcid === undefined ? `/${tag} BMC` : `/${tag} <</MCID ${mcid}>> BDC`)
    draw()
    this.#content.push('EMC')
  }

  shapes(shapes: readonly Shape[]): void {
    this.#content.push(operatorsFor(shapes, this.#height))
  }

  /** Draws shapes that come again in other files, as the very same array: they are packed once per process. */
  sharedShapes(shapes: readonly Shape[], doc: PDFDocument): void {
    const known = packed.get(shapes)
    const bytes = known ?? doc.context.flateStream(operatorsFor(shapes, this.#height)).getContents()
    packed.set(shapes, bytes)
    this.#content.push(bytes)
  }

  /** A picture that fills a box. */
  picture(picture: Picture, { x, y, width, height }: Box, doc: PDFDocument): void {
    const stream = doc.context.stream(picture.deflated, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      ColorSpace: 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'FlateDecode',
    })
    const name = `P${++this.#pictures}`
    this.#page.node.setXObject(this.#lib.PDFName.of(name), doc.context.register(stream))
    const [a, d] = [decimal(width), decimal(height)]
    const [e, f] = [decimal(x), decimal(this.#height - y - height)]
    this.#content.push(`q ${a} 0 0 ${d} ${e} ${f} cm /${name} Do Q`)
  }

  text(run: TextRun): void {
    const font = this.#fonts[run.face.name]
    const name = resourceNames[run.face.name]
    this.#page.node.setFontDictionary(this.#lib.PDFName.of(name), font.ref)
    const [x, y] = run.at
    this.#content.push(
      `BT /${name} ${decimal(run.size)} Tf ${colourOf(run.colour)} rg`,
      `${decimal((run.tracking * run.size) / 1000)} Tc`,
      `1 0 0 1 ${decimal(x)} ${decimal(this.#height - y)} Tm`,
      ...glyphRuns(run, font.encodeText(run.text).asString()),
      'ET',
    )
  }

  /** Puts what was drawn on the page, as one or several streams that are read as one. */
  finish(doc: PDFDocument): void {
    const { context } = doc
    let pending: string[] = []
    const flush = () => {
      if (pending.length > 0) {
        this.#page.node.addContentStream(context.register(context.flateStream(pending.join('\n'))))
      }
      pending = []
    }
    for (const piece of this.#content) {
      if (typeof piece === 'string') {
        pending.push(piece)
        continue
      }
      flush()
      const stream = context.stream(piece, { Filter: 'FlateDecode' })
      this.#page.node.addContentStream(context.register(stream))
    }
    flush()
  }
}

const packed = new WeakMap<readonly Shape[], Uint8Array>()

function operatorsFor(shapes: readonly Shape[], height: number): string {
  const painted = shapes.map((shape) =>
    'fill' in shape
      ? `${colourOf(shape.fill)} rg\n${pdfPath(shape.path)}\nf`
      : `${colourOf(shape.stroke)} RG ${decimal(shape.width)} w\n${pdfPath(shape.path)}\nS`,
  )
  // The page counts from the bottom, our drawings from the top.
  return ['q', `1 0 0 -1 0 ${decimal(height)} cm`, ...painted, 'Q'].join('\n')
}

function colourOf(colour: string): string {
  return channels(colour)
    .map((channel) => channel.toFixed(3))
    .join(' ')
}

/**
 * The glyphs with the kerning and the accent positions of the typeface, which the PDF library leaves out. `codes` has
 * four hexadecimal digits for each glyph of the layout.
 */
function glyphRuns({ face, text, size }: TextRun, codes: string): string[] {
  const { glyphs, positions } = layoutOf(face, text)
  const thousandths = 1000 / face.font.unitsPerEm
  const lines: string[] = []
  let array = ''
  let rise = 0
  const flush = () => {
    if (array !== '') lines.push(`[${array}] TJ`)
    array = ''
  }
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = glyph.advanceWidth, xOffset = 0, yOffset = 0 } = positions?.[index] ?? {}
    if (yOffset !== rise) {
      flush()
      rise = yOffset
      lines.push(`${decimal((rise * size) / face.font.unitsPerEm)} Ts`)
    }
    if (xOffset !== 0) array += decimal(-xOffset * thousandths)
    array += `<${codes.slice(index * 4, index * 4 + 4)}>`
    const excess = (xOffset + glyph.advanceWidth - xAdvance) * thousandths
    if (excess !== 0) array += decimal(excess)
  }
  flush()
  return rise === 0 ? lines : [...lines, '0 Ts']
}
