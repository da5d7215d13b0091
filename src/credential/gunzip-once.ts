import { crc32, inflateRawSync } from 'node:zlib'

// RFC 1952 §2.3.1
const magic = [0x1f, 0x8b, 8]
const [hasHeaderCrc, hasExtra, hasName, hasComment, reserved] = [0x02, 0x04, 0x08, 0x10, 0xe0]
const trailerBytes = 8

/** Where the compressed data of a gzip member begin; `undefined` where there is no header of one. */
function dataStart(bytes: Buffer): number | undefined {
  const flags = bytes[3] ?? reserved
  if (bytes.length < 10 || !magic.every((byte, at) => bytes[at] === byte) || flags & reserved)
    return undefined
  let at = 10
  if (flags & hasExtra) at += 2 + (at + 2 <= bytes.length ? bytes.readUInt16LE(at) : bytes.length)
  for (const flag of [hasName, hasComment]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end === -1) return undefined
    at = end + 1
  }
  return flags & hasHeaderCrc ? at + 2 : at
}

interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

/**
 * Unpacks what is gzip, and nothing but one member of it to the last byte: libraries disagree about a second member and
 * about what follows, so that the same text would mean different things to different readers. `undefined` for anything
 * else, zlib and raw deflate included, for a wrong checksum, and for what unpacks to more than `maxBytes`.
 */
export function gunzipOnce(bytes: Buffer, maxBytes: number): Buffer | undefined {
  const start = dataStart(bytes)
  if (start === undefined || start + trailerBytes > bytes.length) return undefined
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
      maxOutputLength: maxBytes,
      info: true,
    }) as unknown as Inflated
    const end = start + engine.bytesWritten
    const isWhole = end + trailerBytes === bytes.length
    return isWhole &&
      bytes.readUInt32LE(end) === crc32(buffer) &&
      bytes.readUInt32LE(end + 4) === buffer.length
      ? buffer
      : undefined
  } catch {
    return undefined
  }
}
