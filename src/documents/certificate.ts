import { borderShapes } from './certificate-border.ts'
import { drawClosing } from './certificate-closing.ts'
import { furnitureOf, plainDesign } from './certificate-design.ts'
import type { CertificateInput, Drawing } from './certificate-drawing.ts'
import { awardedDate, type CertificateText, certificateText } from './certificate-facts.ts'
import { drawHead, drawSignatories } from './certificate-furnishing.ts'
import { flowerShape, type PlacedBlock, paletteOf, placeBody } from './certificate-layout.ts'
import { newDocument } from './pdf-document.ts'
import { embedFaces } from './pdf-fonts.ts'
import { describePdf } from './pdf-metadata.ts'
import { addBookmarks } from './pdf-outline.ts'
import { addSealField } from './pdf-seal.ts'
import { Sheet } from './pdf-sheet.ts'
import { Tags } from './pdf-tags.ts'
import { planOf } from './sheet-plan.ts'
import { outlines, setText, widthOf } from './typesetting.ts'
import { placePath } from './vector-path.ts'

/**
 * The printable certificate: one page, PDF/A-3u and PDF/UA-1 by structure, with the signed credential attached. The
 * same input gives the same bytes. Refuses with `name-not-printable` what no shipped font can draw.
 */
export async function drawCertificate(input: CertificateInput): Promise<Uint8Array> {
  const { design = plainDesign, credential } = input
  const text = certificateText(credential, input.language)
  const palette = paletteOf(input.emblem)
  const plan = planOf(design.layout, design.paper, furnitureOf(design))
  const blocks = placeBody(text, { palette, plan })
  const lib = await import('pdf-lib') // half a second to load: only when a PDF is made
  const doc = await newDocument(lib)
  const paper = doc.addPage([plan.page.width, plan.page.height])
  const sheet = new Sheet(lib, paper, await embedFaces(doc))
  const tags = new Tags(lib, doc, paper, sheet)
  const drawing: Drawing = { doc, sheet, tags, palette, plan, design }
  tags.artifact(() => sheet.sharedShapes(borderShapes({ ...palette, ...plan.page }), doc))
  if (input.mark !== undefined) drawMark(drawing, input.mark)
  if (input.illustrative) drawSampleNote(drawing, text)
  drawHead(drawing, text, input)
  for (const placed of blocks) drawBlock(drawing, placed)
  drawSignatories(drawing, text)
  drawClosing(drawing, text, input)
  if (design.sealedBy) {
    const words = text.messages.sealField
    addSealField(lib, { doc, page: paper, words }, (field) => tags.field(field, words))
  }
  tags.finish()
  sheet.finish(doc)
  addBookmarks(lib, drawing, bookmarksOf(drawing, text, blocks))
  await describePdf(lib, doc, {
    title: `${text.title} – ${text.name}`,
    author: credential.issuer.name,
    subject: text.messages.headings[text.kind],
    language: text.language,
    date: awardedDate(credential),
    carried: new TextEncoder().encode(input.json),
    attachment: text.messages.attachment,
    ...(input.pageToken
      ? { page: { token: input.pageToken, description: text.messages.pageAttachment } }
      : {}),
  })
  return doc.save({ objectsPerTick: Number.POSITIVE_INFINITY })
}

function bookmarksOf(
  { plan, design }: Drawing,
  { messages, kind }: CertificateText,
  [heading]: readonly PlacedBlock[],
) {
  const { signatories, check } = messages.bookmarks
  return [
    { title: messages.headings[kind], top: heading?.top ?? 0 },
    ...(design.signatories.length > 0 ? [{ title: signatories, top: plan.signatories.y }] : []),
    { title: check, top: plan.qr.y },
  ]
}

function drawBlock({ sheet, tags, palette, plan }: Drawing, { block, top }: PlacedBlock): void {
  const { middle } = plan
  if (block.kind === 'flower') {
    tags.artifact(() => sheet.shapes([flowerShape([middle, top], palette)]))
    return
  }
  const { face, size, lines, tracking } = block.setting
  tags.tag(block.tag, { language: block.language }, () => {
    for (const [index, line] of lines.entries()) {
      const x = middle - widthOf(face, line, size, tracking) / 2
      const y = top + size * (0.72 + index * block.leading)
      sheet.text({ face, text: line, size, tracking, at: [x, y], colour: block.colour })
    }
  })
}

const markTint = '#ead9d9'
const markRows = 3

/** The word across the page, again and again, beneath all that is printed. */
function drawMark({ sheet, tags, plan }: Drawing, mark: string): void {
  const { width, height } = plan.page
  const setting = setText(mark, 'sans', { width: width * 0.7, size: height / 5 })
  const [line = ''] = setting.lines
  const left = (width - widthOf(setting.face, line, setting.size)) / 2
  const shapes = Array.from({ length: markRows }, (_, row) => {
    const base = ((row + 0.5) * height) / markRows + setting.size * 0.35
    return { path: placePath(outlines(setting, line), 1, [left, base]), fill: markTint }
  })
  tags.artifact(() => sheet.shapes(shapes))
}

function drawSampleNote({ sheet, tags, palette, plan }: Drawing, text: CertificateText): void {
  const { y, width } = plan.sampleNote
  const words = text.messages.illustrative
  const { face, size, lines } = setText(words, 'sans', { width, size: 7.5 })
  const line = lines.join(' ')
  const x = plan.middle - widthOf(face, line, size) / 2
  tags.tag('P', {}, () =>
    sheet.text({ face, text: line, size, tracking: 0, at: [x, y], colour: palette.quiet }),
  )
}
