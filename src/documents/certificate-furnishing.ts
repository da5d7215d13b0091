import type { Extent, PageClaims } from './certificate-design.ts'
import type { CertificateInput, Drawing } from './certificate-drawing.ts'
import type { CertificateText } from './certificate-facts.ts'
import type { Box } from './ornament.ts'
import type { Picture } from './picture.ts'
import type { Plan } from './sheet-plan.ts'
import { type Setting, setText, widthOf } from './typesetting.ts'
import { rectangle } from './vector-path.ts'

/** Space between the logo and the line of partners, and between signatories. */
const gap = 24
const widestLogo = { alone: 260, beside: 170 } as const
const widestPartners = 460
const widestSignatory = 200

/** A picture as large as a box allows, standing on its lower edge. */
function fitted({ width, height }: Extent, room: Box, align: 'left' | 'middle'): Box {
  const scale = Math.min(room.width / width, room.height / height)
  const size = { width: width * scale, height: height * scale }
  const x = align === 'left' ? room.x : room.x + (room.width - size.width) / 2
  return { x, y: room.y + (room.height - size.height) / 2, ...size }
}

export function logoBox({ head, middle }: Plan, { logo, partnerLine }: PageClaims) {
  if (!logo) return undefined
  const width = Math.min(head.width, partnerLine ? widestLogo.beside : widestLogo.alone)
  return partnerLine
    ? fitted(logo, { ...head, width }, 'left')
    : fitted(logo, { ...head, x: middle - width / 2, width }, 'middle')
}

/** The column of each signatory: room for a signature, the line under it, and how the words are set. */
export interface SignatoryPlace {
  readonly column: Box
  readonly rule: Box
  readonly signature?: Box
}

const pictureHeight = 25

export function signatoryPlaces(plan: Plan, { signatories }: PageClaims) {
  const { x, y, width, height } = plan.signatories
  const share = width / Math.max(1, signatories.length)
  const columnWidth = Math.min(widestSignatory, share - gap)
  return signatories.map(({ signature }, index): SignatoryPlace => {
    const left = x + share * (index + 0.5) - columnWidth / 2
    const room = { x: left, y, width: columnWidth, height: pictureHeight }
    return {
      column: { x: left, y, width: columnWidth, height },
      rule: { x: left, y: y + pictureHeight + 2, width: columnWidth, height: 0.5 },
      ...(signature ? { signature: fitted(signature, room, 'middle') } : {}),
    }
  })
}

/** Boxes of what is no letter: pictures, and lines to sign on. */
export function furnishingBoxes(plan: Plan, claims: PageClaims): readonly Box[] {
  const logo = logoBox(plan, claims)
  const places = signatoryPlaces(plan, claims)
  return [
    ...(logo ? [logo] : []),
    ...places.flatMap(({ rule, signature }) => (signature ? [rule, signature] : [rule])),
  ]
}

function drawPicture(drawing: Drawing, picture: Picture, box: Box, alternative: string): void {
  const { sheet, tags, doc } = drawing
  tags.tag('Figure', { alternative, box }, () => sheet.picture(picture, box, doc))
}

interface Paragraph {
  readonly setting: Setting
  readonly top: number
  readonly leading: number
  readonly colour: string
  readonly language?: string | undefined
  /** Where a line of some width starts. */
  readonly startOf: (width: number) => number
}

function drawParagraph({ sheet, tags }: Drawing, paragraph: Paragraph): void {
  const { setting, top, leading, colour, language, startOf } = paragraph
  const { face, size, lines } = setting
  tags.tag('P', { language }, () => {
    for (const [index, line] of lines.entries()) {
      const at = [startOf(widthOf(face, line, size)), top + size * (0.8 + index * leading)] as const
      sheet.text({ face, text: line, size, tracking: 0, at, colour })
    }
  })
}

/** The head of the page: logo, and the partners beside it. */
export function drawHead(drawing: Drawing, text: CertificateText, input: CertificateInput): void {
  const { plan, design, palette } = drawing
  const box = logoBox(plan, design)
  const alternative = text.messages.logoAlternative(input.credential.issuer.name)
  if (design.logo && box) drawPicture(drawing, design.logo, box, alternative)
  if (!design.partnerLine) return
  const { head, middle } = plan
  const taken = box ? box.width + gap : 0
  const width = Math.min(widestPartners, head.width - taken)
  const setting = setText(design.partnerLine, 'sans', {
    width,
    size: 9,
    comfortable: 7.5,
    lines: 3,
  })
  const leading = 1.35
  const height = setting.size * (1 + (setting.lines.length - 1) * leading)
  drawParagraph(drawing, {
    setting,
    top: head.y + (head.height - height) / 2,
    leading,
    colour: palette.quiet,
    language: design.partnerLanguage,
    startOf: (line) => (box ? head.x + head.width - line : middle - line / 2),
  })
}

/** Where the role begins, below the line. */
const roleBelow = 18
const nameSize = { one: 11.5, comfortable: 7.6, two: 7.6 } as const

/** A name in one line, or in two smaller ones in the same room where one could hardly be read. */
export function setSignatory(name: string, width: number) {
  const one = setText(name, 'display', { width, size: nameSize.one })
  if (one.size >= nameSize.comfortable) return { setting: one, above: 4 }
  const two = setText(name, 'display', {
    width,
    size: nameSize.two,
    comfortable: nameSize.two,
    lines: 2,
  })
  return { setting: two, above: two.lines.length > 1 ? 1.2 : 4 }
}

/** Who stands for the certificate: a line to sign on with the name and the role below it. */
export function drawSignatories(drawing: Drawing, text: CertificateText): void {
  const { plan, design, palette, sheet, tags } = drawing
  for (const [index, place] of signatoryPlaces(plan, design).entries()) {
    const signatory = design.signatories[index]
    if (!signatory) continue
    const { column, rule, signature } = place
    const { name, role, roleLanguage } = signatory
    if (signatory.signature && signature)
      drawPicture(drawing, signatory.signature, signature, text.messages.signatureAlternative(name))
    tags.artifact(() =>
      sheet.shapes([
        { path: rectangle(rule.x, rule.y, rule.width, rule.height), fill: palette.accent },
      ]),
    )
    const startOf = (line: number) => column.x + (column.width - line) / 2
    const named = setSignatory(name, column.width)
    const top = rule.y + named.above
    const leading = 1.05
    const { setting: own } = named
    drawParagraph(drawing, { setting: own, top, leading, colour: palette.text, startOf })
    const room = { width: column.width, size: 7.5, comfortable: 7, lines: 2 }
    const setting = setText(role, 'sans', room)
    const colour = palette.quiet
    const language = roleLanguage
    const below = rule.y + roleBelow
    drawParagraph(drawing, { setting, top: below, leading: 1.25, colour, language, startOf })
  }
}
