import type { Palette } from './certificate-layout.ts'
import type { Shape } from './emblem.ts'
import { keeping } from './keeping.ts'
import { guilloche, rosette } from './ornament.ts'
import type { PageSize } from './sheet-plan.ts'
import { circle, type Path, type Point, rectangle } from './vector-path.ts'

// Distances from the edge of the paper, in points; printers leave up to 12 blank.
const outerRule = 21
const innerRule = 45
const bandMiddle = (outerRule + innerRule) / 2
const medallion = 17.6

/** How far the border reaches from the edge of the paper, along the sides and in the corners. */
export const borderDepth = innerRule
export const cornerDepth = bandMiddle + medallion

const cornersOf = ({ width, height }: PageSize): readonly Point[] => [
  [bandMiddle, bandMiddle],
  [width - bandMiddle, bandMiddle],
  [width - bandMiddle, height - bandMiddle],
  [bandMiddle, height - bandMiddle],
]

/**
 * Ornamental border: engraved bands between two rules, with a medallion in each corner. The same array for the same
 * colours and size.
 */
export const borderShapes = keeping(
  ({ accent, line, width, height }: Palette & PageSize) => `${accent} ${line} ${width} ${height}`,
  ({ accent, line, ...page }: Palette & PageSize): readonly Shape[] => {
    const engraved = (path: Path): Shape => ({ path, stroke: line, width: 0.4 })
    const corners = cornersOf(page)
    return [
      ...corners
        .flatMap((corner, index) => bandFrom(corner, corners[(index + 1) % 4] ?? corner))
        .map(engraved),
      { path: ruleAt(page, outerRule), stroke: accent, width: 1.1 },
      { path: ruleAt(page, innerRule), stroke: accent, width: 0.5 },
      ...corners.flatMap((corner): readonly Shape[] => [
        { path: circle(corner, medallion), fill: '#ffffff' },
        ...rosette(corner, { inner: 4, outer: medallion - 1.8 }, 8, 3).map(engraved),
        { path: circle(corner, medallion), stroke: accent, width: 0.7 },
        { path: circle(corner, 1.6), fill: accent },
      ]),
    ]
  },
)

const ruleAt = ({ width, height }: PageSize, inset: number): Path =>
  rectangle(inset, inset, width - 2 * inset, height - 2 * inset)

/** The band of one side, which ends under the medallions; about one wave in 23 points. */
function bandFrom([fromX, fromY]: Point, [toX, toY]: Point): readonly Path[] {
  const length = Math.hypot(toX - fromX, toY - fromY)
  const under = (medallion - 2) / length
  const [dx, dy] = [(toX - fromX) * under, (toY - fromY) * under]
  const wave = { depth: 7.5, count: Math.round(length / 23) }
  return guilloche([fromX + dx, fromY + dy], [toX - dx, toY - dy], wave, 4)
}
