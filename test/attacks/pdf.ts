import {
  degrees,
  type PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  type PDFRawStream,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib'
import { drawCertificate } from '../../src/documents/certificate.ts'
import type { CertificateInput } from '../../src/documents/certificate-drawing.ts'
import { emblem } from '../documents/samples.ts'
import type { ForeignWorld } from '../support/foreign-world.ts'
import type { Attack, Family } from './attack.ts'
import { badge } from './base-documents.ts'
import { contentOf, replaceContent } from './pdf-content.ts'

type Members = Readonly<Record<string, unknown>>

const id = 'https://school.example/c/9mJ0pQ2rT5vX8yZ1bC3dE4'
const signedName = 'Kosto Pellt'

function awarded(to: string): Members {
  const document = badge({ id })
  const subject = document.credentialSubject as { identifier: readonly Members[] }
  const identifier = subject.identifier.map((each) => ({ ...each, identityHash: to }))
  return { ...document, credentialSubject: { ...subject, identifier } }
}

/** The page of one credential with another attached, which is published as its id says. */
async function certificate(world: ForeignWorld, printed = signedName): Promise<Uint8Array> {
  const signed = await world.sign(awarded(signedName))
  const page = printed === signedName ? signed : await world.sign(awarded(printed))
  world.publish(id, signed)
  return drawCertificate({
    credential: page as unknown as CertificateInput['credential'],
    json: JSON.stringify(signed),
    language: 'en',
    emblem,
    illustrative: false,
    url: id,
  })
}

type Change = (page: PDFPage, doc: PDFDocument) => Promise<void> | void

async function edited(pdf: Uint8Array, change: Change): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  const page = doc.getPage(0)
  await change(page, doc)
  return doc.save()
}

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

const differs = ['printed-differs'] as const
const touched = ['printed-covered'] as const

const named: readonly (readonly [string, Change, Attack['because']?])[] = [
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

/** Which letters a font draws and which it gives out: another name is seen than is read. */
const swaps: Readonly<Record<string, string>> = {
  M: 'K',
  a: 'o',
  r: 's',
  i: 't',
  R: 'P',
  o: 'e',
  s: 'l',
}

const hexOf = (letter: string) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')

/** The page of Maria Rossi whose name is in a font of its own, which says that it reads Kosto Pellt. */
const feigned: Change = (page, doc) => {
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font')) as PDFDict
  const font = (fonts.lookup(PDFName.of('F1')) as PDFDict).clone(doc.context)
  const map = contentOf(font.lookup(PDFName.of('ToUnicode')) as PDFRawStream)
  const told = map.replace(/<([0-9a-f]{4})>(?=\s*(?:\n|$))/gi, (whole, code: string) => {
    const other = swaps[String.fromCodePoint(Number.parseInt(code, 16))]
    return other === undefined ? whole : `<${hexOf(other)}>`
  })
  font.set(PDFName.of('ToUnicode'), doc.context.register(doc.context.flateStream(told)))
  fonts.set(PDFName.of('F9'), doc.context.register(font))
  replaceContent(page, doc, (content) => content.replace(/BT \/F1 4/, 'BT /F9 4'))
}

export const pdfFamilies: readonly Family[] = [
  {
    of: 'a certificate of our layout by another service',
    honest: (world) => certificate(world),
    withoutReference: 'it reads no PDF',
    attacks: [
      ...named.map(
        ([what, change]): Attack => ({
          name: `when its page ${what}`,
          because: [],
          unsaid: ['Maria'],
          attacked: async (world) => edited(await certificate(world), change),
        }),
      ),
      {
        name: 'when its page is that of somebody else',
        because: differs,
        attacked: (world) => certificate(world, 'Maria Rossi'),
      },
      {
        name: 'when its page draws another name than it gives out',
        because: touched,
        unsaid: ['Maria'],
        attacked: async (world) => edited(await certificate(world, 'Maria Rossi'), feigned),
      },
    ],
  },
  {
    of: 'a certificate of our layout that somebody saved again',
    honest: async (world) => edited(await certificate(world), () => undefined),
    withoutReference: 'it reads no PDF',
    attacks: [],
  },
]
