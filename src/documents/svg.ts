import { Refusal } from '../errors.ts'
import { type Baked, maxImageBytes, utf8 } from './png.ts'
import { escapeXml, resolveReferences, type StartTag, startTags } from './svg-scanner.ts'

const namespace3 = 'https://purl.imsglobal.org/ob/v3p0'
const namespace2 = 'http://openbadges.org'

const unreadable = (message: string) => new Refusal('input-unreadable', message)

/**
 * The picture with a credential baked in (OB 3.0 §5.3.2): JSON with its embedded proof goes into a CDATA section, a
 * compact JWS into the `verify` attribute. Takes the place of a credential the picture carries. Refuses with
 * `input-unreadable` what is no SVG.
 */
export function bakeSvg(svg: string, credential: string): string {
  const bare = withoutBaked(svg)
  const root = rootOf(bare)
  const prefix = root.attributes.get('xmlns:openbadges') ?? namespace3
  if (root.isEmpty || prefix !== namespace3) throw unreadable('This SVG cannot carry a credential')
  const isJson = credential.trimStart().startsWith('{')
  const element = isJson
    ? `<openbadges:credential><![CDATA[${safeInCdata(credential)}]]></openbadges:credential>`
    : `<openbadges:credential verify="${escapeXml(credential)}"></openbadges:credential>`
  const tag = bare.slice(root.start, root.end)
  const declared = root.attributes.has('xmlns:openbadges')
    ? tag
    : tag.replace(/^<[^\s/>]+/, (name) => `${name} xmlns:openbadges="${namespace3}"`)
  return `${bare.slice(0, root.start)}${declared}${element}${bare.slice(root.end)}`
}

// `]]>` ends a CDATA section. In JSON it can only stand inside a string, where the escape means the same.
const safeInCdata = (json: string) => json.replaceAll(']]>', ']]\\u003e')

/**
 * The credential baked into an SVG (OB 3.0 §5.3.2.3). Refuses with `input-too-large` over 2 MB, and with
 * `input-unreadable` a DOCTYPE, entities, text that is not well-formed UTF-8, and two credentials in one picture.
 */
export function readBakedSvg(input: Uint8Array | string): Baked {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.length
  if (size > maxImageBytes) throw new Refusal('input-too-large', 'The SVG is over 2 MB')
  const svg = typeof input === 'string' ? input : utf8(input, 'SVG')
  const root = rootOf(svg)
  const [current, second] = bakedTags(svg, root, namespace3, 'credential')
  if (second) throw unreadable('The SVG carries two credentials')
  if (current) return { kind: 'openbadge3', text: bodyOf(svg, current) }
  const [older] = bakedTags(svg, root, namespace2, 'assertion')
  return { kind: older ? 'openbadge2' : 'none' }
}

function rootOf(svg: string): StartTag {
  const [first] = startTags(svg)
  if (first?.name !== 'svg' && !first?.name.endsWith(':svg')) throw unreadable('This is not an SVG')
  return first
}

/** Elements of a badge namespace, by whatever prefix the root or the element itself declares for it. */
function bakedTags(svg: string, root: StartTag, namespace: string, name: string): StartTag[] {
  const found: StartTag[] = []
  // One by one: all of them at once would take a hundred MB.
  for (const tag of startTags(svg)) {
    const [local, prefix] = tag.name.split(':').reverse()
    const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
    const declared = tag.attributes.get(declaration) ?? root.attributes.get(declaration)
    if (local === name && resolveReferences(declared ?? '') === namespace) found.push(tag)
  }
  return found
}

function bodyOf(svg: string, tag: StartTag): string {
  const verify = verifyOf(tag)
  const body = textUntilClosed(svg, tag)
  if (verify && body)
    throw unreadable('The SVG carries a credential twice: as attribute and as text')
  if (!verify && !body) throw unreadable('The credential element of the SVG is empty')
  return verify || body
}

const verifyOf = (tag: StartTag) => resolveReferences(tag.attributes.get('verify') ?? '').trim()

function textUntilClosed(svg: string, tag: StartTag): string {
  const end = endOf(svg, tag)
  const inner = svg.slice(tag.end, end.bodyEnd).trim()
  if (inner.startsWith('<![CDATA[')) {
    const close = inner.indexOf(']]>')
    if (close + 3 !== inner.length)
      throw unreadable('The credential element of the SVG is not one text')
    return inner.slice('<![CDATA['.length, close).trim()
  }
  if (inner.includes('<')) throw unreadable('The credential element of the SVG is not one text')
  return resolveReferences(inner)
}

/** Where the element's own closing tag is; one inside a CDATA section does not count. */
function endOf(svg: string, tag: StartTag): { readonly bodyEnd: number; readonly end: number } {
  if (tag.isEmpty) return { bodyEnd: tag.end, end: tag.end }
  const cdata = /\s*<!\[CDATA\[/y
  cdata.lastIndex = tag.end
  const from = cdata.test(svg) ? svg.indexOf(']]>', tag.end) : tag.end
  const bodyEnd = from < 0 ? -1 : svg.indexOf(`</${tag.name}`, from)
  const close = bodyEnd < 0 ? -1 : svg.indexOf('>', bodyEnd)
  if (close < 0) throw unreadable('The credential element of the SVG is not closed')
  return { bodyEnd, end: close + 1 }
}

function withoutBaked(svg: string): string {
  const tags = bakedTags(svg, rootOf(svg), namespace3, 'credential')
  return tags.reduceRight(
    (text, tag) => text.slice(0, tag.start) + text.slice(endOf(text, tag).end),
    svg,
  )
}
