import { Refusal } from '../errors.ts'

/** A start tag as written: names with their prefixes, attribute values with their references, which are XML’s own. */
export interface StartTag {
  readonly name: string
  /** Few of them are of use, so that `resolveReferences` is for whoever reads one. */
  readonly attributes: ReadonlyMap<string, string>
  /** Where it starts, and where what follows it starts. */
  readonly start: number
  readonly end: number
  readonly isEmpty: boolean
}

// The sign itself last: what it stands before is no reference.
const namedReferences = [
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
] as const

const unreadable = (message: string) => new Refusal('input-unreadable', message)

// A drawing of 2 MB has some ten thousand; many more are there to take up time.
const maxMarks = 200_000

/**
 * The start tags of an XML text in order, skipping comments, instructions and CDATA. It knows only the five references
 * of XML itself: a DOCTYPE, which could define others, is refused with `input-unreadable`, and so are over 200,000 tags.
 */
export function* startTags(xml: string): Generator<StartTag> {
  let at = 0
  for (let count = 0; ; count += 1) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
    if (count === maxMarks) throw unreadable('The SVG has too many elements')
    const skipped = skip(xml, open)
    if (skipped !== undefined) {
      at = skipped
      continue
    }
    const tag = startTag(xml, open)
    yield tag
    at = tag.end
  }
}

const skippable: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['</', '>'],
]

function skip(xml: string, open: number): number | undefined {
  for (const [from, to] of skippable) {
    if (!xml.startsWith(from, open)) continue
    const end = xml.indexOf(to, open + from.length)
    if (end < 0) throw unreadable('The SVG is cut short')
    return end + to.length
  }
  if (xml.startsWith('<!', open)) throw unreadable('An SVG with a DOCTYPE is not read')
  return undefined
}

// Sticky, and without nested repetition: time grows with the length of the text, whatever it holds.
const namePattern = /[^\s/>=<"'&]+/y
const attributePattern = /\s*([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const closePattern = /\s*(\/?)>/y

function startTag(xml: string, start: number): StartTag {
  namePattern.lastIndex = start + 1
  const name = namePattern.exec(xml)?.[0]
  if (name === undefined) throw unreadable('The SVG is not well-formed')
  const attributes = new Map<string, string>()
  let at = start + 1 + name.length
  while (true) {
    closePattern.lastIndex = at
    const close = closePattern.exec(xml)
    if (close) {
      return { name, attributes, start, end: closePattern.lastIndex, isEmpty: close[1] === '/' }
    }
    attributePattern.lastIndex = at
    const attribute = attributePattern.exec(xml)
    const key = attribute?.[1]
    if (!attribute || key === undefined || attributes.has(key)) {
      throw unreadable('The SVG is not well-formed')
    }
    attributes.set(key, refuseOddReferences(attribute[2] ?? attribute[3] ?? ''))
    at = attributePattern.lastIndex
  }
}

// Without captures or a replacement: a picture of 2 MB can hold 400,000 references, and has to be looked through quickly.
const oddReference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][\da-fA-F]{1,6});)/

function refuseOddReferences(text: string): string {
  if (oddReference.test(text)) throw unreadable('The SVG uses an XML entity that is not allowed')
  return text
}

function characterOf(digits: string): string {
  const isHex = /^x/i.test(digits)
  const code = Number.parseInt(isHex ? digits.slice(1) : digits, isHex ? 16 : 10)
  if (!isCharacter(code)) throw unreadable('The SVG uses an XML entity that is not allowed')
  return String.fromCodePoint(code)
}

/** Text with `&amp;` and the like resolved; refuses any reference that XML does not define itself. */
export function resolveReferences(text: string): string {
  let resolved = refuseOddReferences(text)
  if (resolved.includes('&#'))
    resolved = resolved.replace(/&#([^;]+);/g, (_, digits: string) => {
      const character = characterOf(digits)
      return character === '&' ? '&amp;' : character
    })
  for (const [name, character] of namedReferences)
    resolved = resolved.replaceAll(`&${name};`, character)
  return resolved
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
