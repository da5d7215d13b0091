import { closedCurve, type Path, type Point } from './vector-path.ts'

/** A box in points, from its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const turn = 2 * Math.PI

/** Interlaced closed lines around a centre, as engraved on banknotes: `petals` waves, drawn `strands` times. */
export function rosette(
  [x, y]: Point,
  radii: { readonly inner: number; readonly outer: number },
  petals: number,
  strands: number,
): readonly Path[] {
  const middle = (radii.inner + radii.outer) / 2
  const depth = (radii.outer - radii.inner) / 2
  return Array.from({ length: strands }, (_, strand) =>
    closedCurve((t) => {
      const radius = middle + depth * Math.cos(petals * turn * t + (strand * turn) / strands)
      return [x + radius * Math.cos(turn * t), y + radius * Math.sin(turn * t)]
    }, petals * 4),
  )
}

/** A disc whose edge is scalloped like a stamped seal. */
export function seal([x, y]: Point, radius: number, scallops: number): Path {
  return closedCurve((t) => {
    const edge = radius * (1 + 0.018 * Math.cos(scallops * turn * t))
    return [x + edge * Math.cos(turn * t), y + edge * Math.sin(turn * t)]
  }, scallops * 4)
}

/** Point and outward normal at the fraction `t` of the way round a box with rounded corners. */
function alongBox(box: Box, radius: number, t: number): { at: Point; normal: Point } {
  const across = box.width - 2 * radius
  const down = box.height - 2 * radius
  const arc = (turn * radius) / 4
  const sides = [across, down, across, down]
  const corners: Point[] = [
    [box.x + box.width - radius, box.y + radius],
    [box.x + box.width - radius, box.y + box.height - radius],
    [box.x + radius, box.y + box.height - radius],
    [box.x + radius, box.y + radius],
  ]
  let rest = (t - Math.floor(t)) * (2 * (across + down) + 4 * arc)
  for (const [index, side] of sides.entries()) {
    const [cx, cy] = corners[index] as Point
    const facing = (turn / 4) * (index - 1)
    if (rest <= side + arc) {
      const angle = facing + Math.max(0, rest - side) / radius
      const back = Math.max(0, side - rest)
      const normal: Point = [Math.cos(angle), Math.sin(angle)]
      const at: Point = [
        cx + radius * normal[0] + back * Math.sin(facing),
        cy + radius * normal[1] - back * Math.cos(facing),
      ]
      return { at, normal }
    }
    rest -= side + arc
  }
  return alongBox(box, radius, 0)
}

/** A guilloche band: `strands` waves running round the middle line of a frame, `depth` points to either side. */
export function guillocheFrame(
  box: Box,
  depth: number,
  waves: number,
  strands: number,
): readonly Path[] {
  const radius = depth * 2.6
  return Array.from({ length: strands }, (_, strand) =>
    closedCurve((t) => {
      const { at, normal } = alongBox(box, radius, t)
      const swing = depth * Math.sin(waves * turn * t + (strand * turn) / strands)
      return [at[0] + normal[0] * swing, at[1] + normal[1] * swing]
    }, waves * 4),
  )
}

/** A printer's flower between two tapering rules, `width` points wide. */
export function fleuron([x, y]: Point, width: number): Path {
  const half = width / 2
  const gap = 13
  const leaf = 5.5
  const petal = (dx: number, dy: number): Path => [
    ['M', x, y],
    [
      'C',
      x + dx * 0.3 - dy * 0.55,
      y + dy * 0.3 - dx * 0.55,
      x + dx * 0.8,
      y + dy * 0.8,
      x + dx,
      y + dy,
    ],
    ['C', x + dx * 0.8, y + dy * 0.8, x + dx * 0.3 + dy * 0.55, y + dy * 0.3 + dx * 0.55, x, y],
    ['Z'],
  ]
  const taper = (sign: number): Path => [
    ['M', x + sign * gap, y],
    ['L', x + sign * (gap + 4), y - 0.75],
    ['L', x + sign * half, y],
    ['L', x + sign * (gap + 4), y + 0.75],
    ['Z'],
  ]
  return [
    ...petal(0, -leaf),
    ...petal(0, leaf),
    ...petal(-leaf * 1.5, 0),
    ...petal(leaf * 1.5, 0),
    ...taper(-1),
    ...taper(1),
  ]
}
