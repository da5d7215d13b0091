import { readFileSync } from 'node:fs'
import fontkit, { type Font, type GlyphRun } from '@cantoo/fontkit'
import { packageFile } from '../package-root.ts'
import { keeping } from './keeping.ts'

/** The typefaces of our documents by the part they play. */
export type FaceName = 'display' | 'italic' | 'sans'

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
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]$/u
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

/** The first choice if it has every letter, else the sans, which has the most; `undefined` if neither has them all. */
export function faceFor(text: string, preferred: FaceName): Face | undefined {
  return [preferred, 'sans' as const]
    .map(loadFace)
    .find((face) => missingFrom(face, printedForm(text)).length === 0)
}

/** The characters of a text that no shipped typeface can draw; empty when the text can be printed. */
export function missingGlyphs(text: string): string[] {
  return faceFor(text, 'display') ? [] : missingFrom(loadFace('sans'), printedForm(text))
}

/** Whether a name can be printed on a certificate. The signed credential itself takes any name. */
export function isPrintable(name: string): boolean {
  return printedForm(name) !== '' && missingGlyphs(name).length === 0
}
