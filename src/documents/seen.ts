import type { Rectangle } from './printed-pages.ts'
import type { GreyPicture } from './read-codes.ts'

// Letters that are seen on a plain ground give 1, on a photograph still 0.6; nothing or other letters give 0.
const leastLikeness = 0.35
const leastDarkness = 30

/**
 * Whether the letters within a box, as they are drawn by themselves in black on white, are what the whole page shows
 * there: light on dark counts too. `undefined` where the box holds too little to tell, say a full stop.
 *
 * @param letters the page with nothing but its text, of the same size as `shown`.
 */
export function isSeen(
  letters: GreyPicture,
  shown: GreyPicture,
  box: Rectangle,
): boolean | undefined {
  const [left, top] = [Math.floor(box.left) - 1, Math.floor(box.bottom) - 1]
  const [right, bottom] = [Math.ceil(box.right) + 1, Math.ceil(box.top) + 1]
  if (right - left < 5 || bottom - top < 5) return undefined
  if (left < 0 || top < 0 || right > shown.width || bottom > shown.height) return false
  const sums = { ink: 0, seen: 0, inkInk: 0, seenSeen: 0, inkSeen: 0 }
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const ink = 255 - (letters.pixels[y * letters.width + x] ?? 255)
      const seen = 255 - (shown.pixels[y * shown.width + x] ?? 255)
      sums.ink += ink
      sums.seen += seen
      sums.inkInk += ink * ink
      sums.seenSeen += seen * seen
      sums.inkSeen += ink * seen
    }
  const count = (right - left) * (bottom - top)
  const spread = (squares: number, sum: number) => Math.sqrt(squares / count - (sum / count) ** 2)
  const [inked, shows] = [spread(sums.inkInk, sums.ink), spread(sums.seenSeen, sums.seen)]
  if (inked < 1 || shows < leastDarkness / 10) return false
  const together = sums.inkSeen / count - (sums.ink / count) * (sums.seen / count)
  return Math.abs(together / (inked * shows)) >= leastLikeness
}
