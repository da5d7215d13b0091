import { inflateSync } from 'node:zlib'
import { PDFArray, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from 'pdf-lib'

/** What a packed stream of a PDF says. */
export const contentOf = (stream: PDFRawStream): string =>
  inflateSync(stream.getContents()).toString('latin1')

/** Changes what a page draws, which may be in several streams. */
export function replaceContent(
  page: PDFPage,
  doc: PDFDocument,
  change: (content: string) => string,
): void {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents]
  const text = streams
    .map((each) => doc.context.lookup(each))
    .filter((each) => each instanceof PDFRawStream)
    .map(contentOf)
    .join('\n')
  const changed = change(text)
  if (changed === text) throw new Error('nothing was changed')
  const stream = doc.context.flateStream(Buffer.from(changed, 'latin1'))
  page.node.set(PDFName.of('Contents'), doc.context.register(stream))
}
