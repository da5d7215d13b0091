import type { Rectangle } from './printed-pages.ts'
import type { GreyPicture } from './read-codes.ts'

const leastDarkness = 3
const leastPixels = 4

interface Sums {
  letters: number
  shown: number
  lettersSquared: number
  shownSquared: number
  both: number
}

function sumsOf(letters: GreyPicture, shown: GreyPicture, box: Rectangle): Sums {
  const sums = { letters: 0, shown: 0, lettersSquared: 0, shownSquared: 0, both: 0 }
  for (let y = box.bottom; y < box.top; y++)
    for (let x = box.left; x < box.right; x++) {
      const one = 255 - (letters.pixels[y * letters.width + x] ?? 255)
      const other = 255 - (shown.pixels[y * shown.width + x] ?? 255)
      sums.letters += one
      sums.shown += other
      sums.lettersSquared += one * one
      sums.shownSquared += other * other
      sums.both += one * other
    }
  return sums
}

/** Whole pixels, with one around them and not too few to tell anything. */
function widened(from: number, to: number): readonly [number, number] {
  const missing = Math.max(0, leastPixels - (to - from)) / 2
  return [Math.floor(from - missing) - 1, Math.ceil(to + missing) + 1]
}

/**
 * How much what the whole page shows within a box is like the letters there, as they are drawn by themselves in black
 * on white: 1 for the same, also light on dark; 0 for nothing or anything else. What is as narrow as a full stop is
 * compared with what stands around it.
 *
 * @param letters the page with nothing but its text, of the same size as `shown`.
 */
export function likeness(letters: GreyPicture, shown: GreyPicture, box: Rectangle): number {
  const [left, right] = widened(box.left, box.right)
  const [bottom, top] = widened(box.bottom, box.top)
  if (left < 0 || bottom < 0 || right > shown.width || top > shown.height) return 0
  const sums = sumsOf(letters, shown, { left, bottom, right, top })
  const count = (right - left) * (top - bottom)
  const spread = (squares: number, sum: number) =>
    Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
  const ink = spread(sums.lettersSquared, sums.letters)
  const seen = spread(sums.shownSquared, sums.shown)
  if (ink < 1 || seen < leastDarkness) return 0
  const together = sums.both / count - (sums.letters / count) * (sums.shown / count)
  return Math.abs(together / (ink * seen))
}
