import { Refusal } from '../errors.ts'

const odd = (at: number) =>
  new Refusal('bad-request', `The JSON cannot be read at character ${at + 1}`)

const space = /[ \t\r\n]*/y
const plain = /[^\s",:[\]{}]+/y
const bracket = /["{}[\]]/g

/** The end of what the pattern matches right here. @throws Refusal `bad-request` where it does not. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  if (!pattern.test(text)) throw odd(at)
  return pattern.lastIndex
}

const afterSpace = (text: string, at: number) => endOf(space, text, at)

function afterMark(text: string, at: number, mark: string): number {
  if (text[at] !== mark) throw odd(at)
  return afterSpace(text, at + 1)
}

/** Looks for the next quotation mark that no backslash stands before. */
function endOfString(text: string, start: number): number {
  if (text[start] !== '"') throw odd(start)
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let slashes = 0
    while (text[at - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return at + 1
  }
  throw odd(start)
}

/** What is inside is only counted, however deep: it is read later, by itself. */
function endOfNested(text: string, start: number): number {
  let depth = 0
  bracket.lastIndex = start
  for (let found = bracket.exec(text); found; found = bracket.exec(text)) {
    const [mark] = found
    if (mark === '"') bracket.lastIndex = endOfString(text, found.index)
    else depth += mark === '{' || mark === '[' ? 1 : -1
    if (depth === 0) return found.index + 1
  }
  throw odd(start)
}

function endOfValue(text: string, start: number): number {
  const first = text[start]
  if (first === '"') return endOfString(text, start)
  return first === '{' || first === '[' ? endOfNested(text, start) : endOf(plain, text, start)
}

interface Piece {
  readonly text: string
  /** Where the next one would begin, after its comma. */
  readonly next: number
  readonly isLast: boolean
}

/** What stands here up to a comma or the closing bracket. */
function readPiece(text: string, start: number, close: string): Piece {
  const end = endOfValue(text, start)
  const after = afterSpace(text, end)
  const isLast = text[after] === close
  const next = isLast ? afterSpace(text, after + 1) : afterMark(text, after, ',')
  return { text: text.slice(start, end), next, isLast }
}

/** Whether there is nothing between the brackets; then nothing may stand behind them either. */
function isEmpty(text: string, at: number, close: string): boolean {
  if (text[at] !== close) return false
  if (afterSpace(text, at + 1) !== text.length) throw odd(at + 1)
  return true
}

function* pieces(text: string, brackets: '{}' | '[]'): Generator<{ key: string; value: string }> {
  const [open = '', close = ''] = brackets
  let at = afterMark(text, 0, open)
  let isLast = isEmpty(text, at, close)
  while (!isLast) {
    let key = ''
    if (open === '{') {
      const end = endOfString(text, at)
      key = text.slice(at, end)
      at = afterMark(text, afterSpace(text, end), ':')
    }
    const piece = readPiece(text, at, close)
    yield { key, value: piece.text }
    at = piece.next
    isLast = piece.isLast
    if (isLast && at !== text.length) throw odd(at)
  }
}

// What is asked for has three members at the most; one that has many more is not read to its end.
const maxMembers = 20

/**
 * The members of a JSON object, each as it is written: a credential inside must be judged by its own text, since
 * parsing and writing it again would mend what two readers could understand differently.
 *
 * @throws Refusal `bad-request` where it is no object, names a member twice, or has more than 20.
 */
export function memberTexts(text: string): ReadonlyMap<string, string> {
  if (/^\s*(?:[["\d-]|true\b|false\b|null\b)/.test(text))
    throw new Refusal('bad-request', 'The JSON is no object', {
      particular: { kind: 'object-needed', at: '$' },
    })
  const found = new Map<string, string>()
  for (const { key, value } of pieces(text.trim(), '{}')) {
    const name = stringIn(key)
    if (found.size === maxMembers) throw new Refusal('bad-request', 'The JSON has too many members')
    if (name === undefined || found.has(name))
      throw new Refusal('bad-request', `The JSON has the member ${key} twice, or misspelt`)
    found.set(name, value)
  }
  return found
}

/**
 * The items of a JSON array, each as it is written; what stands after `most` of them is not looked at.
 *
 * @throws Refusal `bad-request`.
 */
export function itemTexts(text: string, most = 1_000): readonly string[] {
  const found: string[] = []
  for (const { value } of pieces(text.trim(), '[]')) {
    found.push(value)
    if (found.length === most) break
  }
  return found
}

// As bytes it would become another letter.
const halfPair = /\p{Surrogate}/u

/** The string this text stands for; `undefined` where it is no JSON string, or one of half characters. */
export function stringIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' && !halfPair.test(value) ? value : undefined
  } catch {
    return undefined
  }
}
