import { closedCurve, type Path, type Point, smoothCurve } from './vector-path.ts'

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

/** A straight guilloche band: `strands` interlaced waves from one point to another, `depth` to either side. */
export function guilloche(
  [fromX, fromY]: Point,
  [toX, toY]: Point,
  wave: { readonly depth: number; readonly count: number },
  strands: number,
): readonly Path[] {
  const length = Math.hypot(toX - fromX, toY - fromY)
  const [alongX, alongY] = [(toX - fromX) / length, (toY - fromY) / length]
  return Array.from({ length: strands }, (_, strand) =>
    smoothCurve((t) => {
      const swing = wave.depth * Math.sin(wave.count * turn * t + (strand * turn) / strands)
      const run = length * t
      return [fromX + alongX * run - alongY * swing, fromY + alongY * run + alongX * swing]
    }, wave.count * 4),
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
