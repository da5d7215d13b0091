import {
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFString,
  PDFDocument as Pdf,
  rgb,
  StandardFonts,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib'
import type { Reason } from '../../src/checking/report.ts'
import type { ForeignWorld } from '../support/foreign-world.ts'
import type { Attack, Family } from './attack.ts'
import { badge } from './base-documents.ts'

type Members = Readonly<Record<string, unknown>>

const title = 'Cataloguing for everybody'
const name = 'Maria Papas'

function named(over: Members = {}): Members {
  const document = badge(over)
  const subject = document.credentialSubject as { identifier: readonly Members[] }
  const identifier = subject.identifier.map((each) => ({ ...each, identityHash: name }))
  return { ...document, credentialSubject: { ...subject, identifier } }
}

type Draw = (page: PDFPage) => void

interface Sheet {
  readonly draw: Draw
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly finish?: (doc: PDFDocument) => void
}

async function sheet({ draw, files, finish }: Sheet): Promise<Uint8Array> {
  const doc = await Pdf.create()
  const page = doc.addPage([595, 842])
  page.setFont(await doc.embedFont(StandardFonts.Helvetica))
  draw(page)
  for (const [file, data] of Object.entries(files))
    await doc.attach(Buffer.from(data), file, { mimeType: 'application/json' })
  finish?.(doc)
  return doc.save()
}

const print =
  (who: string, what: string): Draw =>
  (page) => {
    page.drawText(who, { x: 100, y: 600, size: 30 })
    page.drawText(what, { x: 100, y: 500, size: 20 })
  }
const honest = print(name, title)

/** The page says another name; the signed one stands on it so that nobody sees it. */
const hiding =
  (hide: (page: PDFPage) => void): Draw =>
  (page) => {
    print('John Doe', title)(page)
    hide(page)
  }

const pages: readonly (readonly [string, Draw, Reason?])[] = [
  ['prints another name', print('John Doe', title)],
  ['prints another title', print(name, 'Brain surgery')],
  ['prints nothing', () => undefined],
  ['prints the name within another', print('Anna-Maria Papasova', title)],
  [
    'prints the name letter by letter over the page',
    (page) => {
      print('John Doe', title)(page)
      for (const [at, letter] of [...name].entries())
        page.drawText(letter, { x: 20, y: 800 - at * 70, size: 8 })
    },
  ],
  [
    'has the name without ink',
    hiding((page) => {
      page.pushOperators(setTextRenderingMode(TextRenderingMode.Invisible))
      page.drawText(name, { x: 100, y: 60 })
    }),
    'printed-covered',
  ],
  [
    'has the name under a patch',
    hiding((page) => {
      page.drawText(name, { x: 100, y: 60, size: 20 })
      page.drawRectangle({ x: 90, y: 50, width: 300, height: 50, color: rgb(1, 1, 1) })
    }),
    'printed-covered',
  ],
  [
    'has a note over the name',
    (page) => {
      honest(page)
      const { context } = page.doc
      const note = context.obj({
        Type: 'Annot',
        Subtype: 'FreeText',
        Rect: [90, 590, 500, 640],
        Contents: PDFString.of('John Doe'),
        DA: PDFString.of('/Helv 30 Tf 0 g'),
      })
      page.node.set(PDFName.of('Annots'), context.obj([context.register(note)]))
    },
    'printed-covered',
  ],
]

const unreadable = { refused: 'input-unreadable' } as const
const notFound = { refused: 'no-credential-found' } as const

const attachments: readonly (readonly [
  string,
  (text: string) => Sheet['files'],
  Attack['because'],
])[] = [
  ['two credentials', (text) => ({ 'a.json': text, 'b.json': `${text} ` }), unreadable],
  [
    'a forged credential',
    (text) => ({ 'credential.json': text.replace('Certificate in', 'Doctor of') }),
    ['signature-broken'],
  ],
  ['no credential', () => ({}), notFound],
  ['a credential that is no JSON', () => ({ 'credential.json': 'x' }), notFound],
  [
    'a credential with a key twice',
    (text) => ({ 'credential.json': text.replace('{', '{"name":"x",') }),
    { refused: 'not-strict-json' },
  ],
  [
    'a credential that is no UTF-8',
    () => ({ 'credential.json': Buffer.from('{"\xff":1}', 'latin1') }),
    unreadable,
  ],
  [
    'a credential of 2 MB of blanks',
    (text) => ({ 'credential.json': text + ' '.repeat(2_000_000) }),
    unreadable,
  ],
]

const signedText = async (world: ForeignWorld) => JSON.stringify(await world.sign(named()))

export const certificateFamilies: readonly Family[] = [
  {
    of: 'a certificate of another school as a PDF',
    honest: async (world) =>
      sheet({ draw: honest, files: { 'credential.json': await signedText(world) } }),
    withoutReference: 'it reads no PDF',
    attacks: [
      ...pages.map(([what, draw, because = 'printed-unreadable' as const]) => ({
        name: `when its page ${what}`,
        because: [because],
        attacked: async (world: ForeignWorld) =>
          sheet({ draw, files: { 'credential.json': await signedText(world) } }),
      })),
      ...attachments.map(([what, files, because]) => ({
        name: `when it carries ${what}`,
        because,
        unsaid: ['Doctor'],
        attacked: async (world: ForeignWorld) =>
          sheet({ draw: honest, files: files(await signedText(world)) }),
      })),
    ],
  },
  {
    of: 'a PDF with a script and a file to launch, which nobody runs',
    honest: async (world) =>
      sheet({
        draw: honest,
        files: { 'credential.json': await signedText(world) },
        finish: (doc) => {
          const script = doc.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
          doc.catalog.set(PDFName.of('OpenAction'), doc.context.register(script))
        },
      }),
    withoutReference: 'it reads no PDF',
    attacks: [],
  },
]
