/** Width and height of a picture in pixels, as its header tells them. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50
const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8

/** The frame headers of a JPEG (ITU-T T.81 table B.1): all of SOF0 to SOF15 but DHT, JPG and DAC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** PNG, third edition, §5.6: the header comes first. Decoders take others before it, with sizes that nobody saw. */
const pngHeader = Buffer.from('IHDR', 'latin1')

const maxSegments = 2_000

/** Walks the segments of a JPEG to its frame header; a second frame, of other size, comes after the first scan. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2
  for (let count = 0; count < maxSegments && at + 9 < view.byteLength; count++) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    else if (marker === 0xda || marker === 0xd9) return undefined
    else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** How large a PNG or JPEG is, without decoding it; `undefined` for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isJpeg(bytes)) return jpegSize(view)
  if (!isPng(bytes) || bytes.length < 33 || !pngHeader.equals(bytes.subarray(12, 16)))
    return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}
