import { createHash } from 'node:crypto'
import { Resvg } from '@resvg/resvg-js'
import { blend, contrast, readableOnWhite } from './colours.ts'
import { drawEmblem, type Emblem, type Shape } from './emblem.ts'
import { isPrintable, printedForm } from './fonts.ts'
import { keeping } from './keeping.ts'
import { element, svgOf } from './shape-svg.ts'
import { outlines, type Setting, setText, widthOf } from './typesetting.ts'
import { placePath, rectangle } from './vector-path.ts'

/** What LinkedIn and others show of a shared link: 1.91 to 1, in pixels. */
export const cardSize = { width: 1200, height: 627 } as const

/** The widths it is drawn in; each has a whole number of pixels in height. */
export const cardWidths = [1200, 800, 400] as const
export type CardWidth = (typeof cardWidths)[number]

export const cardHeight = (width: CardWidth) => (width * cardSize.height) / cardSize.width

/** Everything on the card, in the words of one language; it names no learner who did not choose so. */
export interface PreviewCard extends Emblem {
  /** "Certificate of completion". */
  readonly kind: string
  readonly title: string
  readonly name?: string
  readonly programme: string
  readonly issuer: string
  /** Where it is issued, say `badges.example.org`: a name can be claimed by anyone, an address cannot. */
  readonly host: string
  /** "Awarded on 20 November 2026". */
  readonly date?: string
  /** "Revoked": in place of the kind, on a card that must not be mistaken for a good one. */
  readonly state?: string
  /** Said of a sample programme. */
  readonly remark?: string
}

// Raised whenever the drawing changes, so that no cache keeps the old one.
const drawing = 1

/** Names the card among all others by what is on it; known before anything is drawn. */
export function cardVersion(card: PreviewCard, width: CardWidth): string {
  const text = JSON.stringify([drawing, width, card])
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

const paper = '#fcf8f0'
const text = '#241f18'
const quiet = '#5c5345'
const warning = '#97202c'
const withdrawn = { ink: '#ffffff', ground: '#5b5b5b' }

/** The panel on the left, and the room for words beside it. */
export const panelWidth = 404
export const words = { left: 464, right: 1140, top: 56, bottom: 498 } as const
const wordsWidth = words.right - words.left
const panelMiddle = panelWidth / 2
const longest = 300

/** Text that a shipped font can draw, else nothing: a card never shows empty boxes for letters. */
function drawable(words: string | undefined): string | undefined {
  if (words === undefined) return undefined
  const printed = printedForm(words)
  const short = printed.length > longest ? `${printed.slice(0, longest).trimEnd()}…` : printed
  return isPrintable(short) ? short : undefined
}

interface Block {
  readonly setting: Setting
  readonly fill: string
  readonly leading: number
  readonly space: number
}

const heightOf = ({ setting, leading }: Block) =>
  setting.size * (0.74 + (setting.lines.length - 1) * leading)

function blocksAt(card: PreviewCard, accent: string, scale: number): readonly Block[] {
  const width = wordsWidth
  const { kind, title, name, programme } = card
  const block = (
    told: string | undefined,
    face: 'display' | 'italic' | 'sans',
    look: Omit<Block, 'setting'> & { size: number; lines: number },
  ): Block[] => {
    const printed = drawable(told)
    if (printed === undefined) return []
    const { size, lines, ...rest } = look
    const room = { width, size: size * scale, comfortable: size * scale * 0.82, lines }
    return [{ setting: setText(printed, face, room), ...rest }]
  }
  return [
    ...block(card.state === undefined ? kind : undefined, 'display', {
      size: 34,
      lines: 1,
      fill: accent,
      leading: 1.1,
      space: 0,
    }),
    ...block(title, 'display', { size: 66, lines: 4, fill: text, leading: 1.1, space: 34 }),
    ...block(name, 'italic', { size: 50, lines: 2, fill: text, leading: 1.1, space: 34 }),
    ...block(programme, 'sans', { size: 25, lines: 2, fill: quiet, leading: 1.4, space: 36 }),
  ]
}

const total = (blocks: readonly Block[]) =>
  blocks.reduce((sum, block) => sum + heightOf(block) + block.space, 0)

/** The words in the middle of their room, as large as it allows. */
function placeWords(card: PreviewCard, accent: string, top: number): Shape[] {
  let scale = 1
  let blocks = blocksAt(card, accent, scale)
  while (total(blocks) > words.bottom - top && scale > 0.3) {
    scale *= 0.94
    blocks = blocksAt(card, accent, scale)
  }
  let y = top + Math.max(0, (words.bottom - top - total(blocks)) / 2)
  return blocks.flatMap((block) => {
    y += block.space
    const first = y + block.setting.size * 0.72
    y += heightOf(block)
    const step = block.setting.size * block.leading
    return linesOf(block.setting, block.fill, (_, index) => [words.left, first + index * step])
  })
}

function linesOf(
  setting: Setting,
  fill: string,
  place: (width: number, index: number) => readonly [number, number],
): Shape[] {
  return setting.lines.map((line, index) => {
    const at = place(widthOf(setting.face, line, setting.size), index)
    return { path: placePath(outlines(setting, line), 1, at), fill }
  })
}

const onGround = ({ ink, ground }: Pick<Emblem, 'ink' | 'ground'>) => {
  if (contrast(ink, ground) >= 4.5) return ink
  return contrast('#ffffff', ground) >= contrast('#14181f', ground) ? '#ffffff' : '#14181f'
}

type Panel = Pick<PreviewCard, 'label' | 'ink' | 'ground' | 'issuer' | 'host'>

/** The panel: the emblem, and who stands behind it. Most of the lines of a card, and the same on all of an achievement. */
const panel = keeping(
  ({ label, ink, ground, issuer, host }: Panel) =>
    JSON.stringify([label, ink, ground, issuer, host]),
  (card: Panel): string => panelShapes(card).map(element).join(''),
)

function panelShapes({ label, issuer, host, ...look }: Panel): Shape[] {
  const { ground } = look
  const ink = onGround(look)
  const centred = (told: string, size: number, lines: number, first: number) => {
    const printed = drawable(told)
    if (printed === undefined) return []
    const setting = setText(printed, 'sans', { width: 316, size, comfortable: size * 0.8, lines })
    const step = setting.size * 1.35
    return linesOf(setting, blend(ink, ground, 0.94), (width, index) => [
      panelMiddle - width / 2,
      first + index * step,
    ])
  }
  return [
    { path: rectangle(0, 0, panelWidth, cardSize.height), fill: ground },
    { path: rectangle(panelWidth + 8, 0, 2, cardSize.height), fill: ground },
    ...drawEmblem({ label: isPrintable(label) ? label : '', ink, ground }, [panelMiddle, 236], 152),
    ...centred(issuer, 27, 2, 474),
    ...centred(host, 20, 1, 566),
  ]
}

/** One line at the foot. */
function foot(told: string | undefined, fill: string, y: number, size = 25): Shape[] {
  const printed = drawable(told)
  if (printed === undefined) return []
  const setting = setText(printed, 'sans', { width: wordsWidth, size })
  return linesOf(setting, fill, () => [words.left, y])
}

function stateMark(state: string | undefined): Shape[] {
  const printed = drawable(state)
  if (printed === undefined) return []
  const setting = setText(printed, 'sans', { width: wordsWidth - 48, size: 36 })
  const [line = ''] = setting.lines
  const width = widthOf(setting.face, line, setting.size) + 48
  return [
    { path: rectangle(words.left, words.top, width, 66), fill: warning },
    ...linesOf(setting, '#ffffff', () => [words.left + 24, words.top + 46]),
  ]
}

/** The card as SVG, its letters as outlines: nothing of the machine it is drawn on is in it. */
export function drawPreviewCard(card: PreviewCard): string {
  const look = card.state === undefined ? card : withdrawn
  const accent = readableOnWhite(look.ground, look.ink)
  const mark = stateMark(card.state)
  const top = mark.length > 0 ? words.top + 90 : words.top
  const shapes: readonly Shape[] = [
    ...mark,
    ...placeWords(card, accent, top),
    { path: rectangle(words.left, 520, wordsWidth, 1.5), fill: blend(quiet, paper, 0.45) },
    ...foot(card.date ?? card.kind, text, card.remark === undefined ? 571 : 559),
    ...foot(card.remark, warning, 594, 20),
  ]
  const ground = { path: rectangle(0, 0, cardSize.width, cardSize.height), fill: paper }
  return svgOf(cardSize, [
    element(ground),
    panel({ ...card, ink: look.ink, ground: look.ground }),
    ...shapes.map(element),
  ])
}

/** A card as PNG. */
export function renderPreviewCard(card: PreviewCard, width: CardWidth): Uint8Array {
  const picture = new Resvg(drawPreviewCard(card), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  })
  return new Uint8Array(picture.render().asPng())
}
