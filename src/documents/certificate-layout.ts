import type { CertificateText } from './certificate-facts.ts'
import { blend, readableOnWhite } from './colours.ts'
import { drawEmblem, type Emblem, type Shape } from './emblem.ts'
import { keeping } from './keeping.ts'
import { type Box, fleuron } from './ornament.ts'
import { type Setting, setText } from './typesetting.ts'

/** A4 across, in points. */
export const page = { width: 841.89, height: 595.28 } as const
export const middle = page.width / 2

/** Where the main text may stand, where the QR code and the closing lines are. */
const body = { top: 77, bottom: 424, width: 610 } as const
export const qrBox: Box = { x: 76, y: 446, width: 88, height: 88 }
export const sealAt = { centre: [middle, 488] as const, radius: 53 }

export interface Palette {
  readonly accent: string
  readonly text: string
  readonly quiet: string
  readonly line: string
}

export function paletteOf({ ink, ground }: Emblem): Palette {
  const accent = readableOnWhite(ground, ink)
  return {
    accent,
    text: '#20242c',
    quiet: '#4a505c',
    line: blend(accent, '#ffffff', 0.55),
  }
}

/** A block of centred lines, or the printer's flower that parts heading and text. */
export type Block =
  | {
      readonly kind: 'text'
      readonly tag: 'H1' | 'P'
      readonly setting: Setting
      readonly colour: string
      readonly language?: string | undefined
      readonly leading: number
      readonly space: number
    }
  | { readonly kind: 'flower'; readonly space: number }

export interface PlacedBlock {
  readonly block: Block
  readonly top: number
}

type TextBlock = Extract<Block, { kind: 'text' }>

export const flowerHeight = 10
export const flowerWidth = 210

function heightOf(block: Block): number {
  if (block.kind === 'flower') return flowerHeight
  return block.setting.size * (0.72 + (block.setting.lines.length - 1) * block.leading)
}

/** The main text from heading to facts, each block with the space above it; `scale` 1 is the size it should have. */
function blocksAt(text: CertificateText, palette: Palette, scale: number): readonly Block[] {
  const { messages, kind } = text
  const { width } = body
  const block = (setting: Setting, space: number, more: Partial<TextBlock> = {}): TextBlock => {
    const leading = setting.face.name === 'sans' ? 1.5 : 1.14
    return { kind: 'text', tag: 'P', colour: palette.text, setting, leading, space, ...more }
  }
  const quiet = { colour: palette.quiet }
  const signed = text.achievementLanguage === text.language ? undefined : text.achievementLanguage
  const small = (words: string) => setText(words, 'italic', { width, size: 16 * scale })
  const name = setText(text.name, 'display', {
    width,
    size: 47 * scale,
    comfortable: 31 * scale,
    lines: 3,
  })
  const title = setText(text.title, 'display', {
    width,
    size: 26 * scale,
    comfortable: 20 * scale,
    lines: 3,
  })
  const heading = setText(messages.headings[kind], 'display', {
    width,
    size: 38 * scale,
    tracking: 12,
  })
  return [
    block(heading, 0, { tag: 'H1', colour: palette.accent }),
    { kind: 'flower', space: 15 },
    block(small(messages.intro), 19, quiet),
    block(name, 22, { colour: palette.text }),
    block(small(messages.verbs[kind]), 24, quiet),
    block(title, 19, { colour: palette.accent, language: signed }),
    ...(text.distinction
      ? [block(setText(messages.withDistinction, 'italic', { width, size: 19 * scale }), 15, quiet)]
      : []),
    ...(text.description === ''
      ? []
      : [
          block(
            setText(text.description, 'sans', { width: 540, size: 9.5, comfortable: 9, lines: 3 }),
            20,
            { ...quiet, language: signed },
          ),
        ]),
    ...(text.facts.length === 0
      ? []
      : [block(setText(text.facts.join('  ·  '), 'sans', { width, size: 9.5 }), 16)]),
  ]
}

/** The room the blocks leave for the spaces between them, as a share of the spaces they ask for. */
function airOf(blocks: readonly Block[]): number {
  const ink = blocks.reduce((sum, block) => sum + heightOf(block), 0)
  const air = blocks.reduce((sum, block) => sum + block.space, 0)
  return (body.bottom - body.top - ink) / Math.max(air, 1)
}

/** The main text with the top of each block: as large as leaves air between the lines, centred in its part of the page. */
export function placeBody(text: CertificateText, palette: Palette): readonly PlacedBlock[] {
  let scale = 1
  let blocks = blocksAt(text, palette, scale)
  while (airOf(blocks) < 0.9 && scale > 0.4) {
    scale *= 0.94
    blocks = blocksAt(text, palette, scale)
  }
  const stretch = Math.max(0, Math.min(1.35, airOf(blocks)))
  const height = blocks.reduce((sum, block) => sum + heightOf(block) + block.space * stretch, 0)
  let top = (body.top + body.bottom - height) / 2
  return blocks.map((block) => {
    top += block.space * stretch
    const placed = { block, top }
    top += heightOf(block)
    return placed
  })
}

/** The seal at the foot of the page. The same array for the same emblem. */
export const sealShapes = keeping(
  ({ label, ink, ground }: Emblem) => `${ink} ${ground} ${label}`,
  (emblem: Emblem) => drawEmblem(emblem, sealAt.centre, sealAt.radius),
)

export function flowerShape(top: number, palette: Palette): Shape {
  return { path: fleuron([middle, top + flowerHeight / 2], flowerWidth), fill: palette.accent }
}
