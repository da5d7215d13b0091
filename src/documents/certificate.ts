import { borderShapes } from './certificate-border.ts'
import { drawClosing } from './certificate-closing.ts'
import type { CertificateInput, Drawing } from './certificate-drawing.ts'
import { awardedDate, type CertificateText, certificateText } from './certificate-facts.ts'
import {
  type Block,
  flowerShape,
  middle,
  page,
  paletteOf,
  placeBody,
} from './certificate-layout.ts'
import { embedFaces } from './pdf-fonts.ts'
import { describePdf } from './pdf-metadata.ts'
import { Sheet } from './pdf-sheet.ts'
import { Tags } from './pdf-tags.ts'
import { setText, widthOf } from './typesetting.ts'

/**
 * The printable certificate: one A4 page, PDF/A-3u and PDF/UA-1 by structure, with the signed credential attached.
 * The same input gives the same bytes. Refuses with `name-not-printable` what no shipped font can draw.
 */
export async function drawCertificate(input: CertificateInput): Promise<Uint8Array> {
  const text = certificateText(input.credential, input.language)
  const palette = paletteOf(input.emblem)
  const blocks = placeBody(text, palette)
  const lib = await import('pdf-lib') // half a second to load: only when a PDF is made
  const doc = await lib.PDFDocument.create({ updateMetadata: false })
  const paper = doc.addPage([page.width, page.height])
  const sheet = new Sheet(lib, paper, await embedFaces(doc))
  const tags = new Tags(lib, doc, paper, sheet)
  const drawing: Drawing = { doc, sheet, tags, palette }
  tags.artifact(() => sheet.sharedShapes(borderShapes(palette), doc))
  if (input.illustrative) drawSampleNote(drawing, text)
  for (const { block, top } of blocks) drawBlock(drawing, block, top)
  drawClosing(drawing, text, input)
  tags.finish()
  sheet.finish(doc)
  await describePdf(lib, doc, {
    title: `${text.title} – ${text.name}`,
    author: input.credential.issuer.name,
    subject: text.messages.headings[text.kind],
    language: text.language,
    date: awardedDate(input.credential),
    carried: new TextEncoder().encode(input.json),
    attachment: text.messages.attachment,
  })
  return doc.save({ objectsPerTick: Number.POSITIVE_INFINITY })
}

function drawBlock({ sheet, tags, palette }: Drawing, block: Block, top: number): void {
  if (block.kind === 'flower') {
    tags.artifact(() => sheet.shapes([flowerShape(top, palette)]))
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

function drawSampleNote({ sheet, tags, palette }: Drawing, text: CertificateText): void {
  const words = text.messages.illustrative
  const { face, size, lines } = setText(words, 'sans', { width: 400, size: 7.5 })
  const line = lines.join(' ')
  const x = middle - widthOf(face, line, size) / 2
  tags.tag('P', {}, () =>
    sheet.text({ face, text: line, size, tracking: 0, at: [x, 60], colour: palette.quiet }),
  )
}
