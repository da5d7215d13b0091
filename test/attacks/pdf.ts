import { type PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib'
import { drawCertificate } from '../../src/documents/certificate.ts'
import type { CertificateInput } from '../../src/documents/certificate-drawing.ts'
import { emblem } from '../documents/samples.ts'
import type { ForeignWorld } from '../support/foreign-world.ts'
import type { Attack, Family } from './attack.ts'
import { badge } from './base-documents.ts'
import { contentOf, replaceContent } from './pdf-content.ts'
import { type Change, differs, edits, touched } from './pdf-edits.ts'

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

async function edited(pdf: Uint8Array, change: Change): Promise<Uint8Array> {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  const page = doc.getPage(0)
  await change(page, doc)
  return doc.save()
}

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
    attacks: [
      ...edits.map(
        ([what, change, because = touched]): Attack => ({
          name: `when its page ${what}`,
          because,
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
    attacks: [],
  },
]
