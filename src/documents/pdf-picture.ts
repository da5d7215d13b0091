import { type Pdfium, type Pointer, withMemory } from './pdfium.ts'
import type { Rectangle } from './printed-pages.ts'
import type { GreyPicture } from './read-codes.ts'

/** An A4 page at 150 dpi has 2.2 million; a page of absurd size is rendered as small as that. */
const maxPixels = 2_500_000
/** Blue, green, red and nothing: letters are then set to a third of a pixel, and not to whole ones. */
const format = { number: 3, bytes: 4 } as const
const renderFlags = { grey: 0x08, notes: 0x01 } as const

/** A page as readers show it, in grey; `undefined` where it has no extent. */
export function renderPage(
  pdfium: Pdfium,
  page: Pointer,
  dotsPerInch: number,
  notes: 'with-notes' | 'without-notes' = 'with-notes',
): GreyPicture | undefined {
  const [across, up] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)]
  if (!(across > 0 && up > 0)) return undefined
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPixels / (across * up)))
  const width = Math.min(maxPixels, Math.max(1, Math.floor(across * scale)))
  const height = Math.max(1, Math.min(Math.floor(up * scale), Math.floor(maxPixels / width)))
  const flags = renderFlags.grey | (notes === 'with-notes' ? renderFlags.notes : 0)
  const stride = width * format.bytes
  return withMemory(pdfium, stride * height, (at) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, format.number, at, stride)
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
    pdfium._FPDFBitmap_Destroy(bitmap)
    return { width, height, pixels: oneChannel(pdfium.HEAPU8.subarray(at, at + stride * height)) }
  })
}

function oneChannel(colours: Uint8Array): Uint8Array {
  const words = new Uint32Array(colours.buffer, colours.byteOffset, colours.length / format.bytes)
  const pixels = new Uint8Array(words.length)
  for (let at = 0; at < words.length; at++) pixels[at] = words[at] ?? 0
  return pixels
}

const kinds = { text: 1, form: 5 } as const
const maxObjects = 20_000
const maxDepth = 6

const list = (count: number, get: (at: number) => Pointer) =>
  Array.from({ length: Math.min(count, maxObjects) }, (_, at) => get(at))

const objectsOn = (pdfium: Pdfium, page: Pointer) =>
  list(pdfium._FPDFPage_CountObjects(page), (at) => pdfium._FPDFPage_GetObject(page, at))

/** Empties a page. It cannot be used for what it was afterwards. */
export function hideAll(pdfium: Pdfium, page: Pointer): void {
  for (const object of objectsOn(pdfium, page)) pdfium._FPDFPageObj_SetIsActive(object, 0)
}

/**
 * Leaves on a page only its letters, all in black: what its text would look like if nothing were in the way. The page
 * cannot be used for anything else afterwards.
 */
export function keepOnlyText(pdfium: Pdfium, page: Pointer): void {
  const objectsIn = (form: Pointer) =>
    list(pdfium._FPDFFormObj_CountObjects(form), (at) => pdfium._FPDFFormObj_GetObject(form, at))
  const keep = (object: Pointer, depth: number): void => {
    const kind = pdfium._FPDFPageObj_GetType(object)
    if (kind === kinds.text) pdfium._FPDFPageObj_SetFillColor(object, 0, 0, 0, 255)
    else if (kind === kinds.form && depth < maxDepth)
      for (const inner of objectsIn(object)) keep(inner, depth + 1)
    else pdfium._FPDFPageObj_SetIsActive(object, 0)
  }
  for (const object of objectsOn(pdfium, page)) keep(object, 0)
}

/** How places on a page become places in its picture, whatever way it is turned or cropped. */
export function toPicture(pdfium: Pdfium, page: Pointer, picture: GreyPicture) {
  // The call gives whole numbers only: asked for a larger picture, they are fine enough.
  const finer = 64
  const [width, height] = [picture.width * finer, picture.height * finer]
  const place = (x: number, y: number) =>
    withMemory(pdfium, 8, (at) => {
      pdfium._FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, at, at + 4)
      const view = new DataView(pdfium.HEAPU8.buffer)
      return [view.getInt32(at, true) / finer, view.getInt32(at + 4, true) / finer] as const
    })
  const span = 100
  const [origin, right, up] = [place(0, 0), place(span, 0), place(0, span)]
  const at = (x: number, y: number, axis: 0 | 1) =>
    origin[axis] +
    ((right[axis] - origin[axis]) * x) / span +
    ((up[axis] - origin[axis]) * y) / span
  return (box: Rectangle): Rectangle => {
    const across = [at(box.left, box.bottom, 0), at(box.right, box.top, 0)]
    const down = [at(box.left, box.bottom, 1), at(box.right, box.top, 1)]
    return {
      left: Math.min(...across),
      right: Math.max(...across),
      bottom: Math.min(...down),
      top: Math.max(...down),
    }
  }
}
