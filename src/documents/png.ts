import { crc32 } from 'node:zlib'
import { Refusal } from '../errors.ts'

/** What a picture may carry: an Open Badges 3.0 credential, an older Open Badges 2.0 assertion, or nothing. */
export type Baked =
  | { readonly kind: 'openbadge3'; readonly text: string }
  | { readonly kind: 'openbadge2' }
  | { readonly kind: 'none' }

/** Largest picture that is read, in bytes. */
export const maxImageBytes = 2 * 1024 * 1024
const maxChunks = 1000
/** What every PNG begins with (PNG, third edition, §5.2). */
export const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const keyword3 = 'openbadgecredential'
const keyword2 = 'openbadges'

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** The whole chunk with length and checksum. */
  readonly bytes: Uint8Array
}

const unreadable = (message: string) => new Refusal('input-unreadable', message)

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * The credential baked into a PNG (OB 3.0 §5.3.1), read as UTF-8 from its `iTXt` chunk; pixels are never decoded.
 * Refuses with `input-too-large` over 2 MB, and with `input-unreadable` a damaged or overlong picture, compressed text,
 * which the standard forbids, and two credentials in one picture. What follows the end of the picture is ignored.
 */
export function readBakedPng(png: Uint8Array): Baked {
  if (png.length > maxImageBytes) throw new Refusal('input-too-large', 'The PNG is over 2 MB')
  const chunks = chunksOf(png)
  const current = chunks.flatMap((chunk) => textOf(chunk) ?? [])
  // OB 3.0 §5.3.1.1: there must be no more than one; picking one would let the other hide.
  if (current.length > 1) throw unreadable('The PNG carries two credentials')
  if (current[0] !== undefined) return { kind: 'openbadge3', text: current[0] }
  // Open Badges 2.0 and 1.0 used every kind of text chunk, for the address of an assertion, itself, or a JWS.
  return { kind: chunks.some((chunk) => isKeyed(chunk, keyword2)) ? 'openbadge2' : 'none' }
}

/**
 * The picture with `text` (a credential as JSON, or a compact JWS) baked in as one uncompressed `iTXt` chunk before
 * the image data (OB 3.0 §5.3.1), in place of any credential it carried.
 */
export function bakePng(png: Uint8Array, text: string): Uint8Array {
  const kept = chunksOf(png).filter((chunk) => !isKeyed(chunk, keyword3))
  const at = kept.findIndex(({ type }) => type === 'IDAT' || type === 'IEND')
  const baked = buildChunk('iTXt', Buffer.from(`${keyword3}\0\0\0\0\0${text}`, 'utf8'))
  const parts = kept.map(({ bytes }) => bytes)
  return new Uint8Array(
    Buffer.concat([signature, ...parts.slice(0, at), baked, ...parts.slice(at)]),
  )
}

/** The chunks up to and with IEND, each with its checksum proven (PNG, third edition, §5.3). */
function chunksOf(png: Uint8Array): readonly Chunk[] {
  if (!isPng(png)) throw unreadable('This is not a PNG')
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: Chunk[] = []
  let at = signature.length
  while (chunks.length < maxChunks) {
    if (at + 12 > png.length) throw unreadable('The PNG is cut short')
    const end = at + 12 + view.getUint32(at)
    if (end > png.length) throw unreadable('The PNG is cut short')
    const bytes = png.subarray(at, end)
    if (crc32(bytes.subarray(4, -4)) !== view.getUint32(end - 4)) {
      throw unreadable('The PNG is damaged: a checksum is wrong')
    }
    const type = Buffer.from(bytes.subarray(4, 8)).toString('latin1')
    chunks.push({ type, data: bytes.subarray(8, -4), bytes })
    if (type === 'IEND') return chunks
    at = end
  }
  throw unreadable(`The PNG has over ${maxChunks} chunks`)
}

function isKeyed({ type, data }: Chunk, keyword: string): boolean {
  if (!['iTXt', 'tEXt', 'zTXt'].includes(type)) return false
  return Buffer.from(data.subarray(0, keyword.length + 1)).toString('latin1') === `${keyword}\0`
}

/** Text of the credential in a chunk, if it is one with that keyword. */
function textOf(chunk: Chunk): string | undefined {
  if (!isKeyed(chunk, keyword3)) return undefined
  const rest = chunk.data.subarray(keyword3.length + 1)
  if (chunk.type !== 'iTXt' || rest[0] !== 0) {
    throw unreadable(
      'The text in the PNG is compressed or of the wrong kind; a baked one is plain iTXt',
    )
  }
  const afterLanguage = rest.indexOf(0, 2)
  const afterTranslation = afterLanguage < 0 ? -1 : rest.indexOf(0, afterLanguage + 1)
  if (rest[1] !== 0 || afterTranslation < 0)
    throw unreadable('The text chunk of the PNG is malformed')
  return utf8(rest.subarray(afterTranslation + 1), 'PNG')
}

/** Strict: a credential read with replaced letters would fail its proof without saying why. */
export function utf8(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new Refusal('input-unreadable', `The text in the ${source} is not UTF-8`, { cause })
  }
}

export function buildChunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8)
  return bytes
}
