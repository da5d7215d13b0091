import { Refusal } from '../../errors.ts'

/** How much JSON we are ready to read; a real badge is some 10 kB, four levels deep. */
export interface JsonLimits {
  readonly maxBytes: number
  readonly maxDepth: number
  /** Values of any kind, the root included. */
  readonly maxNodes: number
  /** Items of one array: sets are compared item by item when statements are made of them. */
  readonly maxItems: number
  /** Characters of one string that is not a `data:` URI. */
  readonly maxStringLength: number
}

export const jsonLimits: JsonLimits = {
  maxBytes: 1_000_000,
  maxDepth: 32,
  maxNodes: 20_000,
  maxItems: 1_000,
  maxStringLength: 65_536,
}

/** A place in the text, and what is left of the allowance. */
interface Reader {
  readonly text: string
  readonly limits: JsonLimits
  at: number
  nodes: number
}

const space = /[ \t\n\r]*/y
const literal = /true|false|null/y
const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
// A string as RFC 8259 §7 has it: no raw control characters, and only the known escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
const quoted = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const loneSurrogate = /\p{Surrogate}/u

function position(text: string, at: number): string {
  const before = text.slice(0, at).split('\n')
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`
}

function refuse({ text, at }: Reader, what: string): never {
  throw new Refusal('not-strict-json', `The JSON ${what} at ${position(text, at)}.`)
}

function refuseSize({ text, at }: Reader, what: string): never {
  throw new Refusal('input-too-large', `The JSON ${what} at ${position(text, at)}.`)
}

/** What `pattern` matches right here, moved past; undefined if nothing. */
function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  reader.at += found?.length ?? 0
  return found
}

/** Whether the next character that is not white space is `mark`; if so, moved past it. */
function takeMark(reader: Reader, mark: string): boolean {
  take(reader, space)
  if (reader.text[reader.at] !== mark) return false
  reader.at += 1
  return true
}

function readString(reader: Reader): string {
  take(reader, space)
  const start = reader.at
  const raw = take(reader, quoted) ?? refuse(reader, 'is not well formed')
  const value: string = JSON.parse(raw)
  const from = { ...reader, at: start }
  if (loneSurrogate.test(value)) refuse(from, 'has half a surrogate pair')
  if (value.length > reader.limits.maxStringLength && !value.startsWith('data:'))
    refuseSize(from, `has a string of more than ${reader.limits.maxStringLength} characters`)
  return value
}

/** A number that two readers could understand differently has no place in something signed (RFC 8259 §6). */
function readNumber(reader: Reader): number {
  const start = reader.at
  const raw = take(reader, numeral) ?? refuse(reader, 'is not well formed')
  const value = Number(raw)
  const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
  return isExact ? value : refuse({ ...reader, at: start }, 'has a number too large to be exact')
}

function readArray(reader: Reader, depth: number): unknown[] {
  const items: unknown[] = []
  if (takeMark(reader, ']')) return items
  const { maxItems } = reader.limits
  do {
    if (items.length === maxItems) refuseSize(reader, `has more than ${maxItems} items in an array`)
    items.push(readValue(reader, depth))
  } while (takeMark(reader, ','))
  if (!takeMark(reader, ']')) refuse(reader, 'is not well formed')
  return items
}

function readKey(reader: Reader, known: object): string {
  take(reader, space)
  const start = reader.at
  const key = readString(reader)
  const from = { ...reader, at: start }
  if (key === '__proto__') refuse(from, 'has a key "__proto__"')
  if (Object.hasOwn(known, key)) refuse(from, `has the key ${JSON.stringify(key)} twice`)
  if (!takeMark(reader, ':')) refuse(reader, 'is not well formed')
  return key
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const members: Record<string, unknown> = {}
  if (takeMark(reader, '}')) return members
  do {
    const key = readKey(reader, members)
    members[key] = readValue(reader, depth)
  } while (takeMark(reader, ','))
  if (!takeMark(reader, '}')) refuse(reader, 'is not well formed')
  return members
}

function readValue(reader: Reader, depth: number): unknown {
  take(reader, space)
  reader.nodes += 1
  const { maxDepth, maxNodes } = reader.limits
  if (reader.nodes > maxNodes) refuseSize(reader, `has more than ${maxNodes} values`)
  const opens = reader.text[reader.at] === '{' || reader.text[reader.at] === '['
  if (opens && depth === maxDepth) refuseSize(reader, `is nested more than ${maxDepth} levels deep`)
  if (takeMark(reader, '{')) return readObject(reader, depth + 1)
  if (takeMark(reader, '[')) return readArray(reader, depth + 1)
  if (reader.text[reader.at] === '"') return readString(reader)
  const word = take(reader, literal)
  return word === undefined ? readNumber(reader) : JSON.parse(word)
}

function decode(input: Uint8Array | string, { maxBytes }: JsonLimits): string {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength
  if (size > maxBytes)
    throw new Refusal('input-too-large', `The JSON has ${size} bytes; ${maxBytes} is the limit.`)
  if (typeof input === 'string') return input.replace(/^\uFEFF/, '')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(input)
  } catch (cause) {
    throw new Refusal('not-strict-json', 'The JSON is not valid UTF-8.', { cause })
  }
}

/**
 * Reads JSON that has one meaning only, whoever reads it (RFC 8259, and the narrower I-JSON of RFC 7493), in time
 * proportional to its length. One byte order mark at the start is let pass.
 *
 * Refuses with `not-strict-json` (and the line and column): bad syntax or UTF-8, a key twice, a `__proto__` key, half a
 * surrogate pair, a number that is not exact; with `input-too-large` what is above the limits.
 */
export function parseStrictJson(
  input: Uint8Array | string,
  limits: JsonLimits = jsonLimits,
): unknown {
  const reader: Reader = { text: decode(input, limits), limits, at: 0, nodes: 0 }
  const value = readValue(reader, 0)
  take(reader, space)
  return reader.at === reader.text.length ? value : refuse(reader, 'has more after its end')
}
