import type { Rectangle } from './printed-pages.ts'
import type { GreyPicture } from './read-codes.ts'

/** Grey that one sees on white, and the pixels of it in one square that are more than the edge of a letter. */
const darkness = 24
const leastPixels = 2
const square = 8

/** Whether there is ink within a pixel: letters that were set twice may differ by so much at their edges. */
function hasInkNear({ width, height, pixels }: GreyPicture, x: number, y: number): boolean {
  for (let down = Math.max(0, y - 1); down <= Math.min(height - 1, y + 1); down++)
    for (let across = Math.max(0, x - 1); across <= Math.min(width - 1, x + 1); across++)
      if ((pixels[down * width + across] ?? 255) < 255 - darkness / 3) return true
  return false
}

function countStray(shown: GreyPicture, letters: GreyPicture): Map<number, number> {
  const columns = Math.ceil(shown.width / square)
  const counts = new Map<number, number>()
  for (let y = 0; y < shown.height; y++)
    for (let x = 0; x < shown.width; x++) {
      if ((shown.pixels[y * shown.width + x] ?? 255) > 255 - darkness) continue
      if (hasInkNear(letters, x, y)) continue
      const at = Math.floor(y / square) * columns + Math.floor(x / square)
      counts.set(at, (counts.get(at) ?? 0) + 1)
    }
  return counts
}

/**
 * Where a page shows something other than letters, as squares of 8 pixels, in points from its lower left corner.
 *
 * @param letters what is accounted for, black on white, of the same size as `shown`.
 */
export function strayInk(
  shown: GreyPicture,
  letters: GreyPicture,
  pointsPerPixel: number,
): readonly Rectangle[] {
  const columns = Math.ceil(shown.width / square)
  return [...countStray(shown, letters)]
    .filter(([, count]) => count >= leastPixels)
    .map(([at]) => {
      const [left, top] = [(at % columns) * square, Math.floor(at / columns) * square]
      return {
        left: left * pointsPerPixel,
        right: (left + square) * pointsPerPixel,
        top: (shown.height - top) * pointsPerPixel,
        bottom: (shown.height - top - square) * pointsPerPixel,
      }
    })
}
