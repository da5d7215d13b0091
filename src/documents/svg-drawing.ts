import { Refusal } from '../errors.ts'
import { resolveReferences, startTags } from './svg-scanner.ts'

/** Shapes and gradients: nothing that fetches, runs, moves, or depends on the fonts of a machine. */
const elements = new Set(
  (
    'svg g defs title desc path rect circle ellipse line polyline polygon linearGradient radialGradient stop' +
    ' clipPath'
  ).split(' '),
)

const properties = new Set(
  (
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin' +
    ' stroke-miterlimit opacity stop-color stop-opacity clip-path clip-rule color display visibility'
  ).split(' '),
)

const attributes = new Set([
  ...properties,
  ...(
    'xmlns version viewBox width height preserveAspectRatio id class role aria-label xml:space d points x y x1 y1' +
    ' x2 y2 cx cy r rx ry fx fy transform gradientTransform gradientUnits spreadMethod clipPathUnits offset style'
  ).split(' '),
])

const maxElements = 5_000

const refused = (message: string) => new Refusal('input-unreadable', message)

/** Only places in the drawing itself may be pointed to. */
function checkValue(value: string): void {
  const text = resolveReferences(value)
  const outside = text.replace(/url\(\s*(["']?)#[\w.-]+\1\s*\)/gi, '')
  if (/url\s*\(|@import|\\/i.test(outside)) throw refused('it points outside itself')
}

function checkStyle(style: string): void {
  for (const declaration of resolveReferences(style).split(';')) {
    const [name = ''] = declaration.split(':')
    if (name.trim() !== '' && !properties.has(name.trim().toLowerCase()))
      throw refused(`its style sets "${name.trim().slice(0, 40)}", which is not read`)
  }
}

function checkAttribute(name: string, value: string): void {
  if (name.startsWith('xmlns:')) return
  if (!attributes.has(name))
    throw refused(`it has the attribute ${name.slice(0, 40)}, which is not read`)
  checkValue(value)
  if (name === 'style') checkStyle(value)
}

function checkElement(name: string): void {
  if (name === 'text') throw refused('it has text: turn it into paths')
  if (!elements.has(name)) throw refused(`it has <${name.slice(0, 40)}>, which is not read`)
}

/**
 * Lets an SVG pass that is a drawing and nothing else: shapes, gradients, clips. Refuses with `input-unreadable`, and
 * the name of what is not let pass: text (to be turned into paths), pictures, links, scripts, styles of its own.
 */
export function checkDrawing(svg: string): void {
  // Such as a style sheet from elsewhere, which whoever opens the file would fetch.
  if (/<\?(?!xml\s)/.test(svg)) throw refused('it has an instruction, <?…, which is not read')
  let count = 0
  for (const { name, attributes: given } of startTags(svg)) {
    if (count === 0 && name !== 'svg') throw refused('it is not an SVG')
    count += 1
    if (count > maxElements) throw refused(`it has over ${maxElements} elements`)
    checkElement(name)
    for (const [attribute, value] of given) checkAttribute(attribute, value)
  }
  if (count === 0) throw refused('it is not an SVG')
}
