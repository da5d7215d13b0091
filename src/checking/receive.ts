import { readPdfApart, readPhotoApart } from '../documents/documents-apart.ts'
import { type Baked, readBakedPng, utf8 } from '../documents/png.ts'
import type { PrintedPages } from '../documents/printed-pages.ts'
import { readBakedSvg } from '../documents/svg.ts'
import { Refusal } from '../errors.ts'
import { ReceiptGiven } from './receiving/receipt-given.ts'
import { receiveText } from './receiving/receive-text.ts'
import type { Received } from './receiving/received.ts'
import type { SourceKind } from './report.ts'

/** What was found in a file: a credential, or the address of one, as a QR code or a web page tells it. */
export type Found =
  | { readonly received: Received }
  | { readonly link: URL; readonly kind: SourceKind; readonly pages?: PrintedPages }

const maxTextBytes = 2 * 1024 * 1024

const nothingFound = (what: string) => new Refusal('no-credential-found', what)

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

type FileKind = 'pdf' | 'png' | 'jpeg' | 'svg' | 'html' | 'text'

/** What a file is, by its first bytes: names and media types are only somebody's word. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase()
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html'
  return start.startsWith('<') ? 'svg' : 'text'
}

const encode = (text: string) => new TextEncoder().encode(text)

const linkIn = (code: string): URL | undefined =>
  /^https?:\/\/\S+$/i.test(code) && URL.canParse(code) ? new URL(code) : undefined

/** A code holds an address, or now and then the credential itself. */
function foundIn(codes: readonly string[], kind: 'pdf' | 'photo', pages?: PrintedPages): Found {
  const seen = pages ? { pages } : {}
  const links = codes.flatMap((code) => linkIn(code.trim()) ?? [])
  const [link, other] = links
  // Which of several a certificate is about cannot be told; choosing one would let another hide.
  if (other) throw nothingFound('It shows several codes with addresses: show only one of them')
  if (link) return { link, kind, ...seen }
  const text = codes.find((code) => /^[{e]/.test(code.trim()))
  if (text === undefined) throw nothingFound('No credential and no readable QR code is in it')
  return { received: { ...receiveText(encode(text), kind), ...seen } }
}

async function findInPdf(bytes: Uint8Array): Promise<Found> {
  const { attached, pages, receipt } = await readPdfApart(bytes)
  if (receipt !== undefined) throw new ReceiptGiven(receipt)
  if (attached === undefined) return foundIn(pages.codes, 'pdf', pages)
  return { received: { ...receiveText(encode(attached), 'pdf'), pages } }
}

const olderBadge = () =>
  new Refusal(
    'open-badges-2',
    'This is an Open Badges 2.0 image; only Open Badges 3.0 can be checked here',
  )

function baked(found: Baked, kind: 'png' | 'svg'): Received | undefined {
  if (found.kind === 'openbadge2') throw olderBadge()
  return found.kind === 'none' ? undefined : receiveText(encode(found.text), kind)
}

async function findInPhoto(bytes: Uint8Array): Promise<Found> {
  return foundIn((await readPhotoApart(bytes)).codes, 'photo')
}

/** A PNG over the size of a badge is taken for a photograph at once. */
async function findInPng(bytes: Uint8Array): Promise<Found> {
  const received = bytes.length <= maxTextBytes ? baked(readBakedPng(bytes), 'png') : undefined
  return received ? { received } : findInPhoto(bytes)
}

function findInSvg(bytes: Uint8Array): Found {
  const received = baked(readBakedSvg(utf8(bytes, 'SVG').replace(/^\uFEFF/, '')), 'svg')
  if (!received) throw nothingFound('This image carries no credential')
  return { received }
}

const maxHeadLength = 100_000
const alternate = /<link\b[^>]{0,500}>/gi
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']{1,2000})["']`, 'i').exec(tag)?.[1]

/** Where a web page says that the same is to be had as a credential (HTML §4.6.6.1 `rel="alternate"`). */
export function alternateIn(bytes: Uint8Array, page: URL): URL | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, maxHeadLength))
  const tag = (head.match(alternate) ?? []).find(
    (each) =>
      attribute(each, 'rel')?.toLowerCase() === 'alternate' &&
      /^application\/(?:vc|vc\+ld\+json|ld\+json)$/.test(attribute(each, 'type') ?? ''),
  )
  const href = (tag && attribute(tag, 'href'))?.replaceAll('&amp;', '&')
  if (href === undefined || !URL.canParse(href, page.href)) return undefined
  const link = new URL(href, page)
  return link.origin === page.origin ? link : undefined
}

/**
 * Finds the credential in what somebody handed in: JSON, a compact JWT, a baked PNG or SVG, a PDF with the credential
 * attached or a QR code on it, or the photograph of a certificate.
 *
 * @throws Refusal `no-credential-found`, `open-badges-2`, `input-unreadable`, `input-too-large`, `not-strict-json`,
 * `busy`.
 */
export async function findCredential(bytes: Uint8Array): Promise<Found> {
  const kind = fileKind(bytes)
  const isText = kind === 'text' || kind === 'svg' || kind === 'html'
  if (isText && bytes.length > maxTextBytes)
    throw new Refusal('input-too-large', 'The file is over 2 MB')
  switch (kind) {
    case 'pdf':
      return findInPdf(bytes)
    case 'png':
      return findInPng(bytes)
    case 'jpeg':
      return findInPhoto(bytes)
    case 'svg':
      return findInSvg(bytes)
    case 'html':
      throw nothingFound('This is a web page, not a credential: give its address instead')
    case 'text':
      return { received: receiveText(bytes, undefined) }
  }
}

/**
 * The credential in a file, and where there is only its address, what stands there. An address is followed once: what
 * it leads to must be a credential itself.
 *
 * @param bytesAt gets what stands at an address.
 * @throws Refusal as {@link findCredential}, and whatever `bytesAt` refuses.
 */
export async function receive(
  bytes: Uint8Array,
  bytesAt: (link: URL) => Promise<Uint8Array>,
): Promise<Received> {
  const found = await findCredential(bytes)
  if ('received' in found) return found.received
  const there = await findCredential(await bytesAt(found.link))
  if (!('received' in there)) throw nothingFound('The code leads to a file without a credential')
  const { pages: _, ...received } = there.received
  return { ...received, kind: found.kind, ...(found.pages ? { pages: found.pages } : {}) }
}
