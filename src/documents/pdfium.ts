import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PDFiumModule } from '@hyzyla/pdfium'
import { Refusal } from '../errors.ts'
import type { Pdfium, Pointer } from './pdfium-calls.ts'

export type { Pdfium, Pointer } from './pdfium-calls.ts'

// A page at 150 dpi with all its fonts and pictures takes some 60 MB; the module by itself would take 2 GB.
const maxMemoryBytes = 256 * 1024 * 1024

let compiled: Promise<WebAssembly.Module> | undefined

/** Compiles PDFium from the file beside its package, once per thread; it is never fetched. */
export function compilePdfium(): Promise<WebAssembly.Module> {
  compiled ??= WebAssembly.compile(
    readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')),
  )
  return compiled
}

/** Memory of a module lies outside the limits of its thread, so the module's own request for more is refused. */
function bounded(imports: WebAssembly.Imports): WebAssembly.Imports {
  const { env = {} } = imports
  const grow = env.emscripten_resize_heap
  if (typeof grow !== 'function') throw new TypeError('PDFium does not ask for memory as it did')
  const resize = (bytes: number) => bytes >>> 0 <= maxMemoryBytes && grow(bytes)
  return { ...imports, env: { ...env, emscripten_resize_heap: resize } }
}

/** A PDFium of its own for one document: whatever that does to its memory, the next one has nothing of it. */
export async function newPdfium(): Promise<Pdfium> {
  const module = await compilePdfium()
  const pdfium = (await PDFiumModule({
    instantiateWasm: (imports: WebAssembly.Imports, use: (made: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, bounded(imports))
      use(instance)
      return instance.exports
    },
    print: () => undefined,
    printErr: () => undefined,
  } as object)) as unknown as Pdfium
  pdfium._FPDF_InitLibrary()
  return pdfium
}

const unreadable = (message: string, cause?: unknown) =>
  new Refusal('input-unreadable', message, { cause })

/** A piece of the module's memory for as long as `use` takes. */
export function withMemory<T>(pdfium: Pdfium, size: number, use: (at: Pointer) => T): T {
  const at = pdfium._malloc(size)
  if (at === 0) throw unreadable('The PDF takes too much memory')
  try {
    return use(at)
  } finally {
    pdfium._free(at)
  }
}

/**
 * A document opened in a PDFium of its own.
 *
 * @throws Refusal `input-unreadable` where it cannot be opened, and where it makes the module fail.
 */
export async function withDocument<T>(
  pdf: Uint8Array,
  use: (pdfium: Pdfium, document: Pointer) => T,
): Promise<T> {
  const pdfium = await newPdfium()
  try {
    // It is left to the collector with all its memory: nothing in it needs to be closed.
    const at = pdfium._malloc(pdf.length)
    pdfium.HEAPU8.set(pdf, at)
    const document = pdfium._FPDF_LoadMemDocument(at, pdf.length, 0)
    if (document !== 0) return use(pdfium, document)
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw unreadable('The PDF takes too much memory, or is damaged', thrown)
  }
  throw unreadable('The PDF cannot be read; it may be damaged or protected by a password')
}

/** A page for as long as `use` takes; `undefined` where the document has none there. */
export function withPage<T>(
  pdfium: Pdfium,
  document: Pointer,
  index: number,
  use: (page: Pointer) => T,
): T | undefined {
  const page = pdfium._FPDF_LoadPage(document, index)
  if (page === 0) return undefined
  const used = use(page)
  pdfium._FPDF_ClosePage(page)
  return used
}

/** Numbers that PDFium writes, as floats of 4 bytes or doubles of 8, in the order of their places. */
export function numbersFrom(
  pdfium: Pdfium,
  { size, count }: { readonly size: 4 | 8; readonly count: number },
  call: (places: readonly Pointer[]) => number,
): readonly number[] | undefined {
  return withMemory(pdfium, size * count, (at) => {
    const places = Array.from({ length: count }, (_, index) => at + index * size)
    if (!call(places)) return undefined
    const view = new DataView(pdfium.HEAPU8.buffer)
    return places.map((place) =>
      size === 4 ? view.getFloat32(place, true) : view.getFloat64(place, true),
    )
  })
}
