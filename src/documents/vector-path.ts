/** One step of an outline, as in SVG with absolute coordinates, y downwards. */
export type Step =
  | readonly ['M' | 'L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

/** An outline that PDF and SVG draw alike. */
export type Path = readonly Step[]

export type Point = readonly [number, number]

/** Two decimals without trailing zeros: finer than any printer, and the same text on every machine. */
export function decimal(value: number): string {
  const text = value.toFixed(2).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

export function svgPath(path: Path): string {
  return path
    .map(([letter, ...numbers]) => letter + numbers.map((number) => decimal(number)).join(' '))
    .join('')
}

/** Path construction operators of PDF (ISO 32000-1 §8.5.2), which has no quadratic curves. */
export function pdfPath(path: Path): string {
  let from: Point = [0, 0]
  const lines: string[] = []
  for (const step of path) {
    lines.push(pdfOperator(step, from))
    if (step[0] !== 'Z') from = [step.at(-2) as number, step.at(-1) as number]
  }
  return lines.join('\n')
}

function pdfOperator(step: Step, [x, y]: Point): string {
  switch (step[0]) {
    case 'M':
      return `${decimals(step.slice(1))} m`
    case 'L':
      return `${decimals(step.slice(1))} l`
    case 'C':
      return `${decimals(step.slice(1))} c`
    case 'Q': {
      const [, midX, midY, toX, toY] = step
      const pull = (from: number, towards: number) => from + (2 / 3) * (towards - from)
      const first = [pull(x, midX), pull(y, midY)]
      return `${decimals([...first, pull(toX, midX), pull(toY, midY), toX, toY])} c`
    }
    case 'Z':
      return 'h'
  }
}

const decimals = (numbers: readonly unknown[]) =>
  numbers.map((number) => decimal(Number(number))).join(' ')

/** The path scaled about the origin, then moved. */
export function placePath(path: Path, scale: number, [dx, dy]: Point): Path {
  return path.map(
    ([letter, ...numbers]) =>
      [letter, ...numbers.map((n, i) => n * scale + (i % 2 === 0 ? dx : dy))] as unknown as Step,
  )
}

/**
 * A smooth line through `steps` points of `curve`, whose parameter runs from 0 to 1. Each piece is the cubic Bézier with
 * the curve's own tangents, so few points suffice.
 */
export function smoothCurve(curve: (t: number) => Point, steps: number): Path {
  const nudge = 1e-5
  const third = 1 / (3 * steps)
  const knots = Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps
    const [x, y] = curve(t)
    const [beforeX, beforeY] = curve(t - nudge)
    const [afterX, afterY] = curve(t + nudge)
    const scale = third / (2 * nudge)
    return { x, y, dx: (afterX - beforeX) * scale, dy: (afterY - beforeY) * scale }
  })
  const [start, ...rest] = knots
  if (!start) return []
  const path: Step[] = [['M', start.x, start.y]]
  let from = start
  for (const to of rest) {
    path.push(['C', from.x + from.dx, from.y + from.dy, to.x - to.dx, to.y - to.dy, to.x, to.y])
    from = to
  }
  return path
}

export function closedCurve(curve: (t: number) => Point, steps: number): Path {
  return [...smoothCurve(curve, steps), ['Z']]
}

export function rectangle(x: number, y: number, width: number, height: number): Path {
  return [
    ['M', x, y],
    ['L', x + width, y],
    ['L', x + width, y + height],
    ['L', x, y + height],
    ['Z'],
  ]
}

export function circle([x, y]: Point, radius: number): Path {
  return closedCurve((t) => {
    const angle = 2 * Math.PI * t
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  }, 8)
}
