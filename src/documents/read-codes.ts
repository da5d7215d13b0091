import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** A picture in grey, one byte a pixel, row by row. */
export interface GreyPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const maxCodes = 4
const options = { formats: ['QRCode' as const], tryHarder: true, maxNumberOfSymbols: maxCodes }

let prepared: Promise<unknown> | undefined

/** Loads the reader of codes from the file beside its package: by itself it would fetch it from elsewhere. */
export function prepareCodes(): Promise<unknown> {
  prepared ??= (async () => {
    const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
    const bytes = readFileSync(file)
    const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  })()
  return prepared
}

const textsOf = (found: readonly { readonly text: string; readonly isValid: boolean }[]) => [
  ...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text)),
]

/** What the QR codes in a PNG or JPEG say; none where the file cannot be decoded. */
export async function codesInFile(bytes: Uint8Array): Promise<readonly string[]> {
  await prepareCodes()
  return textsOf(await readBarcodes(bytes, options))
}

/** What the QR codes in a rendered page say. */
export async function codesInPicture({
  width,
  height,
  pixels,
}: GreyPicture): Promise<readonly string[]> {
  await prepareCodes()
  // Red, green, blue and full opacity at once: four times as fast as one by one.
  const colours = new Uint32Array(pixels.length)
  for (let at = 0; at < pixels.length; at++) colours[at] = (pixels[at] ?? 0) * 0x010101 + 0xff000000
  const data = new Uint8ClampedArray(colours.buffer)
  return textsOf(await readBarcodes({ data, width, height, colorSpace: 'srgb' }, options))
}
