import { Refusal } from '../errors.ts'

/** A start tag as written: names with their prefixes, attribute values with their references resolved. */
export interface StartTag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Where it starts, and where what follows it starts. */
  readonly start: number
  readonly end: number
  readonly isEmpty: boolean
}

const namedReferences: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

const unreadable = (message: string) => new Refusal('input-unreadable', message)

/**
 * The start tags of an XML text in order, skipping comments, instructions and CDATA. It knows only the five references
 * of XML itself: a DOCTYPE, which could define others, is refused with `input-unreadable`.
 */
export function* startTags(xml: string): Generator<StartTag> {
  let at = 0
  while (true) {
    const open = xml.indexOf('<', at)
    if (open < 0) return
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
    attributes.set(key, resolveReferences(attribute[2] ?? attribute[3] ?? ''))
    at = attributePattern.lastIndex
  }
}

/** Text with `&amp;` and the like resolved; refuses any reference that XML does not define itself. */
export function resolveReferences(text: string): string {
  return text.replace(/&([^;&\s]{0,10});?/g, (reference, name: string) => {
    const known = namedReferences[name]
    const numeric = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name)
    const code = numeric && Number.parseInt(numeric[1] ?? numeric[2] ?? '', numeric[1] ? 16 : 10)
    if (!reference.endsWith(';') || (known === undefined && !isCharacter(code))) {
      throw unreadable('The SVG uses an XML entity that is not allowed')
    }
    return known ?? String.fromCodePoint(code ?? 0)
  })
}

function isCharacter(code: number | null): code is number {
  return code !== null && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
