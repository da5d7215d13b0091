import { borderDepth, cornerDepth } from './certificate-border.ts'
import { imprintRule } from './certificate-closing.ts'
import type { CertificateText } from './certificate-facts.ts'
import {
  flowerHeight,
  flowerWidth,
  middle,
  page,
  paletteOf,
  placeBody,
  qrBox,
  sealAt,
} from './certificate-layout.ts'
import type { Box } from './ornament.ts'
import type { Rectangle } from './printed-pages.ts'

/** Ink is told in squares of 4 points, which reach over the edge of what they belong to. */
const margin = 4.5
/** The flower's leaves to either side, and half of its rules' thickness. */
const flower = { across: 9, rule: 1 } as const

/** Where a place inside the border has ink that is no letter: in the flower, the seal, the rule and the code. */
function isOrnament([x, y]: readonly [number, number], boxes: readonly Box[]): boolean {
  const [sealX, sealY] = sealAt.centre
  return (
    Math.hypot(x - sealX, y - sealY) < sealAt.radius + margin ||
    boxes.some(
      (box) =>
        x > box.x - margin &&
        x < box.x + box.width + margin &&
        y > box.y - margin &&
        y < box.y + box.height + margin,
    )
  )
}

function isBorder([x, y]: readonly [number, number]): boolean {
  const [fromSide, fromEnd] = [Math.min(x, page.width - x), Math.min(y, page.height - y)]
  return (
    Math.min(fromSide, fromEnd) < borderDepth + margin ||
    Math.max(fromSide, fromEnd) < cornerDepth + margin
  )
}

function flowerBoxes(text: CertificateText): readonly Box[] {
  // Where it stands does not depend on colours.
  const palette = paletteOf({ label: '', ink: '#000000', ground: '#ffffff' })
  const top = placeBody(text, palette).find(({ block }) => block.kind === 'flower')?.top ?? 0
  const y = top + flowerHeight / 2
  return [
    { x: middle - flower.across, y: top, width: 2 * flower.across, height: flowerHeight },
    {
      x: middle - flowerWidth / 2,
      y: y - flower.rule,
      width: flowerWidth,
      height: 2 * flower.rule,
    },
  ]
}

/**
 * Whether a certificate shows anything that our layout does not draw: beside its letters there are its border, flower,
 * seal and rule, and the code where one could be read.
 */
export function hasForeignInk(
  text: CertificateText,
  ink: readonly Rectangle[],
  codes: readonly string[],
): boolean {
  const boxes = [imprintRule, ...flowerBoxes(text), ...(codes.length === 0 ? [] : [qrBox])]
  return ink.some(({ left, right, top, bottom }) => {
    const place = [(left + right) / 2, page.height - (top + bottom) / 2] as const
    return !isBorder(place) && !isOrnament(place, boxes)
  })
}
