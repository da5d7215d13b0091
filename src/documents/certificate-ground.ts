import { borderDepth, cornerDepth } from './certificate-border.ts'
import { furnitureOf, type PageClaims } from './certificate-design.ts'
import type { CertificateText } from './certificate-facts.ts'
import { furnishingBoxes } from './certificate-furnishing.ts'
import { flowerHeight, flowerWidth, paletteOf, placeBody } from './certificate-layout.ts'
import type { Box } from './ornament.ts'
import type { PrintedPages } from './printed-pages.ts'
import { type Plan, planOf, sheetOfSize } from './sheet-plan.ts'

/** Ink is told in squares of 4 points, which reach over the edge of what they belong to. */
const margin = 4.5
/** The flower's leaves to either side, and half of its rules' thickness. */
const flower = { across: 9, rule: 1 } as const

type Place = readonly [number, number]

/** Where a place inside the border has ink that is no letter: in the flower, the seal, the rule and the code. */
function isOrnament({ seal }: Plan, [x, y]: Place, boxes: readonly Box[]): boolean {
  const [sealX, sealY] = seal.centre
  return (
    Math.hypot(x - sealX, y - sealY) < seal.radius + margin ||
    boxes.some(
      (box) =>
        x > box.x - margin &&
        x < box.x + box.width + margin &&
        y > box.y - margin &&
        y < box.y + box.height + margin,
    )
  )
}

function isBorder({ page }: Plan, [x, y]: Place): boolean {
  const [fromSide, fromEnd] = [Math.min(x, page.width - x), Math.min(y, page.height - y)]
  return (
    Math.min(fromSide, fromEnd) < borderDepth + margin ||
    Math.max(fromSide, fromEnd) < cornerDepth + margin
  )
}

function flowerBoxes(text: CertificateText, plan: Plan): readonly Box[] {
  const { middle } = plan
  // Where it stands does not depend on colours.
  const palette = paletteOf({ label: '', ink: '#000000', ground: '#ffffff' })
  const top =
    placeBody(text, { palette, plan }).find(({ block }) => block.kind === 'flower')?.top ?? 0
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
 * seal and rules, the code where one could be read, and the pictures that its issuer put there.
 */
export function hasForeignInk(
  text: CertificateText,
  { ink, codes, size }: PrintedPages,
  claims: PageClaims,
): boolean {
  const sheet = (size && sheetOfSize(size)) ?? { layout: 'landscape', paper: 'a4' }
  const plan = planOf(sheet.layout, sheet.paper, furnitureOf(claims))
  const boxes = [
    plan.imprint.rule,
    ...flowerBoxes(text, plan),
    ...furnishingBoxes(plan, claims),
    ...(codes.length === 0 ? [] : [plan.qr]),
  ]
  return ink.some(({ left, right, top, bottom }) => {
    const place = [(left + right) / 2, plan.page.height - (top + bottom) / 2] as const
    return !isBorder(plan, place) && !isOrnament(plan, place, boxes)
  })
}
