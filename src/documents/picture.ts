import { deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { Refusal } from '../errors.ts'
import { imageSize } from './image-size.ts'
import { isPng, readBakedPng, utf8 } from './png.ts'
import { checkDrawing } from './svg-drawing.ts'

/** A picture as a PDF holds it: three bytes for each pixel, on white, packed. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly deflated: Uint8Array
}

/** Of a logo or a signature as it is given, and of what it becomes. */
export const maxPictureBytes = 256 * 1024
const maxPixels = 4_000_000
const maxSide = 4_000
/** What is printed is at most 260 by 46 points: more than 300 dots to an inch. */
const largest = { width: 1_100, height: 240 } as const

const unreadable = (message: string) => new Refusal('input-unreadable', message)
const tooLarge = (message: string) => new Refusal('input-too-large', message)

function pngAsSvg(bytes: Uint8Array): string {
  const size = imageSize(bytes)
  if (!size || size.width === 0 || size.height === 0) throw unreadable('it is a damaged PNG')
  const { width, height } = size
  if (width > maxSide || height > maxSide || width * height > maxPixels)
    throw tooLarge(`it has over ${maxSide} pixels to a side, or over 4 megapixels`)
  readBakedPng(bytes) // goes over every part and its checksum
  const data = Buffer.from(bytes).toString('base64')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`
}

function drawingIn(bytes: Uint8Array): string {
  const svg = utf8(bytes, 'SVG').replace(/^\uFEFF/, '')
  checkDrawing(svg)
  return svg
}

/** Red, green and blue of each pixel. */
function withoutAlpha(pixels: Uint8Array): Uint8Array {
  const colours = new Uint8Array((pixels.length / 4) * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4) {
    colours[to++] = pixels[from] ?? 255
    colours[to++] = pixels[from + 1] ?? 255
    colours[to++] = pixels[from + 2] ?? 255
  }
  return colours
}

/**
 * A logo or signature from a file: PNG, or an SVG of shapes only. It is looked over before anything decodes it.
 *
 * @throws Refusal `input-too-large`, `input-unreadable`, with the reason as a clause about "it".
 */
export function readPicture(bytes: Uint8Array): Picture {
  if (bytes.length > maxPictureBytes) throw tooLarge('it is over 256 kB')
  const isPixels = isPng(bytes)
  const svg = isPixels ? pngAsSvg(bytes) : drawingIn(bytes)
  const drawing = render(svg, isPixels)
  const { width, height } = drawing
  const colours = withoutAlpha(drawing.pixels)
  if (colours.every((value) => value > 250)) throw unreadable('it shows nothing on white')
  const deflated = deflateSync(colours, { level: 9 })
  if (deflated.length > maxPictureBytes) throw tooLarge('it is too detailed to be packed in 256 kB')
  return { width, height, deflated: new Uint8Array(deflated) }
}

function render(svg: string, isPixels: boolean) {
  try {
    const font = { loadSystemFonts: false }
    const natural = new Resvg(svg, { font })
    const scale = Math.min(largest.width / natural.width, largest.height / natural.height)
    const width = Math.max(1, Math.floor(natural.width * (isPixels ? Math.min(1, scale) : scale)))
    const fitTo = { mode: 'width', value: width } as const
    return new Resvg(svg, { font, background: '#ffffff', fitTo }).render()
  } catch (cause) {
    throw new Refusal('input-unreadable', 'it cannot be drawn', { cause })
  }
}
