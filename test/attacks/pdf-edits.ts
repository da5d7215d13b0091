import {
  degrees,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib'
import type { Attack } from './attack.ts'
import { replaceContent } from './pdf-content.ts'

type Members = Readonly<Record<string, unknown>>

/** Something that is done to the first page of a certificate. */
export type Change = (page: PDFPage, doc: PDFDocument) => Promise<void> | void

/** Where the name stands, in points from the lower left corner. */
const place = { x: 230, y: 310, width: 380, height: 62 }
const white = rgb(1, 1, 1)

async function writeOver(page: PDFPage, doc: PDFDocument): Promise<void> {
  const font = await doc.embedFont(StandardFonts.TimesRoman)
  page.drawText('Maria Rossi', { x: 320, y: 330, size: 44, font })
}

/** A picture of words, as letters made of little squares would be: opaque, and no text in it. */
const pixels = (rows: readonly string[]) =>
  rows.flatMap((row, down) =>
    [...row].flatMap((cell, across) => (cell === '#' ? [[across, down]] : [])),
  )
const drawSquares = (page: PDFPage, x: number, y: number, size: number) => {
  for (const [across = 0, down = 0] of pixels(['# # #', '# # #', '#####', '# # #', '# # #']))
    page.drawRectangle({ x: x + across * size, y: y - down * size, width: size, height: size })
}

const blackPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

function addNote(page: PDFPage, doc: PDFDocument, entries: Members): void {
  const rectangle = [place.x, place.y, place.x + place.width, place.y + place.height]
  const look = doc.context.stream('1 1 1 rg 0 0 380 62 re f 0 g 40 10 300 20 re f', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 380, 62],
  })
  const note = doc.context.obj({
    Type: 'Annot',
    Rect: rectangle,
    F: 4,
    AP: { N: doc.context.register(look) },
    ...entries,
  })
  page.node.addAnnot(doc.context.register(note))
}

const note =
  (entries: Members): Change =>
  (page, doc) =>
    addNote(page, doc, entries)

/** A layer that is off where pages are read by machine, as ISO 32000-1 §8.11 lets it be, and on in print. */
const layered =
  (state: 'ON' | 'OFF'): Change =>
  (page, doc) => {
    const { context } = doc
    const group = context.register(
      context.obj({ Type: 'OCG', Name: PDFString.of('x'), Usage: { Print: { PrintState: 'ON' } } }),
    )
    const layers = { OCGs: [group], D: { [state]: [group], Order: [group] } }
    doc.catalog.set(PDFName.of('OCProperties'), context.obj(layers))
    page.node.Resources()?.set(PDFName.of('Properties'), context.obj({ MC0: group }))
    const { x, y, width, height } = place
    const patch = `/OC /MC0 BDC 1 1 1 rg ${x} ${y} ${width} ${height} re f EMC`
    page.node.addContentStream(context.register(context.flateStream(patch)))
  }

export const differs = ['printed-differs'] as const
export const touched = ['printed-covered'] as const

/** Ways to make a page say something else than what is signed, and what is told of them. */
export const edits: readonly (readonly [string, Change, Attack['because']?])[] = [
  [
    'has a white box over the name and another name on it',
    async (page, doc) => {
      page.drawRectangle({ ...place, color: white })
      await writeOver(page, doc)
    },
    differs,
  ],
  ['has a name written over the name', writeOver, differs],
  [
    'has a picture of a name over the name',
    async (page, doc) => {
      page.drawRectangle({ ...place, color: white })
      page.drawImage(await doc.embedPng(blackPng), { ...place, height: 30 })
    },
  ],
  [
    'has a drawing of a name over the name',
    (page) => {
      page.drawRectangle({ ...place, color: white })
      drawSquares(page, 330, 360, 8)
    },
  ],
  [
    'has a half transparent box over the name',
    (page) => page.drawRectangle({ ...place, color: white, opacity: 0.9 }),
  ],
  [
    'has one letter of the name painted over',
    (page) => page.drawRectangle({ ...place, width: 110, color: white }),
  ],
  ['has a drawing where nothing stood', (page) => drawSquares(page, 330, 420, 4)],
  [
    'has words in the colour of paper nearly',
    async (page, doc) => {
      const font = await doc.embedFont(StandardFonts.TimesRoman)
      page.drawText('with honours', {
        x: 600,
        y: 300,
        size: 20,
        font,
        color: rgb(0.85, 0.85, 0.85),
      })
    },
  ],
  [
    'has a note over the name',
    note({
      Subtype: 'FreeText',
      Contents: PDFString.of('Maria Rossi'),
      DA: PDFString.of('/Helv 30 Tf 0 g'),
    }),
  ],
  ['has a stamp over the name', note({ Subtype: 'Stamp' })],
  [
    'has a field over the name',
    (page, doc) => {
      const field = doc.getForm().createTextField('name')
      field.setText('Maria Rossi')
      field.addToPage(page, place)
    },
  ],
  ['has a layer over the name', layered('ON')],
  ['has a layer over the name that is off', layered('OFF')],
  ['has another page', (_, doc) => void doc.addPage()],
  ['is turned upside down', (page) => page.setRotation(degrees(180))],
  ['is cut so that the name is outside', (page) => page.setCropBox(0, 0, 842, 300)],
  [
    'has its text without ink',
    (page, doc) => replaceContent(page, doc, (content) => `3 Tr\n${content}`),
  ],
  [
    'has its name cut away',
    (page, doc) =>
      replaceContent(page, doc, (content) =>
        content.replace(/BT (\/F1 4\d[\s\S]*?)ET/, 'q 0 0 1 1 re W n BT $1ET Q'),
      ),
  ],
  [
    'has its name in white',
    (page, doc) =>
      replaceContent(page, doc, (content) =>
        content.replace(/(BT \/F1 4\d[\d.]* Tf )[\d. ]+ rg/, (_, start) => `${start}1 1 1 rg`),
      ),
  ],
  [
    'has its name tiny and another drawn',
    (page, doc) => {
      replaceContent(page, doc, (content) => content.replace(/BT \/F1 4\d[\d.]* Tf/, 'BT /F1 1 Tf'))
      drawSquares(page, 330, 360, 8)
    },
  ],
]
