import { constants, inflateSync } from 'node:zlib'
import { Refusal } from '../errors.ts'

// An A4 page scanned in colour at 300 dpi inflates to 26 MB.
const maxStreamBytes = 32 * 1024 * 1024
const maxTotalBytes = 64 * 1024 * 1024
const maxStreams = 5000
const maxNesting = 4

const unreadable = (message: string) => new Refusal('input-unreadable', message)

/** Inflates at most `limit` bytes. A stream that is cut short gives what it held, as PDF readers do. */
export function boundedInflate(
  bytes: Uint8Array,
  limit: number,
): Uint8Array | 'too-large' | 'not-deflated' {
  try {
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    const { code } = error as { readonly code?: unknown }
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-deflated'
  }
}

/**
 * Refuses with `input-unreadable` a PDF whose packed streams would fill the memory. It looks at every place where a
 * stream may start and not at what the file says about it: the PDF library inflates object streams while it loads, with
 * no bound, and what a file says can be hidden from a scan in many ways.
 */
export function refuseBombs(pdf: Uint8Array): void {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  let total = 0
  let streams = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = contentStart(file, at + 6)
    if (start === undefined) continue
    streams++
    if (streams > maxStreams) throw unreadable('The PDF has too many streams')
    total += unpackedSize(file.subarray(start), maxTotalBytes - total)
  }
}

/** ISO 32000-1 §7.3.8.1: the content follows a line end; lenient readers also skip blanks. */
function contentStart(file: Buffer, from: number): number | undefined {
  let start = from
  while (start < from + 16 && [0x20, 0x09, 0x0d, 0x0a].includes(file[start] ?? 0)) start++
  return start === from ? undefined : start
}

/** Bytes that come out of packed content, also where it is packed several times over. */
function unpackedSize(content: Uint8Array, budget: number): number {
  let packed = content
  let size = 0
  for (let layer = 0; layer < maxNesting && isZlib(packed); layer++) {
    const limit = Math.max(1, Math.min(maxStreamBytes, budget - size))
    const { unpacked, atLeast } = inflateInSteps(packed, limit)
    if (unpacked === 'too-large') throw unreadable('The PDF unpacks to more than is read')
    if (unpacked === 'not-deflated') return size + atLeast
    size += unpacked.length
    packed = unpacked
    if (layer === maxNesting - 1 && isZlib(packed)) throw unreadable('The PDF is packed too often')
  }
  return size
}

const firstStep = 64 * 1024

/**
 * Inflates with a bound that grows, so that content which turns out damaged only at its end is counted for what it
 * has cost: thousands of starts can share one such tail.
 */
function inflateInSteps(packed: Uint8Array, limit: number) {
  let atLeast = 1024
  for (let bound = firstStep; bound < limit; bound *= 8) {
    const unpacked = boundedInflate(packed, bound)
    if (unpacked !== 'too-large') return { unpacked, atLeast }
    atLeast = bound
  }
  return { unpacked: boundedInflate(packed, limit), atLeast }
}

/** RFC 1950 §2.2: method 8, and the first two bytes are a multiple of 31. */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
