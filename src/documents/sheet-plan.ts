import type { Box } from './ornament.ts'
import type { Point } from './vector-path.ts'

export const layouts = ['landscape', 'portrait'] as const
export type Layout = (typeof layouts)[number]

/** Upright, in points. */
export const paperSizes = {
  a4: { short: 595.28, long: 841.89 },
  letter: { short: 612, long: 792 },
} as const
export type Paper = keyof typeof paperSizes

export interface PageSize {
  readonly width: number
  readonly height: number
}

/** What a certificate has besides the signed facts, as far as it takes up room. */
export interface Furniture {
  /** A logo or a line of partners at the top. */
  readonly hasHead: boolean
  readonly hasSignatories: boolean
}

/** Where everything on a sheet stands, in points from its top left corner. */
export interface Plan {
  readonly page: PageSize
  readonly middle: number
  /** The main text: from heading to facts. */
  readonly body: { readonly top: number; readonly bottom: number; readonly width: number }
  readonly head: Box
  readonly signatories: Box
  readonly qr: Box
  /** How to check it, beside the code. */
  readonly address: { readonly x: number; readonly width: number }
  readonly seal: { readonly centre: Point; readonly radius: number }
  /** Date and issuer, set to the right, with a line between them. */
  readonly imprint: { readonly edge: number; readonly width: number; readonly rule: Box }
  readonly sampleNote: { readonly y: number; readonly width: number }
}

export function pageSize(layout: Layout, paper: Paper): PageSize {
  const { short, long } = paperSizes[paper]
  return layout === 'landscape' ? { width: long, height: short } : { width: short, height: long }
}

/** Which of our sheets has this size, as near as files are rounded; `undefined` for another. */
export function sheetOfSize({ width, height }: PageSize) {
  const papers = Object.keys(paperSizes) as Paper[]
  return papers
    .flatMap((paper) => layouts.map((layout) => ({ layout, paper })))
    .find(({ layout, paper }) => {
      const size = pageSize(layout, paper)
      return Math.abs(size.width - width) < 0.5 && Math.abs(size.height - height) < 0.5
    })
}

/** The line between date and issuer. */
function imprintOf(edge: number, width: number, y: number): Plan['imprint'] {
  return { edge, width, rule: { x: edge - width, y, width, height: 0.5 } }
}

const sampleNote = { y: 60, width: 400 } as const

function landscape(page: PageSize, { hasHead, hasSignatories }: Furniture): Plan {
  const { width, height } = page
  // A row of signatories takes its room from the foot of the page and from the main text.
  const foot = hasSignatories
    ? { body: 219, side: 80, qr: 141, seal: 101, radius: 45, rule: 103 }
    : { body: 171.28, side: 88, qr: 149.28, seal: 107.28, radius: 53, rule: 109.28 }
  const left = 76
  return {
    page,
    middle: width / 2,
    body: { top: hasHead ? 116 : 77, bottom: height - foot.body, width: width - 231.89 },
    head: { x: left, y: 68, width: width - 2 * left, height: 38 },
    signatories: { x: 96, y: height - 213, width: width - 192, height: 62 },
    qr: { x: left, y: height - foot.qr, width: foot.side, height: foot.side },
    address: { x: left + foot.side + 16, width: 182 },
    seal: { centre: [width / 2, height - foot.seal], radius: foot.radius },
    imprint: imprintOf(width - left, 232, height - foot.rule),
    sampleNote,
  }
}

function portrait(page: PageSize, { hasHead, hasSignatories }: Furniture): Plan {
  const { width, height } = page
  const left = 66
  const side = 84
  return {
    page,
    middle: width / 2,
    body: {
      top: hasHead ? 132 : 92,
      bottom: height - (hasSignatories ? 362 : 296),
      width: width - 150,
    },
    head: { x: left, y: 70, width: width - 2 * left, height: 46 },
    signatories: { x: left, y: height - 346, width: width - 2 * left, height: 62 },
    qr: { x: left, y: height - 146, width: side, height: side },
    address: { x: left + side + 14, width: 142 },
    seal: { centre: [width / 2, height - 222], radius: 54 },
    imprint: imprintOf(width - left, 200, height - 106),
    sampleNote,
  }
}

/** Where things stand on a sheet of this layout and paper. */
export function planOf(layout: Layout, paper: Paper, furniture: Furniture): Plan {
  const page = pageSize(layout, paper)
  return layout === 'landscape' ? landscape(page, furniture) : portrait(page, furniture)
}
