import type { PDFArray, PDFDict, PDFDocument, PDFObject, PDFRawStream } from 'pdf-lib'
import { Refusal } from '../errors.ts'
import { boundedInflate, refuseBombs } from './pdf-limits.ts'
import { attachmentName, pageTokenName, receiptName } from './pdf-metadata.ts'
import { utf8 } from './png.ts'

type PdfLib = typeof import('pdf-lib')

/** Largest PDF that is read, in bytes. */
export const maxPdfBytes = 2 * 1024 * 1024
const maxAttachmentBytes = 1024 * 1024
const maxTreeNodes = 500

/** Attachments that are compact JWS. */
const tokenNames: readonly string[] = [receiptName, pageTokenName]

interface Attachment {
  readonly name: string
  readonly text: string
}

const unreadable = (message: string, cause?: unknown) =>
  new Refusal('input-unreadable', message, { cause })

/** What a PDF carries besides its pages. */
export interface Carried {
  /** The attachment `credential.json`, or the only other `.json` or `.jsonld` file that looks like a credential. */
  readonly attached?: string
  /** The attachment `receipt.jwt`: what a check found, not a credential. */
  readonly receipt?: string
  /** The attachment `page.jwt`: what the issuer says that the page prints beside the credential. */
  readonly pageToken?: string
  /** Whether it has layers (ISO 32000-1 §8.11), which readers may show on the screen, in print, or when asked. */
  readonly hasLayers: boolean
}

/**
 * The credential that is attached to a PDF, and what of the file its pages do not tell. Refuses with `input-too-large` over 2 MB, and with `input-unreadable` a
 * damaged or encrypted file, one that inflates beyond measure, and one with several credentials.
 *
 * Run it on foreign files only where time and memory are limited from outside: the PDF library has no limits.
 */
export async function readCarried(pdf: Uint8Array): Promise<Carried> {
  if (pdf.length > maxPdfBytes) throw new Refusal('input-too-large', 'The PDF is over 2 MB')
  const lib = await import('pdf-lib')
  refuseBombs(pdf)
  const { found, hasLayers } = await guarded(async () => {
    const doc = await lib.PDFDocument.load(pdf, {
      updateMetadata: false,
      parseSpeed: lib.ParseSpeeds.Fastest,
    })
    const layers = doc.catalog.lookup(lib.PDFName.of('OCProperties'))
    return { found: attachmentsOf(lib, doc), hasLayers: layers !== undefined }
  })
  const receipt = found.find(({ name }) => name === receiptName)?.text
  const pageToken = found.find(({ name }) => name === pageTokenName)?.text
  const others = found.filter(({ name }) => !tokenNames.includes(name))
  const named = others.filter(({ name }) => name === attachmentName)
  const candidates = named.length > 0 ? named : others
  const texts = new Set(candidates.map(({ text }) => text))
  if (texts.size > 1) throw unreadable('The PDF carries several credentials')
  const [candidate] = candidates
  return {
    hasLayers,
    ...(candidate ? { attached: candidate.text } : {}),
    ...(receipt === undefined ? {} : { receipt }),
    ...(pageToken === undefined ? {} : { pageToken }),
  }
}

/** Whatever a hostile file makes the library throw becomes a refusal: its fault lies in the file. */
async function guarded<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw unreadable('The PDF cannot be read; it may be damaged or protected by a password', error)
  }
}

/** Attachments that may be credentials, from the name tree and the list of associated files. */
function attachmentsOf(lib: PdfLib, doc: PDFDocument): readonly Attachment[] {
  const { PDFArray, PDFDict, PDFName } = lib
  const names = doc.catalog.lookup(PDFName.of('Names'))
  const tree = names instanceof PDFDict ? names.lookup(PDFName.of('EmbeddedFiles')) : undefined
  const associated = doc.catalog.lookup(PDFName.of('AF'))
  const listed = associated instanceof PDFArray ? elementsOf(associated) : []
  const specifications = new Set<PDFDict>()
  const visited = new Set<PDFObject>()
  const queue: (PDFObject | undefined)[] = [tree]
  while (queue.length > 0) {
    const node = queue.pop()
    if (!(node instanceof PDFDict) || visited.has(node)) continue
    visited.add(node)
    if (visited.size > maxTreeNodes) throw unreadable('The PDF has too many attachments')
    const entries = node.lookup(PDFName.of('Names'))
    const kids = node.lookup(PDFName.of('Kids'))
    if (entries instanceof PDFArray) addDictionaries(lib, elementsOf(entries), specifications)
    if (kids instanceof PDFArray) queue.push(...elementsOf(kids))
  }
  addDictionaries(lib, listed, specifications)
  return [...specifications].flatMap((specification) => attachment(lib, specification) ?? [])
}

function elementsOf(array: PDFArray): (PDFObject | undefined)[] {
  if (array.size() > 2 * maxTreeNodes) throw unreadable('The PDF has too many attachments')
  return Array.from({ length: array.size() }, (_, index) => array.lookup(index))
}

function addDictionaries(
  lib: PdfLib,
  objects: readonly (PDFObject | undefined)[],
  into: Set<PDFDict>,
): void {
  for (const object of objects) if (object instanceof lib.PDFDict) into.add(object)
}

function attachment(lib: PdfLib, specification: PDFDict): Attachment | undefined {
  const { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString } = lib
  const written = specification.lookup(PDFName.of('UF')) ?? specification.lookup(PDFName.of('F'))
  const isText = written instanceof PDFString || written instanceof PDFHexString
  const name = isText ? written.decodeText() : ''
  if (!/\.json(ld)?$/i.test(name) && !tokenNames.includes(name)) return undefined
  const files = specification.lookup(PDFName.of('EF'))
  if (!(files instanceof PDFDict)) return undefined
  const stream = files.lookup(PDFName.of('F')) ?? files.lookup(PDFName.of('UF'))
  if (!(stream instanceof PDFRawStream)) return undefined
  const text = utf8(contentsOf(lib, stream), 'PDF')
  return [attachmentName, ...tokenNames].includes(name) || text.includes('"credentialSubject"')
    ? { name, text }
    : undefined
}

function contentsOf(lib: PdfLib, stream: PDFRawStream): Uint8Array {
  const filter = stream.dict.lookup(lib.PDFName.of('Filter'))
  const only =
    filter instanceof lib.PDFArray && filter.size() === 1 ? filter.lookup(0) : (filter ?? undefined)
  const contents = stream.getContents()
  if (only === undefined) {
    if (contents.length <= maxAttachmentBytes) return contents
    throw unreadable('The attachment of the PDF is over 1 MB')
  }
  if (only !== lib.PDFName.of('FlateDecode')) {
    throw unreadable('The attachment of the PDF is packed in a way that is not read')
  }
  const inflated = boundedInflate(contents, maxAttachmentBytes)
  if (inflated === 'too-large') throw unreadable('The attachment of the PDF is over 1 MB')
  if (inflated === 'not-deflated') throw unreadable('The attachment of the PDF is damaged')
  return inflated
}
