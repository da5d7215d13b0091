import { deflateSync } from 'node:zlib'
import { Refusal } from '../errors.ts'
import { type Pdfium, type Pointer, withDocument, withMemory, withPage } from './pdfium.ts'
import { buildChunk, signature } from './png.ts'

const bytesPerPixel = 4
/** Blue, green, red and nothing. */
const pixelFormat = 3
const notes = 0x01
/** How wide the picture is: enough to read the small print. */
const pixelsAcross = 1_000

interface Pixels {
  readonly width: number
  readonly height: number
  /** A byte for the filter before each row, then red, green and blue of each pixel. */
  readonly rows: Uint8Array
}

function rowsOf(colours: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + width * 3))
  for (let y = 0, from = 0, to = 0; y < height; y++) {
    to++ // filter 0: as it is
    for (let x = 0; x < width; x++, from += bytesPerPixel) {
      rows[to++] = colours[from + 2] ?? 255
      rows[to++] = colours[from + 1] ?? 255
      rows[to++] = colours[from] ?? 255
    }
  }
  return rows
}

function renderColours(pdfium: Pdfium, page: Pointer, width: number): Pixels {
  const [across, up] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)]
  const height = Math.max(1, Math.round((width * up) / across))
  const stride = width * bytesPerPixel
  return withMemory(pdfium, stride * height, (at) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, pixelFormat, at, stride)
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, notes)
    pdfium._FPDFBitmap_Destroy(bitmap)
    const colours = pdfium.HEAPU8.subarray(at, at + stride * height)
    return { width, height, rows: rowsOf(colours, width, height) }
  })
}

/** Eight bits a channel, red, green and blue (PNG, third edition, §11.2.1). */
function encode({ width, height, rows }: Pixels): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return new Uint8Array(
    Buffer.concat([
      signature,
      buildChunk('IHDR', header),
      buildChunk('IDAT', deflateSync(rows, { level: 6 })),
      buildChunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/**
 * The first page of a PDF of our own as a PNG, 1,000 pixels wide. It takes a fifth of a second: run it in a thread.
 *
 * @throws Refusal `input-unreadable`.
 */
export async function firstPagePng(pdf: Uint8Array): Promise<Uint8Array> {
  const pixels = await withDocument(pdf, (pdfium, document) =>
    withPage(pdfium, document, 0, (page) => renderColours(pdfium, page, pixelsAcross)),
  )
  if (!pixels) throw new Refusal('input-unreadable', 'The PDF has no page')
  return encode(pixels)
}
