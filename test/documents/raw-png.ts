import { crc32, deflateSync } from 'node:zlib'

/** One chunk of a PNG with its length and checksum. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

/** White rows of a picture with one bit for each point. */
export const rows = (width: number, height: number): Buffer =>
  Buffer.alloc((Math.ceil(width / 8) + 1) * height)

/** A black and white PNG that says it is of a size, with a chunk before its header where one is given. */
export function png(
  width: number,
  height: number,
  first: Uint8Array = Buffer.alloc(0),
  pixels: Uint8Array = rows(1, 1),
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    first,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
