import type { ReceiptClaims } from '../credential/receipt.ts'
import type { Language } from '../language.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type ReceiptRow, type ReceiptValue, tellReceipt } from '../messages/tell-receipt.ts'
import { type Face, type FaceName, missingInSentences, printedForm } from './fonts.ts'
import { newDocument } from './pdf-document.ts'
import { embedFaces } from './pdf-fonts.ts'
import { describePdf } from './pdf-metadata.ts'
import { Sheet } from './pdf-sheet.ts'
import { Tags } from './pdf-tags.ts'
import { requireFace, widthOf } from './typesetting.ts'

/** A4 upright, in points. */
const paper = { width: 595.28, height: 841.89 } as const
const left = 56
const column = { label: 130, value: paper.width - 2 * left - 130 } as const
const bottom = paper.height - 84
const ink = { text: '#20242c', quiet: '#4a505c' } as const

/** A text in lines of at most this width; what is longer than a line and has no space is broken anywhere. */
function linesOf(face: Face, text: string, size: number, width: number): readonly string[] {
  const pieces = text.split(' ').flatMap((word) => cut(face, word, size, width))
  const lines: string[] = []
  for (const piece of pieces) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${piece}` : piece
    if (lines.length > 0 && widthOf(face, longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(piece)
  }
  return lines
}

function cut(face: Face, word: string, size: number, width: number): readonly string[] {
  const pieces: string[] = []
  let rest = word
  while (widthOf(face, rest, size) > width && rest.length > 1) {
    let length = Math.max(1, Math.floor((rest.length * width) / widthOf(face, rest, size)))
    while (length > 1 && widthOf(face, rest.slice(0, length), size) > width) length--
    pieces.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...pieces, rest]
}

/** Writes down the page, from its top. */
class Pen {
  readonly #sheet: Sheet
  readonly #tags: Tags
  at = 64

  constructor(sheet: Sheet, tags: Tags) {
    this.#sheet = sheet
    this.#tags = tags
  }

  /** A paragraph; `moves` is whether the next one stands below it. */
  write(
    text: string,
    style: { readonly face: FaceName; readonly size: number; readonly tag?: 'H1' | 'P' },
    place: { readonly x?: number; readonly width?: number; readonly colour?: string } = {},
  ): number {
    const { size, tag = 'P' } = style
    const { x = left, width = paper.width - 2 * left, colour = ink.text } = place
    const printed = printedForm(text)
    const face = requireFace(printed, style.face)
    const lines = linesOf(face, printed, size, width)
    const top = this.at
    this.#tags.tag(tag, {}, () => {
      for (const [index, line] of lines.entries()) {
        const at = [x, top + size + index * size * 1.4] as const
        this.#sheet.text({ face, text: line, size, tracking: 0, at, colour })
      }
    })
    return lines.length * size * 1.4
  }
}

const drawn = ({ name, text }: ReceiptValue): string => `${name?.text ?? ''}${text}`

/** Without the names that no shipped font can draw: what has an id can still be printed, and all of them are attached. */
function printable(claims: ReceiptClaims): ReceiptClaims {
  const { receipt } = claims
  const { decision } = receipt
  if (!decision?.names) return claims
  const names = decision.names.filter(({ text }) => missingInSentences(text).length === 0)
  return { ...claims, receipt: { ...receipt, decision: { ...decision, names } } }
}

// A version of rules then stands in one line.
const sizeOf = ({ isCode }: Pick<ReceiptRow, 'isCode'>) => (isCode ? 8.5 : 9)

function heightOf({ values, isCode }: ReceiptRow): number {
  const size = sizeOf({ isCode })
  const face = requireFace('a', 'sans')
  return values.reduce((sum, value) => {
    const fitting = printedForm(drawn(value))
    return (
      sum +
      linesOf(requireFace(fitting, face.name), fitting, size, column.value).length * size * 1.4
    )
  }, 7)
}

/** Rows as far as the page reaches, and how many are left for the attachment. */
function drawRows(pen: Pen, rows: readonly ReceiptRow[], messages: Messages): void {
  for (const [index, row] of rows.entries()) {
    // Each credential stands by itself.
    if (row.label === messages.receipts.labels.credential) pen.at += 8
    if (pen.at + heightOf(row) > bottom) {
      const words = messages.receipts.more(rows.length - index)
      pen.at += pen.write(words, { face: 'sans', size: 9 }, { colour: ink.quiet })
      return
    }
    pen.write(row.label, { face: 'sans', size: 8 }, { width: column.label - 10, colour: ink.quiet })
    for (const value of row.values)
      pen.at += pen.write(
        drawn(value),
        { face: 'sans', size: sizeOf(row) },
        { x: left + column.label, width: column.value },
      )
    pen.at += 7
  }
}

/**
 * A receipt on one page, for people's files: PDF/A-3u and PDF/UA-1 by structure, the signed JWS attached as
 * `receipt.jwt`. What does not fit on the page is in the attachment. Refuses with `name-not-printable` what no shipped
 * font can draw.
 */
export async function drawReceipt(
  claims: ReceiptClaims,
  token: string,
  asked: Language,
): Promise<Uint8Array> {
  const messages = messagesFor(asked)
  const words = messages.receipts
  const lib = await import('pdf-lib')
  const doc = await newDocument(lib)
  const page = doc.addPage([paper.width, paper.height])
  const sheet = new Sheet(lib, page, await embedFaces(doc))
  const tags = new Tags(lib, doc, page, sheet)
  const pen = new Pen(sheet, tags)
  const title = words.titles[claims.receipt.kind]
  pen.at += pen.write(title, { face: 'display', size: 26, tag: 'H1' }) + 4
  pen.at += pen.write(words.lead, { face: 'sans', size: 9.5 }, { colour: ink.quiet }) + 16
  drawRows(pen, tellReceipt(printable(claims), messages), messages)
  pen.at = bottom + 14
  const home = claims.iss.replace(/^did:web:/, '').replaceAll('%3A', ':')
  pen.write(words.howToCheck(`${home}/verify`), { face: 'sans', size: 8.5 }, { colour: ink.quiet })
  tags.finish()
  sheet.finish(doc)
  await describePdf(lib, doc, {
    title,
    author: claims.iss,
    subject: title,
    language: messages.language,
    date: new Date(claims.iat * 1000),
    carried: new TextEncoder().encode(token),
    isReceipt: true,
    attachment: words.attachment,
  })
  return doc.save({ objectsPerTick: Number.POSITIVE_INFINITY })
}
