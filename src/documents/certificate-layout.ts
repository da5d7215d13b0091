import type { CertificateText } from './certificate-facts.ts'
import { blend, readableOnWhite } from './colours.ts'
import { drawEmblem, type Emblem, type Shape } from './emblem.ts'
import { keeping } from './keeping.ts'
import { fleuron } from './ornament.ts'
import type { Plan } from './sheet-plan.ts'
import { type Setting, setText } from './typesetting.ts'
import type { Point } from './vector-path.ts'

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

/** In which colours, and where on the page. */
export interface Look {
  readonly palette: Palette
  readonly plan: Plan
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

/** Of the words in italics, which are small for their size; in points. */
const smallest = 9.5

const betweenFacts = '  ·  '
const factSizes = { size: 9.5, comfortable: 8.5 } as const

/** The facts in one line, or in two that part between two facts. */
function setFacts(facts: readonly string[], width: number): Setting {
  const one = setText(facts.join(betweenFacts), 'sans', { width, size: factSizes.size })
  if (one.size >= factSizes.comfortable || facts.length < 2) return one
  const half = Math.ceil(facts.length / 2)
  const lines = [facts.slice(0, half), facts.slice(half)].map((part) => part.join(betweenFacts))
  const set = lines.map((line) => setText(line, 'sans', { width, size: factSizes.size }))
  return { ...one, lines, size: Math.min(...set.map(({ size }) => size)) }
}

/** The main text from heading to facts, each block with the space above it; `scale` 1 is the size it should have. */
function blocksAt(text: CertificateText, look: Look, scale: number): readonly Block[] {
  const { messages, kind } = text
  const { palette, plan } = look
  const { width } = plan.body
  const block = (setting: Setting, space: number, more: Partial<TextBlock> = {}): TextBlock => {
    const leading = setting.face.name === 'sans' ? 1.5 : 1.14
    return { kind: 'text', tag: 'P', colour: palette.text, setting, leading, space, ...more }
  }
  const quiet = { colour: palette.quiet }
  const signed = text.achievementLanguage === text.language ? undefined : text.achievementLanguage
  const small = (words: string) => {
    return setText(words, 'italic', { width, size: Math.max(smallest, 16 * scale) })
  }
  const name = setText(text.name, 'display', {
    width,
    size: 47 * scale,
    comfortable: 31 * scale,
    lines: 3,
  })
  // Where names and titles have to give way, the description does as well: it never outgrows the title.
  const modest = Math.max(0.8, Math.min(1, scale * 1.2))
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
            setText(text.description, 'sans', {
              width: Math.min(540, width),
              size: 9.5 * modest,
              comfortable: 9 * modest,
              lines: 4,
            }),
            20,
            { ...quiet, language: signed },
          ),
        ]),
    ...(text.facts.length === 0 ? [] : [block(setFacts(text.facts, width), 16)]),
  ]
}

/** The room the blocks leave for the spaces between them, as a share of the spaces they ask for. */
function airOf(blocks: readonly Block[], { body }: Plan): number {
  const ink = blocks.reduce((sum, block) => sum + heightOf(block), 0)
  const air = blocks.reduce((sum, block) => sum + block.space, 0)
  return (body.bottom - body.top - ink) / Math.max(air, 1)
}

/** The main text with the top of each block: as large as leaves air between the lines, centred in its part of the page. */
export function placeBody(text: CertificateText, look: Look): readonly PlacedBlock[] {
  const { plan } = look
  const { body } = plan
  let scale = 1
  let blocks = blocksAt(text, look, scale)
  while (airOf(blocks, plan) < 0.9 && scale > 0.4) {
    scale *= 0.94
    blocks = blocksAt(text, look, scale)
  }
  const stretch = Math.max(0, Math.min(1.35, airOf(blocks, plan)))
  const height = blocks.reduce((sum, block) => sum + heightOf(block) + block.space * stretch, 0)
  let top = (body.top + body.bottom - height) / 2
  return blocks.map((block) => {
    top += block.space * stretch
    const placed = { block, top }
    top += heightOf(block)
    return placed
  })
}

type Seal = Plan['seal'] & { readonly emblem: Emblem }

/** The seal at the foot of the page. The same array for the same emblem at the same place. */
export const sealShapes = keeping(
  ({ emblem: { label, ink, ground }, centre, radius }: Seal) =>
    `${ink} ${ground} ${label} ${centre} ${radius}`,
  ({ emblem, centre, radius }: Seal) => drawEmblem(emblem, centre, radius),
)

export function flowerShape([x, top]: Point, palette: Palette): Shape {
  return { path: fleuron([x, top + flowerHeight / 2], flowerWidth), fill: palette.accent }
}
