import { deflateSync } from 'node:zlib'
import type { PDFDocument } from 'pdf-lib'

/** An empty document whose streams Node packs: the library does it in JavaScript, which takes several times as long. */
export async function newDocument(lib: typeof import('pdf-lib')): Promise<PDFDocument> {
  const doc = await lib.PDFDocument.create({ updateMetadata: false })
  const { context } = doc
  context.flateStream = (contents, dict = {}) => {
    const bytes = typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents
    return context.stream(new Uint8Array(deflateSync(bytes)), { ...dict, Filter: 'FlateDecode' })
  }
  return doc
}
