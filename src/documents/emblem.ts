import { blend } from './colours.ts'
import { rosette, seal } from './ornament.ts'
import { outlines, setText, widthOf } from './typesetting.ts'
import { circle, type Path, type Point, placePath } from './vector-path.ts'

/** The mark of an achievement: a short text and two colours, each `#rrggbb`. */
export interface Emblem {
  readonly label: string
  readonly ink: string
  readonly ground: string
}

/** Something to paint: an area, or a line of some width. */
export type Shape =
  | { readonly path: Path; readonly fill: string }
  | { readonly path: Path; readonly stroke: string; readonly width: number }

/**
 * The emblem as a seal with an engraved rosette around its label, all outlines: it looks the same in PDF, SVG and PNG,
 * with or without our fonts. Refuses a label that cannot be drawn with `name-not-printable`.
 */
export function drawEmblem(emblem: Emblem, centre: Point, radius: number): readonly Shape[] {
  const { ink, ground, label } = emblem
  const fine = blend(ink, ground, 0.62)
  const line = radius / 160
  const engraved = (inner: number, outer: number, petals: number): Shape[] =>
    rosette(centre, { inner: radius * inner, outer: radius * outer }, petals, 6).map((path) => ({
      path,
      stroke: fine,
      width: line,
    }))
  return [
    { path: seal(centre, radius, 48), fill: ground },
    { path: seal(centre, radius, 48), stroke: ink, width: line },
    { path: circle(centre, radius * 0.925), stroke: ink, width: line * 1.6 },
    ...engraved(0.6, 0.87, 18),
    { path: circle(centre, radius * 0.57), fill: ground },
    { path: circle(centre, radius * 0.57), stroke: ink, width: line * 1.6 },
    { path: circle(centre, radius * 0.535), stroke: fine, width: line },
    ...drawLabel(label, centre, radius, ink),
  ]
}

function drawLabel(label: string, [x, y]: Point, radius: number, ink: string): Shape[] {
  const room = { width: radius * 0.86, size: radius * 0.4, comfortable: radius * 0.2, lines: 2 }
  const setting = setText(label, 'display', { ...room, tracking: 40 })
  const leading = setting.size * 1.05
  const capitals = (setting.face.font.capHeight / setting.face.font.unitsPerEm) * setting.size
  const top = y - ((setting.lines.length - 1) * leading) / 2 + capitals / 2
  return setting.lines.map((line, index) => {
    const width = widthOf(setting.face, line, setting.size, setting.tracking)
    return {
      path: placePath(outlines(setting, line), 1, [x - width / 2, top + index * leading]),
      fill: ink,
    }
  })
}
