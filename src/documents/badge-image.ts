import { Resvg } from '@resvg/resvg-js'
import { blend, contrast } from './colours.ts'
import { drawEmblem, type Emblem, type Shape } from './emblem.ts'
import { element } from './shape-svg.ts'
import { escapeXml } from './svg-scanner.ts'
import { outlines, type Setting, setText, widthOf } from './typesetting.ts'
import { circle, placePath } from './vector-path.ts'

/** Side of the square picture, in pixels. */
export const badgeSize = 600

export interface BadgeInput extends Emblem {
  readonly title: string
  readonly issuer: string
}

const middle = badgeSize / 2

/**
 * The badge as SVG. Its letters are outlines, so that it looks the same on a machine without our fonts; the words are
 * also there as its title and description for those who listen. Refuses with `name-not-printable`.
 */
export function drawBadgeSvg(badge: BadgeInput): string {
  const { label, title, issuer, ink, ground } = badge
  const words = contrast(ink, ground) >= 4.5 ? ink : darkOrLight(ground)
  const name = setText(title, 'display', { width: 430, size: 46, comfortable: 36, lines: 3 })
  const by = setText(issuer, 'sans', { width: 300, size: 19, comfortable: 15, lines: 2 })
  const shapes: readonly Shape[] = [
    { path: circle([middle, middle], 296), fill: ground },
    { path: circle([middle, middle], 284), stroke: blend(words, ground, 0.85), width: 2.5 },
    { path: circle([middle, middle], 277), stroke: blend(words, ground, 0.5), width: 1 },
    ...drawEmblem({ label, ink: words, ground }, [middle, 184], 128),
    ...setLines(name, 408, words),
    ...setLines(by, 512, blend(words, ground, 0.88)),
  ]
  const alternative = `${title} – ${issuer}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${badgeSize}" height="${badgeSize}" viewBox="0 0 ${badgeSize} ${badgeSize}" role="img" aria-label="${escapeXml(alternative)}">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(issuer)}</desc>`,
    ...shapes.map(element),
    '</svg>',
  ].join('')
}

const darkOrLight = (ground: string) =>
  contrast('#ffffff', ground) >= contrast('#14181f', ground) ? '#ffffff' : '#14181f'

/** Centred lines around a height, as outlines. */
function setLines(setting: Setting, centre: number, fill: string): Shape[] {
  const { face, size, lines } = setting
  const leading = size * 1.16
  const first = centre - ((lines.length - 1) * leading) / 2 + size * 0.32
  return lines.map((line, index) => {
    const x = middle - widthOf(face, line, size) / 2
    return { path: placePath(outlines(setting, line), 1, [x, first + index * leading]), fill }
  })
}

/** One of our own SVG drawings as a PNG of 600 by 600 pixels. No font of the machine is used. */
export function renderBadgePng(svg: string): Uint8Array {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: badgeSize },
    font: { loadSystemFonts: false },
  })
  return new Uint8Array(picture.render().asPng())
}
