import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumModule } from '@hyzyla/pdfium'
import { Refusal } from '../errors.ts'

/** A place in the memory of the module. */
type Pointer = number

/** The calls of PDFium that are made here; the package declares only some of those it has. */
export interface Pdfium {
  _FPDF_InitLibrary(): void
  _FPDF_LoadMemDocument(at: Pointer, size: number, password: Pointer): Pointer
  _FPDF_CloseDocument(document: Pointer): void
  _FPDF_GetPageCount(document: Pointer): number
  _FPDF_LoadPage(document: Pointer, index: number): Pointer
  _FPDF_ClosePage(page: Pointer): void
  _FPDF_GetPageWidth(page: Pointer): number
  _FPDF_GetPageHeight(page: Pointer): number
  _FPDF_RenderPageBitmap(
    ...args: [Pointer, Pointer, number, number, number, number, number, number]
  ): void
  _FPDFBitmap_CreateEx(
    ...args: [width: number, height: number, format: number, at: Pointer, stride: number]
  ): Pointer
  _FPDFBitmap_FillRect(...args: [Pointer, number, number, number, number, number]): void
  _FPDFBitmap_Destroy(bitmap: Pointer): void
  _FPDFPage_CountObjects(page: Pointer): number
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer
  _FPDFPageObj_GetType(object: Pointer): number
  _FPDFPageObj_GetBounds(...args: [Pointer, Pointer, Pointer, Pointer, Pointer]): number
  _FPDFFormObj_CountObjects(form: Pointer): number
  _FPDFFormObj_GetObject(form: Pointer, index: number): Pointer
  _FPDFTextObj_GetTextRenderMode(object: Pointer): number
  _FPDFText_LoadPage(page: Pointer): Pointer
  _FPDFText_ClosePage(text: Pointer): void
  _FPDFText_CountChars(text: Pointer): number
  _FPDFText_GetUnicode(text: Pointer, index: number): number
  _FPDFText_GetTextObject(text: Pointer, index: number): Pointer
  _FPDFText_GetCharBox(...args: [Pointer, number, Pointer, Pointer, Pointer, Pointer]): number
  _FPDFPage_GetAnnotCount(page: Pointer): number
  _FPDFPage_GetAnnot(page: Pointer, index: number): Pointer
  _FPDFPage_CloseAnnot(annotation: Pointer): void
  _FPDFAnnot_GetSubtype(annotation: Pointer): number
  _FPDFAnnot_GetRect(annotation: Pointer, rectangle: Pointer): number
  readonly wasmExports: { malloc(size: number): Pointer; free(at: Pointer): void }
  readonly HEAPU8: Uint8Array
}

let loaded: Promise<Pdfium> | undefined

/** PDFium, from the file beside the package: it is never fetched. */
export function loadPdfium(): Promise<Pdfium> {
  loaded ??= (async () => {
    const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
    const bytes = readFileSync(file)
    const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const pdfium = (await PDFiumModule({ wasmBinary })) as unknown as Pdfium
    pdfium._FPDF_InitLibrary()
    return pdfium
  })()
  return loaded
}

/** A piece of the module's memory for as long as `use` takes. */
export function withMemory<T>(pdfium: Pdfium, size: number, use: (at: Pointer) => T): T {
  const at = pdfium.wasmExports.malloc(size)
  if (at === 0) throw new Refusal('input-unreadable', 'The PDF takes too much memory')
  try {
    return use(at)
  } finally {
    pdfium.wasmExports.free(at)
  }
}

/** An open document; what is opened in `use` must be closed there. @throws Refusal `input-unreadable`. */
export function withDocument<T>(pdfium: Pdfium, pdf: Uint8Array, use: (at: Pointer) => T): T {
  return withMemory(pdfium, pdf.length, (at) => {
    pdfium.HEAPU8.set(pdf, at)
    const document = pdfium._FPDF_LoadMemDocument(at, pdf.length, 0)
    if (document === 0)
      throw new Refusal(
        'input-unreadable',
        'The PDF cannot be read; it may be damaged or protected by a password',
      )
    try {
      return use(document)
    } finally {
      pdfium._FPDF_CloseDocument(document)
    }
  })
}

export interface Rectangle {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Four numbers that PDFium writes, of 4 bytes (float) or 8 (double), in the order it writes them. */
export function fourNumbers(
  pdfium: Pdfium,
  size: 4 | 8,
  call: (at: readonly [Pointer, Pointer, Pointer, Pointer]) => number,
): readonly [number, number, number, number] | undefined {
  return withMemory(pdfium, 4 * size, (at) => {
    const places = [at, at + size, at + 2 * size, at + 3 * size] as const
    if (!call(places)) return undefined
    const view = new DataView(pdfium.HEAPU8.buffer)
    const read = (place: Pointer) =>
      size === 4 ? view.getFloat32(place, true) : view.getFloat64(place, true)
    return [read(places[0]), read(places[1]), read(places[2]), read(places[3])]
  })
}
