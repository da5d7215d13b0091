import { readFileSync } from 'node:fs'
import fontkit, { type Font, type GlyphRun } from '@cantoo/fontkit'
import { packageFile } from '../package-root.ts'
import { keeping } from './keeping.ts'

/** The typefaces of our documents by the part they play. */
export type FaceName = 'display' | 'italic' | 'sans' | 'georgian' | 'armenian' | 'ethiopic'

export interface Face {
  readonly name: FaceName
  readonly bytes: Uint8Array
  readonly font: Font
  /** Code points this face draws one after the other, without reordering or joining. */
  readonly drawable: ReadonlySet<number>
}

/** Their names as fonts, which those of the files are too. */
export const fontNames: Readonly<Record<FaceName, string>> = {
  display: 'EBGaramond-Regular',
  italic: 'EBGaramond-Italic',
  sans: 'NotoSans-Regular',
  georgian: 'NotoSansGeorgian-Regular',
  armenian: 'NotoSansArmenian-Regular',
  ethiopic: 'NotoSansEthiopic-Regular',
}

export const faceBytes = (name: FaceName): Uint8Array =>
  readFileSync(packageFile('assets', 'fonts', `${fontNames[name]}.ttf`))

/**
 * Kerning and accents only. A ligature or a contextual form would make one glyph stand for other letters than its
 * own, and a PDF reader would then copy or speak them wrongly.
 */
export const plainFeatures = {
  kern: true,
  mark: true,
  mkmk: true,
  liga: false,
  clig: false,
  calt: false,
  ccmp: false,
  rlig: false,
  rclt: false,
  locl: false,
} as const

// Scripts whose letters follow one another. Others need shaping that would break copying text out of the PDF.
const sequential =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Ethiopic}\p{Script=Common}\p{Script=Inherited}]$/u
const invisible = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]$/u

/**
 * Has a font lay out each text once, with our features whatever it is asked for: we measure a line before the PDF
 * library encodes it, and laying it out is the dearest part of both.
 */
function layOutOnce(font: Font): void {
  const layOut = font.layout.bind(font)
  font.layout = keeping(
    (text: string) => text,
    (text: string): GlyphRun => layOut(text, plainFeatures),
    1_500,
  )
}

const loaded = new Map<FaceName, Face>()

/** A typeface, parsed once per process: parsing takes most of the time of a PDF when repeated. */
export function loadFace(name: FaceName): Face {
  const known = loaded.get(name)
  if (known) return known
  const bytes = faceBytes(name)
  const font = fontkit.create(bytes)
  if ('fonts' in font) throw new TypeError(`${fontNames[name]} is a collection of fonts`)
  layOutOnce(font)
  const drawable = new Set<number>()
  for (const codePoint of font.characterSet) {
    // The parser remembers for each glyph which letter first asked for it. Asking for all of them now keeps a glyph
    // that is first met as part of an accented letter from losing its own, and files from depending on one another.
    font.glyphForCodePoint(codePoint)
    const letter = String.fromCodePoint(codePoint)
    if (sequential.test(letter) && !invisible.test(letter)) drawable.add(codePoint)
  }
  const face: Face = { name, bytes, font, drawable }
  loaded.set(name, face)
  return face
}

/** The glyphs of one line and where they stand. Most words of a certificate come again, at another size or on another. */
export const layoutOf = (face: Face, text: string): GlyphRun => face.font.layout(text)

/** Text as it is drawn: NFC, single spaces. Accented letters are then one glyph wherever the face has it. */
export function printedForm(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

function missingFrom(face: Face, text: string): string[] {
  const missing = [...text].filter((letter) => !face.drawable.has(letter.codePointAt(0) ?? 0))
  return [...new Set(missing)]
}

// The sans has the most; those of one script have the Latin letters besides.
const others = ['sans', 'georgian', 'armenian', 'ethiopic'] as const satisfies readonly FaceName[]

/** The first choice if it has every letter, else one that has; `undefined` if none has them all. */
export function faceFor(text: string, preferred: FaceName): Face | undefined {
  const printed = printedForm(text)
  for (const name of [preferred, ...others]) {
    const face = loadFace(name)
    if (missingFrom(face, printed).length === 0) return face
  }
  return undefined
}

/** The characters of a text that keep it from being printed: those that the typeface lacks which has the most of it. */
export function missingGlyphs(text: string): string[] {
  if (faceFor(text, 'display')) return []
  const [fewest = []] = others
    .map((name) => missingFrom(loadFace(name), printedForm(text)))
    .sort((a, b) => a.length - b.length)
  return fewest
}

/** The same of what stands in sentences of any of our languages, which one typeface alone has the letters of. */
export function missingInSentences(text: string): string[] {
  const [display, sans] = (['display', 'sans'] as const).map((name) =>
    missingFrom(loadFace(name), printedForm(text)),
  )
  return display?.length === 0 ? [] : (sans ?? [])
}

/** Whether a name can be printed on a certificate. The signed credential itself takes any name. */
export function isPrintable(name: string): boolean {
  return printedForm(name) !== '' && missingGlyphs(name).length === 0
}
