import { Refusal } from '../errors.ts'
import type { Stretch } from './upload.ts'

/** Where a part of a form stands in the body, and what its header calls it. */
export interface Part extends Stretch {
  readonly name: string
  /** There for files only; empty where none was chosen. */
  readonly filename?: string
}

const maxHeaderBytes = 8 * 1024
const maxPaddingBytes = 64
const lineEnd = Buffer.from('\r\n')
const headerEnd = Buffer.from('\r\n\r\n')

const unreadable = (what: string) => new Refusal('bad-request', `The form cannot be read: ${what}`)

/** The boundary a `multipart/form-data` header names (RFC 2046 §5.1.1: 1 to 70 characters). */
export function boundaryIn(contentType: string): string | undefined {
  const [type = ''] = contentType.split(';', 1)
  if (type.trim().toLowerCase() !== 'multipart/form-data') return undefined
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70}))\s*(?:;|$)/i.exec(contentType)
  return found?.[1] ?? found?.[2]
}

const parameter = /\s*;\s*([\w*-]+)=(?:"([^"]*)"|([^\s;"]*))/y

// WHATWG HTML "multipart form data": the three characters that could end the quotation come as these.
const unescaped = (text: string) =>
  text.replace(/%0D%0A|%0D|%0A|%22/gi, (found) => decodeURIComponent(found))

/** RFC 7578 §4.2: `form-data; name="…"; filename="…"`, read from left to right: a name may hold what looks like one. */
function readDisposition(value: string): Pick<Part, 'name' | 'filename'> {
  const [kind = ''] = value.split(';', 1)
  if (kind.trim().toLowerCase() !== 'form-data') throw unreadable('a part is no form-data')
  const found = new Map<string, string>()
  parameter.lastIndex = kind.length
  for (let match = parameter.exec(value); match; match = parameter.exec(value)) {
    const [, key = '', quoted, token = ''] = match
    if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), unescaped(quoted ?? token))
  }
  const name = found.get('name')
  if (name === undefined) throw unreadable('a part has no name')
  const filename = found.get('filename') ?? (found.has('filename*') ? '' : undefined)
  return filename === undefined ? { name } : { name, filename }
}

function readHeader(bytes: Buffer): Pick<Part, 'name' | 'filename'> {
  const fields = bytes.toString('utf8').split('\r\n')
  const fieldOf = (name: string) => {
    const field = fields.find((line) => line.toLowerCase().startsWith(`${name}:`))
    return field?.slice(name.length + 1).trim()
  }
  // RFC 7578 §4.7 deprecates it; no browser sends it, and passing over it would read other bytes than were meant.
  if (!/^(?:binary|8bit|7bit)?$/i.test(fieldOf('content-transfer-encoding') ?? ''))
    throw unreadable('a part is encoded')
  return readDisposition(fieldOf('content-disposition') ?? '')
}

/** What is read next: text before or in a part up to a delimiter, the rest of a delimiter's line, or a header. */
type Place = 'content' | 'delimiter' | 'header' | 'end'

/** Finds the parts in a body that comes in chunks of any size; of it no more is kept than a header or a delimiter. */
class PartFinder {
  readonly parts: Part[] = []
  readonly #delimiter: Buffer
  readonly #maxParts: number
  // The first delimiter has no line end before it; this one stands in for it.
  #held: Buffer = lineEnd
  #at = -lineEnd.length
  #open: Pick<Part, 'name' | 'filename' | 'start'> | undefined
  place: Place = 'content'

  constructor(boundary: string, maxParts: number) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`)
    this.#maxParts = maxParts
  }

  add(chunk: Uint8Array): void {
    this.#held = this.#held.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#held, chunk])
    while (this.place !== 'end' && this.#step());
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count)
    this.#at += count
  }

  /** Whether what is held was enough to go on. */
  #step(): boolean {
    switch (this.place) {
      case 'content':
        return this.#readContent()
      case 'delimiter':
        return this.#readDelimiter()
      case 'header':
        return this.#readHeader()
      case 'end':
        return false
    }
  }

  #readContent(): boolean {
    const found = this.#held.indexOf(this.#delimiter)
    if (found === -1) {
      // The last bytes may be the beginning of a delimiter.
      this.#drop(Math.max(0, this.#held.length - this.#delimiter.length + 1))
      return false
    }
    this.#close(this.#at + found)
    this.#drop(found + this.#delimiter.length)
    this.place = 'delimiter'
    return true
  }

  #close(end: number): void {
    if (!this.#open) return
    const { start } = this.#open
    this.parts.push({ ...this.#open, size: Math.max(0, end - start) })
    this.#open = undefined
  }

  #readDelimiter(): boolean {
    if (this.#held.length < 2) return false
    if (this.#held.subarray(0, 2).toString('latin1') === '--') {
      this.place = 'end'
      return false
    }
    const end = this.#held.indexOf(lineEnd)
    if (end > maxPaddingBytes || (end === -1 && this.#held.length > maxPaddingBytes))
      throw unreadable('a delimiter does not end')
    if (end === -1) return false
    if (/[^ \t]/.test(this.#held.subarray(0, end).toString('latin1')))
      throw unreadable('a delimiter does not end')
    this.#drop(end)
    this.place = 'header'
    return true
  }

  /** From the line end of the delimiter on, so that a part without a header is seen to have none. */
  #readHeader(): boolean {
    const end = this.#held.indexOf(headerEnd)
    if (end > maxHeaderBytes || (end === -1 && this.#held.length > maxHeaderBytes))
      throw unreadable('a header is too long')
    if (end === -1) return false
    if (this.parts.length >= this.#maxParts)
      throw new Refusal('bad-request', `The form has too many parts: over ${this.#maxParts}`)
    const header = readHeader(this.#held.subarray(lineEnd.length, Math.max(lineEnd.length, end)))
    this.#open = { ...header, start: this.#at + end + headerEnd.length }
    // RFC 2046 §5.1.1: a part with nothing in it may end with the line end of its header.
    this.#drop(end + lineEnd.length)
    this.place = 'content'
    return true
  }
}

/**
 * Where the parts of a `multipart/form-data` body stand (RFC 7578, RFC 2046 §5.1): the body is looked through once,
 * and of each part only its header is held.
 *
 * @throws Refusal `bad-request` for a body that is no such form, breaks off, or has too many parts.
 */
export async function findParts(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
  maxParts: number,
): Promise<readonly Part[]> {
  const finder = new PartFinder(boundary, maxParts)
  for await (const chunk of chunks) {
    finder.add(chunk)
    if (finder.place === 'end') return finder.parts
  }
  throw unreadable('it breaks off')
}
