import { Refusal } from '../errors.ts'

/** The most an import may weigh, in bytes. */
export const maxCsvBytes = 64 * 1024 * 1024

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

interface Detected {
  readonly encoding: Encoding
  readonly bomBytes: number
}

/**
 * Turns the bytes of a spreadsheet export into text, piece by piece: UTF-8 with or without a byte order mark, or
 * UTF-16 with one (or recognisable without).
 *
 * Refuses `input-too-large` beyond `maxCsvBytes`, and `csv-unreadable` for another encoding or a workbook, naming
 * the line and byte and what to do. Memory stays at about twice the largest chunk.
 */
export async function* readText(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoded = { line: 1, byte: 0 }
  let detected: Detected | null = null
  let rest: Uint8Array = new Uint8Array(0)
  for await (const chunk of limited(stream)) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (detected === null) {
      if (rest.length < sniffedBytes) continue
      detected = detectEncoding(rest)
      rest = rest.subarray(detected.bomBytes)
      decoded.byte = detected.bomBytes
    }
    const end = wholeCharacters(rest, detected.encoding)
    yield decode(rest.subarray(0, end), detected.encoding, decoded)
    rest = rest.slice(end)
  }
  detected ??= detectEncoding(rest)
  const bom = decoded.byte === 0 ? detected.bomBytes : 0
  decoded.byte += bom
  yield decode(rest.subarray(bom), detected.encoding, decoded)
}

const sniffedBytes = 512

async function* limited(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > maxCsvBytes) {
      throw new Refusal(
        'input-too-large',
        `An import may weigh ${maxCsvBytes / 1024 / 1024} MB at most. Split the file and import the parts.`,
      )
    }
    yield chunk
  }
}

function detectEncoding(start: Uint8Array): Detected {
  if (startsWith(start, [0x50, 0x4b, 0x03, 0x04]) || startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new Refusal(
      'csv-unreadable',
      'This is a spreadsheet workbook, not a CSV file. Open it and save it as "CSV UTF-8".',
    )
  }
  if (startsWith(start, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', bomBytes: 3 }
  if (startsWith(start, [0xff, 0xfe])) return { encoding: 'utf-16le', bomBytes: 2 }
  if (startsWith(start, [0xfe, 0xff])) return { encoding: 'utf-16be', bomBytes: 2 }
  // Delimiters and line ends are ASCII in every export: in UTF-16 their other byte is zero, and UTF-8 text has no zero.
  const zeros = [0, 0]
  start.subarray(0, sniffedBytes).forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > even) return { encoding: 'utf-16le', bomBytes: 0 }
  if (even > odd) return { encoding: 'utf-16be', bomBytes: 0 }
  return { encoding: 'utf-8', bomBytes: 0 }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte)
}

/** How many of the bytes can be decoded now without cutting a character in two. */
function wholeCharacters(bytes: Uint8Array, encoding: Encoding): number {
  if (encoding === 'utf-8') return bytes.findLastIndex((byte) => byte < 0x80) + 1
  const even = bytes.length - (bytes.length % 2)
  const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0
  const isHighSurrogate = even > 0 && high >= 0xd8 && high <= 0xdb
  return isHighSurrogate ? even - 2 : even
}

function decode(
  bytes: Uint8Array,
  encoding: Encoding,
  decoded: { line: number; byte: number },
): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    decoded.line += lineEnds(text)
    decoded.byte += bytes.length
    return text
  } catch (cause) {
    const good = goodPrefix(bytes, encoding)
    const line = decoded.line + lineEnds(good.text)
    throw new Refusal(
      'csv-unreadable',
      `Line ${line} (byte ${decoded.byte + good.bytes + 1}) is not ${encoding.toUpperCase()} text. ` +
        'In the spreadsheet program, save the file as "CSV UTF-8" and import that.',
      { cause, details: [{ at: `line ${line}`, message: `not ${encoding.toUpperCase()}` }] },
    )
  }
}

/** The longest beginning that decodes; found by halving, because the decoder does not say where it stopped. */
function goodPrefix(bytes: Uint8Array, encoding: Encoding): { bytes: number; text: string } {
  let good = { bytes: 0, text: '' }
  let bad = bytes.length + 1
  while (bad - good.bytes > 1) {
    const middle = Math.floor((good.bytes + bad) / 2)
    try {
      const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
      good = { bytes: middle, text: decoder.decode(bytes.subarray(0, middle), { stream: true }) }
    } catch {
      bad = middle
    }
  }
  return good
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
