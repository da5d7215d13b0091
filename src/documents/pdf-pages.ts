import { hasNotes, hasScripts } from './pdf-notes.ts'
import { renderPage } from './pdf-picture.ts'
import { readText } from './pdf-text.ts'
import { type Pdfium, type Pointer, withDocument, withPage } from './pdfium.ts'
import type { PrintedLine, PrintedPages, Rectangle } from './printed-pages.ts'
import { codesInPicture, type GreyPicture } from './read-codes.ts'

/** A certificate has one page, a diploma supplement a few. */
const maxPages = 4
/** Small print of 7 points is then 15 pixels tall, and a code of 15 mm has 3 pixels for a module. */
const dotsPerInch = 150

/** What one page shows: its picture, and its text compared with it. */
interface ReadPage {
  readonly picture?: GreyPicture
  readonly size?: PrintedPages['size']
  readonly lines: readonly PrintedLine[]
  readonly ink: readonly Rectangle[]
  readonly hasNotes: boolean
}

function readPage(pdfium: Pdfium, document: Pointer, index: number): ReadPage {
  const empty: ReadPage = { lines: [], ink: [], hasNotes: false }
  const read = withPage(pdfium, document, index, (page): ReadPage => {
    const picture = renderPage(pdfium, page, dotsPerInch)
    const noted = hasNotes(pdfium, page)
    if (!picture) return { ...empty, hasNotes: noted }
    const [width, height] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)]
    const open = { document, page, index, shown: picture, dotsPerInch }
    return { picture, size: { width, height }, hasNotes: noted, ...readText(pdfium, open) }
  })
  return read ?? empty
}

/**
 * What the pages of a PDF show: text and codes of the first four.
 *
 * Run it on foreign files only where time and memory are limited from outside.
 *
 * @throws Refusal `input-unreadable`.
 */
export async function readPages(pdf: Uint8Array): Promise<Omit<PrintedPages, 'hasLayers'>> {
  const { pictures, ...found } = await withDocument(pdf, (pdfium, document) => {
    const pageCount = pdfium._FPDF_GetPageCount(document)
    const pages = Array.from({ length: Math.min(pageCount, maxPages) }, (_, index) =>
      readPage(pdfium, document, index),
    )
    return {
      pageCount,
      ...(pages[0]?.size ? { size: pages[0].size } : {}),
      lines: pages.flatMap((page) => page.lines),
      ink: pages[0]?.ink ?? [],
      hasNotes: hasScripts(pdfium, document) || pages.some((page) => page.hasNotes),
      pictures: pages.flatMap(({ picture }) => picture ?? []),
    }
  })
  const codes: string[] = []
  for (const picture of pictures) codes.push(...(await codesInPicture(picture)))
  return { ...found, codes: [...new Set(codes)] }
}
