import { createHash } from 'node:crypto'
import type { PDFDocument } from 'pdf-lib'

type PdfLib = typeof import('pdf-lib')

/** What a PDF says about itself. */
export interface PdfMetadata {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** BCP 47 tag of the document. */
  readonly language: string
  readonly date: Date
  /** Bytes of what is attached; they also decide the file's identifier. */
  readonly carried: Uint8Array
  /** `credential.json`, unless it is a receipt. */
  readonly isReceipt?: boolean
  /** What the attachment is, for the list of attachments. */
  readonly attachment: string
  /** What the issuer says of the page beside the credential: a compact JWS. */
  readonly page?: { readonly token: string; readonly description: string }
}

// PDF/UA-1 §5: the identifier of the standard. PDF/A-3 §6.6.2.3.3 wants its schema described in the same packet.
const accessibility = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`
const accessibilitySchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`

/** Name of the attachment that carries the signed credential. */
export const attachmentName = 'credential.json'

/** Name of the attachment of a receipt: a compact JWS. */
export const receiptName = 'receipt.jwt'

/** Name of the attachment that carries what a page prints beside the credential: a compact JWS. */
export const pageTokenName = 'page.jwt'

/**
 * Makes a finished document PDF/A-3u and PDF/UA-1: language, title, dates, colour profile, metadata packet, and what
 * is carried as the source of the page (AFRelationship Source). Nothing in it depends on the clock or on chance.
 */
export async function describePdf(
  lib: PdfLib,
  doc: PDFDocument,
  about: PdfMetadata,
): Promise<void> {
  const { date, carried, isReceipt = false } = about
  doc.setTitle(about.title, { showInWindowTitleBar: true })
  doc.setAuthor(about.author)
  doc.setSubject(about.subject)
  doc.setLanguage(about.language)
  doc.setCreator('Colophon')
  doc.setProducer('Colophon')
  doc.setCreationDate(date)
  doc.setModificationDate(date)
  await doc.attach(carried, isReceipt ? receiptName : attachmentName, {
    mimeType: isReceipt ? 'application/jwt' : 'application/vc',
    description: about.attachment,
    afRelationship: lib.AFRelationship.Source,
    creationDate: date,
    modificationDate: date,
  })
  if (about.page)
    await doc.attach(new TextEncoder().encode(about.page.token), pageTokenName, {
      mimeType: 'application/jwt',
      description: about.page.description,
      afRelationship: lib.AFRelationship.Supplement,
      creationDate: date,
      modificationDate: date,
    })
  const digest = createHash('sha256')
    .update(about.title)
    .update(carried)
    .update(about.page?.token ?? '')
    .digest('hex')
  const identifier = lib.PDFHexString.of(digest.slice(0, 32).toUpperCase())
  doc.context.trailerInfo.ID = doc.context.obj([identifier, identifier])
  doc.convertToPDFA({ conformance: '3U', extensions: [accessibilitySchema, accessibility] })
}
