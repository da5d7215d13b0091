import { hasNotes } from './pdf-drawn.ts'
import { readLines } from './pdf-text.ts'
import { loadPdfium, type Pdfium, withDocument, withMemory } from './pdfium.ts'
import type { PrintedPages } from './printed-pages.ts'
import { codesInPicture, type GreyPicture } from './read-codes.ts'

/** A certificate has one page, a diploma supplement a few. */
const maxPages = 10
/** An A4 page at 150 dpi has 2.2 million; a page of absurd size is rendered as small as that. */
const maxPixels = 2_500_000
/** How hard codes are looked for: on how many pages, and at how many dots to the inch. */
export interface CodeSearch {
  readonly pages: number
  readonly dotsPerInch: number
}
const grey = 1
/** FPDF_GRAYSCALE and FPDF_ANNOT: as readers show it, in grey. */
const renderFlags = 0x08 | 0x01

function withPage<T>(pdfium: Pdfium, document: number, index: number, use: (at: number) => T) {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0) return undefined
  try {
    return use(page)
  } finally {
    pdfium._FPDF_ClosePage(page)
  }
}

function render(pdfium: Pdfium, page: number, dotsPerInch: number): GreyPicture | undefined {
  const [across, up] = [pdfium._FPDF_GetPageWidth(page), pdfium._FPDF_GetPageHeight(page)]
  if (!(across > 0 && up > 0)) return undefined
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPixels / (across * up)))
  const width = Math.max(1, Math.floor(across * scale))
  const height = Math.max(1, Math.min(Math.floor(up * scale), Math.floor(maxPixels / width)))
  return withMemory(pdfium, width * height, (at) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, grey, at, width)
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, renderFlags)
    pdfium._FPDFBitmap_Destroy(bitmap)
    return { width, height, pixels: pdfium.HEAPU8.slice(at, at + width * height) }
  })
}

/**
 * What the pages of a PDF show: the text of the first ten, and the codes on the first of them.
 *
 * Run it on foreign files only where time and memory are limited from outside.
 *
 * @throws Refusal `input-unreadable`.
 */
export async function readPages(pdf: Uint8Array, search: CodeSearch): Promise<PrintedPages> {
  const pdfium = await loadPdfium()
  const pictures: GreyPicture[] = []
  const found = withDocument(pdfium, pdf, (document) => {
    const pageCount = pdfium._FPDF_GetPageCount(document)
    const pages = Array.from({ length: Math.min(pageCount, maxPages) }, (_, index) =>
      withPage(pdfium, document, index, (page) => {
        const picture = index < search.pages && render(pdfium, page, search.dotsPerInch)
        if (picture) pictures.push(picture)
        return { lines: readLines(pdfium, page, index), hasNotes: hasNotes(pdfium, page) }
      }),
    )
    return {
      pageCount,
      lines: pages.flatMap((page) => page?.lines ?? []),
      hasNotes: pages.some((page) => page?.hasNotes === true),
    }
  })
  const codes: string[] = []
  for (const picture of pictures) codes.push(...(await codesInPicture(picture)))
  return { ...found, codes: [...new Set(codes)] }
}
