import type { PDFDocument, PDFPage, PDFRef } from 'pdf-lib'
import type { Box } from './ornament.ts'
import type { Sheet } from './pdf-sheet.ts'

type PdfLib = typeof import('pdf-lib')
type Content = number | { Type: string; Obj: PDFRef; Pg: PDFRef }

export interface TagAttributes {
  /** What a screen reader says instead of the content. */
  readonly alternative?: string
  /** BCP 47 tag, where it differs from the language of the document. */
  readonly language?: string | undefined
  /** Where a figure is, in points from the top left corner (PDF/UA-1 §7.3 wants a bounding box). */
  readonly box?: Box
}

/**
 * The structure tree of a one-page document (ISO 32000-1 §14.7): what a screen reader walks, in the order in which
 * things were drawn.
 */
export class Tags {
  readonly #lib: PdfLib
  readonly #doc: PDFDocument
  readonly #page: PDFPage
  readonly #sheet: Sheet
  readonly #root: PDFRef
  readonly #document: PDFRef
  readonly #kids: PDFRef[] = []
  /** Elements of marked content, in the order of their MCID. */
  readonly #marked: PDFRef[] = []
  /** Elements of annotations, in the order of their StructParent. */
  readonly #annotated: PDFRef[] = []

  constructor(lib: PdfLib, doc: PDFDocument, page: PDFPage, sheet: Sheet) {
    this.#lib = lib
    this.#doc = doc
    this.#page = page
    this.#sheet = sheet
    this.#root = doc.context.nextRef()
    this.#document = doc.context.nextRef()
  }

  /** Draws something that has a meaning, as one structure element: `H1`, `P`, `Figure`. */
  tag(name: string, attributes: TagAttributes, draw: () => void): void {
    const mcid = this.#marked.length
    const element = this.#element(name, [mcid], attributes)
    this.#kids.push(element)
    this.#marked.push(element)
    this.#sheet.marked(name, mcid, draw)
  }

  /** Draws something that is there for the eye only. */
  artifact(draw: () => void): void {
    this.#sheet.marked('Artifact', undefined, draw)
  }

  /** Draws a link and makes its box lead to `url`. */
  link(url: string, contents: string, box: Box, draw: () => void): void {
    const { context } = this.#doc
    const mcid = this.#marked.length
    const annotation = context.register(
      context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: this.#corners(box),
        Border: [0, 0, 0],
        F: 4, // printed too: PDF/A-3 §6.3.2
        StructParent: 1 + this.#annotated.length,
        Contents: this.#lib.PDFHexString.fromText(contents),
        A: { Type: 'Action', S: 'URI', URI: this.#lib.PDFString.of(url) },
      }),
    )
    this.#page.node.addAnnot(annotation)
    const object = { Type: 'OBJR', Obj: annotation, Pg: this.#page.ref }
    const element = this.#element('Link', [mcid, object], { alternative: contents })
    this.#kids.push(element)
    this.#marked.push(element)
    this.#annotated.push(element)
    this.#sheet.marked('Link', mcid, draw)
  }

  /** A field that shows nothing of its own; gives back its StructParent. */
  field(annotation: PDFRef, alternative: string): number {
    const object = { Type: 'OBJR', Obj: annotation, Pg: this.#page.ref }
    const element = this.#element('Form', [object], { alternative })
    this.#kids.push(element)
    this.#annotated.push(element)
    return this.#annotated.length
  }

  /** Writes the tree into the document; call once, after everything is drawn. */
  finish(): void {
    const { context, catalog } = this.#doc
    const { PDFName, PDFNumber } = this.#lib
    context.assign(
      this.#document,
      context.obj({ Type: 'StructElem', S: 'Document', P: this.#root, K: this.#kids }),
    )
    const parents: (number | PDFRef | PDFRef[])[] = [0, this.#marked]
    for (const [index, link] of this.#annotated.entries()) parents.push(1 + index, link)
    const ParentTree = { Nums: parents }
    const ParentTreeNextKey = 1 + this.#annotated.length
    context.assign(
      this.#root,
      context.obj({ Type: 'StructTreeRoot', K: [this.#document], ParentTree, ParentTreeNextKey }),
    )
    catalog.set(PDFName.of('StructTreeRoot'), this.#root)
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
    this.#page.node.set(PDFName.of('StructParents'), PDFNumber.of(0))
    this.#page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  }

  #element(name: string, content: Content[], attributes: TagAttributes): PDFRef {
    const { PDFHexString, PDFString } = this.#lib
    const { alternative, language, box } = attributes
    const layout = box && { O: 'Layout', BBox: this.#corners(box), Placement: 'Block' }
    return this.#doc.context.register(
      this.#doc.context.obj({
        Type: 'StructElem',
        S: name,
        P: this.#document,
        Pg: this.#page.ref,
        K: content,
        ...(alternative === undefined ? {} : { Alt: PDFHexString.fromText(alternative) }),
        ...(language === undefined ? {} : { Lang: PDFString.of(language) }),
        ...(layout ? { A: layout } : {}),
      }),
    )
  }

  #corners({ x, y, width, height }: Box): number[] {
    const bottom = this.#page.getHeight() - y - height
    return [x, bottom, x + width, bottom + height]
  }
}
