import { Refusal } from '../errors.ts'
import { type Face, type FaceName, faceFor, layoutOf, missingGlyphs, printedForm } from './fonts.ts'
import { type Path, placePath, type Step } from './vector-path.ts'

/** Text set in lines, each no wider than was allowed; sizes in points. */
export interface Setting {
  readonly face: Face
  readonly lines: readonly string[]
  readonly size: number
  /** Extra space after each letter, in thousandths of the size. */
  readonly tracking: number
}

export interface SettingRoom {
  readonly width: number
  readonly size: number
  /** Below this size a further line is opened instead, while `lines` allows it. */
  readonly comfortable?: number
  readonly lines?: number
  readonly tracking?: number
}

/** The face for a text, or a refusal with code `name-not-printable` that names what cannot be drawn. */
export function requireFace(text: string, preferred: FaceName): Face {
  const face = faceFor(text, preferred)
  if (face) return face
  const missing = missingGlyphs(text)
  const named = missing.map(
    (letter) =>
      `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
  )
  throw new Refusal(
    'name-not-printable',
    `No shipped font can draw ${named.join(', ')}; the credential itself is not affected`,
    { details: missing.map((letter) => ({ at: letter, message: 'no glyph' })) },
  )
}

/** Width of one line in points. */
export function widthOf(face: Face, text: string, size: number, tracking = 0): number {
  const run = layoutOf(face, text)
  const units = run.advanceWidth / face.font.unitsPerEm
  return size * (units + (Math.max(0, run.glyphs.length - 1) * tracking) / 1000)
}

function fill(words: readonly string[], widths: readonly number[], limit: number, space: number) {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const [index, word] of words.entries()) {
    const width = widths[index] ?? 0
    if (line !== '' && used + space + width > limit) {
      lines.push(line)
      line = word
      used = width
    } else {
      used += line === '' ? width : space + width
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}

/** The text in at most `count` lines of about equal length, broken at spaces. */
function balance(face: Face, text: string, count: number): readonly string[] {
  if (count === 1) return [text]
  const words = text.split(' ')
  const widths = words.map((word) => widthOf(face, word, 1))
  const space = widthOf(face, ' ', 1)
  let [narrow, wide] = [Math.max(...widths), widths.reduce((sum, width) => sum + width + space, 0)]
  for (let step = 0; step < 16; step++) {
    const middle = (narrow + wide) / 2
    if (fill(words, widths, middle, space).length <= count) wide = middle
    else narrow = middle
  }
  return fill(words, widths, wide, space)
}

/**
 * Fits a text into its room: first smaller letters down to a comfortable size, then more lines, then smaller letters
 * again. It never overflows. Refuses with `name-not-printable`.
 */
export function setText(text: string, preferred: FaceName, room: SettingRoom): Setting {
  const { width, size: largest, comfortable = largest * 0.7, lines: most = 1, tracking = 0 } = room
  const printed = printedForm(text)
  const face = requireFace(printed, preferred)
  for (let count = 1; ; count++) {
    const lines = balance(face, printed, count)
    const widest = Math.max(...lines.map((line) => widthOf(face, line, 1, tracking)), 0.001)
    const size = Math.min(largest, width / widest)
    if (size >= comfortable || count >= most) return { face, lines, size, tracking }
  }
}

/** One line as outlines with its baseline starting at the origin, for pictures that must not depend on fonts. */
export function outlines(setting: Setting, line: string): Path {
  const { face, size, tracking } = setting
  const { glyphs, positions } = layoutOf(face, line)
  const scale = size / face.font.unitsPerEm
  let pen = 0
  return glyphs.flatMap((glyph, index) => {
    const position = positions?.[index]
    const at = [
      (pen + (position?.xOffset ?? 0)) * scale,
      -(position?.yOffset ?? 0) * scale,
    ] as const
    pen += (position?.xAdvance ?? glyph.advanceWidth) + (tracking / 1000) * face.font.unitsPerEm
    return placePath(glyphPath(glyph.path.commands), scale, at)
  })
}

interface GlyphCommand {
  readonly command: string
  readonly args: readonly number[]
}

/** Font outlines grow upwards, ours downwards. */
function glyphPath(commands: readonly GlyphCommand[]): Path {
  return commands.map(({ command, args }): Step => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    if (command === 'moveTo') return ['M', a, -b]
    if (command === 'lineTo') return ['L', a, -b]
    if (command === 'quadraticCurveTo') return ['Q', a, -b, c, -d]
    if (command === 'bezierCurveTo') return ['C', a, -b, c, -d, e, -f]
    return ['Z']
  })
}
