import type { Shape } from './emblem.ts'
import { decimal, svgPath } from './vector-path.ts'

/** A shape as an SVG element. */
export function element(shape: Shape): string {
  const d = svgPath(shape.path)
  return 'fill' in shape
    ? `<path fill="${shape.fill}" d="${d}"/>`
    : `<path fill="none" stroke="${shape.stroke}" stroke-width="${decimal(shape.width)}" d="${d}"/>`
}

/** A picture of so many pixels from elements that are safe already. */
export function svgOf(
  { width, height }: { readonly width: number; readonly height: number },
  elements: readonly string[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${elements.join('')}</svg>`
}
