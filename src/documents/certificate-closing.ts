import type { CertificateInput, Drawing } from './certificate-drawing.ts'
import type { CertificateText } from './certificate-facts.ts'
import { page, qrBox, sealAt, sealShapes } from './certificate-layout.ts'
import type { Face } from './fonts.ts'
import type { Box } from './ornament.ts'
import { drawQr } from './qr.ts'
import { requireFace, type Setting, setText, widthOf } from './typesetting.ts'
import { placePath, rectangle } from './vector-path.ts'

const beside = { x: qrBox.x + qrBox.width + 16, width: 182 }
const right = { edge: page.width - qrBox.x, width: 232 }

/** The line between date and issuer. */
export const imprintRule: Box = {
  x: right.edge - right.width,
  y: qrBox.y + 40,
  width: right.width,
  height: 0.5,
}

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

function drawQrCode({ sheet, tags }: Drawing, text: CertificateText, url: string): void {
  const { path, size } = drawQr(url)
  const placed = placePath(path, qrBox.width / size, [qrBox.x, qrBox.y])
  tags.tag('Figure', { alternative: text.messages.qrAlternative(url), box: qrBox }, () =>
    sheet.shapes([{ path: placed, fill: '#000000' }]),
  )
}

function drawAddress({ sheet, tags, palette }: Drawing, text: CertificateText, url: string): void {
  const hint = setText(text.messages.scanToVerify, 'sans', {
    width: beside.width,
    size: 8.5,
    comfortable: 8.5,
    lines: 4,
  })
  const face = requireFace(url, 'sans')
  const size = 7.5
  const address = brokenAddress(face, url, size, beside.width)
  const height = hint.lines.length * 12 + 6 + address.length * 11
  const top = qrBox.y + (qrBox.height - height) / 2
  const write = (lines: readonly string[], style: Setting, from: number, colour: string) => {
    const leading = style.size + 3.5
    for (const [index, line] of lines.entries()) {
      const at = [beside.x, from + index * leading] as const
      sheet.text({ face: style.face, text: line, size: style.size, tracking: 0, at, colour })
    }
  }
  tags.tag('P', {}, () => write(hint.lines, hint, top + 9, palette.text))
  const first = top + hint.lines.length * 12 + 15
  const box = { x: beside.x, y: first - 9, width: beside.width, height: address.length * 11 + 2 }
  tags.link(url, text.messages.qrAlternative(url), box, () =>
    write(address, { face, lines: address, size, tracking: 0 }, first, palette.accent),
  )
}

/** The address in lines that fit, broken after a slash where one leaves what follows whole on the next line. */
function brokenAddress(face: Face, url: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let rest = url
  while (rest !== '') {
    let length = rest.length
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
  { doc, sheet, tags }: Drawing,
  text: CertificateText,
  input: CertificateInput,
): void {
  const { centre, radius } = sealAt
  const box = {
    x: centre[0] - radius,
    y: centre[1] - radius,
    width: 2 * radius,
    height: 2 * radius,
  }
  const alternative = text.messages.emblemAlternative(input.emblem.label)
  tags.tag('Figure', { alternative, box }, () => sheet.sharedShapes(sealShapes(input.emblem), doc))
}

/** Date above the line and issuer below it, set to the right. */
function drawImprint({ sheet, tags, palette }: Drawing, text: CertificateText): void {
  const date = setText(text.date, 'display', { width: right.width, size: 14 })
  const issuer = setText(text.issuer, 'display', {
    width: right.width,
    size: 14,
    comfortable: 11.5,
    lines: 3,
  })
  const { x, y, width, height } = imprintRule
  const write = (setting: Setting, first: number) =>
    tags.tag('P', {}, () => {
      for (const [index, line] of setting.lines.entries()) {
        const { face, size, tracking } = setting
        const at = [right.edge - widthOf(face, line, size), first + index * size * 1.2] as const
        sheet.text({ face, text: line, size, tracking, at, colour: palette.text })
      }
    })
  write(date, y - 9)
  tags.artifact(() =>
    sheet.shapes([{ path: rectangle(x, y, width, height), fill: palette.accent }]),
  )
  write(issuer, y + 19)
}
