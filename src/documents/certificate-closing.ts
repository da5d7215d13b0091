import type { CertificateInput, Drawing } from './certificate-drawing.ts'
import type { CertificateText } from './certificate-facts.ts'
import { sealShapes } from './certificate-layout.ts'
import { type Face, layoutOf } from './fonts.ts'
import { drawQr } from './qr.ts'
import { requireFace, type Setting, setText, widthOf } from './typesetting.ts'
import { placePath, rectangle } from './vector-path.ts'

/** The foot of the page, like the colophon of a book: how to check it, the seal, when and by whom. */
export function drawClosing(
  drawing: Drawing,
  text: CertificateText,
  input: CertificateInput,
): void {
  drawQrCode(drawing, text, input.url)
  drawAddress(drawing, text, input.url)
  drawSeal(drawing, text, input)
  drawImprint(drawing, text)
}

function drawQrCode({ sheet, tags, plan }: Drawing, text: CertificateText, url: string): void {
  const { path, size } = drawQr(url)
  const box = plan.qr
  const placed = placePath(path, box.width / size, [box.x, box.y])
  tags.tag('Figure', { alternative: text.messages.qrAlternative(url), box }, () =>
    sheet.shapes([{ path: placed, fill: '#000000' }]),
  )
}

interface Line {
  readonly face: Face
  readonly text: string
}

/** How to check the page, its address, and whose digital signature the file bears, at one size. */
function setAddress({ plan, design }: Drawing, text: CertificateText, url: string, size: number) {
  const { width } = plan.address
  const linesOf = ({ face, lines }: Setting): Line[] => lines.map((line) => ({ face, text: line }))
  const set = (words: string) =>
    setText(words, 'sans', { width, size, comfortable: size, lines: 5 })
  const hint = set(text.messages.scanToVerify)
  const seal = design.sealedBy ? set(text.messages.sealedBy(design.sealedBy)) : undefined
  const face = requireFace(url, 'sans')
  const small = size * 0.88
  const address = brokenAddress(face, url, small, width).map((line) => ({ face, text: line }))
  const parts = [
    { lines: linesOf(hint), size: hint.size },
    { lines: address, size: small },
    ...(seal ? [{ lines: linesOf(seal), size: seal.size * 0.9 }] : []),
  ]
  const between = 5
  const heights = parts.map((part) => part.lines.length * part.size * 1.4)
  const height = heights.reduce((sum, each) => sum + each, between * (parts.length - 1))
  return { parts, heights, between, height }
}

const addressSizes = { largest: 8.5, least: 4 } as const

function drawAddress(drawing: Drawing, text: CertificateText, url: string): void {
  const { sheet, tags, palette, plan } = drawing
  const { x, width } = plan.address
  let size: number = addressSizes.largest
  let set = setAddress(drawing, text, url, size)
  // The code beside it may lie in a quiet page, but not this beside the code.
  while (set.height > plan.qr.height + 4 && size > addressSizes.least) {
    size *= 0.95
    set = setAddress(drawing, text, url, size)
  }
  let top = plan.qr.y + (plan.qr.height - set.height) / 2
  for (const [index, part] of set.parts.entries()) {
    const isLink = index === 1
    const colour = isLink ? palette.accent : palette.text
    const first = top
    const write = () => {
      for (const [n, { face, text: line }] of part.lines.entries()) {
        const at = [x, first + part.size * (1.05 + n * 1.4)] as const
        sheet.text({ face, text: line, size: part.size, tracking: 0, at, colour })
      }
    }
    const height = set.heights[index] ?? 0
    if (isLink)
      tags.link(url, text.messages.qrAlternative(url), { x, y: top, width, height }, write)
    else tags.tag('P', {}, write)
    top += height + set.between
  }
}

/** How many letters fit at size 1, or one too many: a look at one layout in place of one for each letter. */
function lettersWithin(face: Face, text: string, width: number): number {
  const { glyphs, positions } = layoutOf(face, text)
  if (glyphs.length !== text.length) return text.length
  let left = width * face.font.unitsPerEm
  const first = glyphs.findIndex((glyph, at) => {
    left -= positions?.[at]?.xAdvance ?? glyph.advanceWidth
    return left < 0
  })
  return first < 0 ? text.length : first + 1
}

/** The address in lines that fit, broken after a slash where one leaves what follows whole on the next line. */
function brokenAddress(face: Face, url: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let rest = url
  while (rest !== '') {
    let length = lettersWithin(face, rest, width / size)
    while (length > 1 && widthOf(face, rest.slice(0, length), size) > width) length--
    const slash = rest.lastIndexOf('/', length - 1) + 1
    const isWholeAfter = widthOf(face, rest.slice(slash), size) <= width
    if (length < rest.length && slash > 1 && (isWholeAfter || slash > length / 2)) length = slash
    lines.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return lines
}

function drawSeal(
  { doc, sheet, tags, plan }: Drawing,
  text: CertificateText,
  input: CertificateInput,
): void {
  const { centre, radius } = plan.seal
  const box = {
    x: centre[0] - radius,
    y: centre[1] - radius,
    width: 2 * radius,
    height: 2 * radius,
  }
  const alternative = text.messages.emblemAlternative(input.emblem.label)
  const shapes = sealShapes({ emblem: input.emblem, centre, radius })
  tags.tag('Figure', { alternative, box }, () => sheet.sharedShapes(shapes, doc))
}

/** Date above the line and issuer below it, set to the right. */
function drawImprint({ sheet, tags, palette, plan }: Drawing, text: CertificateText): void {
  const { edge, rule } = plan.imprint
  const date = setText(text.date, 'display', { width: plan.imprint.width, size: 14 })
  const issuer = setText(text.issuer, 'display', {
    width: plan.imprint.width,
    size: 14,
    comfortable: 11.5,
    lines: 3,
  })
  const { x, y, width, height } = rule
  const write = (setting: Setting, first: number) =>
    tags.tag('P', {}, () => {
      for (const [index, line] of setting.lines.entries()) {
        const { face, size, tracking } = setting
        const at = [edge - widthOf(face, line, size), first + index * size * 1.2] as const
        sheet.text({ face, text: line, size, tracking, at, colour: palette.text })
      }
    })
  write(date, y - 9)
  tags.artifact(() =>
    sheet.shapes([{ path: rectangle(x, y, width, height), fill: palette.accent }]),
  )
  write(issuer, y + 19)
}
