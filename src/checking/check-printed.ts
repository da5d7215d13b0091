import type { SignedBadge } from '../credential/open-badge.ts'
import type { PageClaims } from '../documents/certificate-design.ts'
import {
  type PrintedCertificate,
  readCertificate,
  wasCertificate,
} from '../documents/printed-certificate.ts'
import type { PrintedLine, PrintedPages } from '../documents/printed-pages.ts'
import { squeeze } from '../documents/squeeze.ts'
import { factsOf } from './facts.ts'
import { nothingBeside } from './proven-page.ts'
import type { JsonObject } from './receiving/received.ts'
import type { Difference, Facts, Finding } from './report.ts'

export interface CheckedPrint {
  readonly finding: Finding
  readonly differences: readonly Difference[]
}

const ended = (
  outcome: Finding['outcome'],
  reason: Finding['reason'],
  differences: readonly Difference[] = [],
): CheckedPrint => ({ finding: { check: 'printed', outcome, reason }, differences })

/** A code on the page that leads to another address than the credential's own. */
function strayCode({ id }: Facts, { codes }: PrintedPages): Difference[] {
  const links = codes.filter((code) => /^https?:/i.test(code))
  // Another form of it, or its page in a language, is the credential's own address too.
  const isOwn = (code: string) =>
    id !== undefined && code.startsWith(id) && /^($|[.?#])/.test(code.slice(id.length))
  return links
    .filter((code) => !isOwn(code))
    .map((printed) => ({ fact: 'id' as const, printed, signed: id ?? '' }))
}

function checkCertificate(
  { facts, added, hasForeignInk }: PrintedCertificate,
  pages: PrintedPages,
  stray: readonly Difference[],
): CheckedPrint {
  const differences = facts
    .filter(({ printed, signed }) => squeeze(printed) !== squeeze(signed))
    .map(({ fact, printed, signed }): Difference => ({ fact, printed, signed }))
  const covered = facts.filter(({ isCovered }) => isCovered)
  // What was written over a fact is what a reader sees in its place.
  const overwritten = covered
    .slice(0, added.length > 0 ? 1 : 0)
    .map(({ fact, signed }): Difference => ({ fact, printed: added.join(' '), signed }))
  const all = [...differences, ...overwritten, ...stray]
  // A fact that is not printed at all was hidden, or drawn as a picture, which cannot be compared.
  if (all.some(({ printed }) => printed !== '')) return ended('failed', 'printed-differs', all)
  const isTouched = [covered, all, added].some((each) => each.length > 0) || hasForeignInk
  return isTouched || pages.hasNotes || pages.hasLayers || pages.pageCount > 1
    ? ended('unknown', 'printed-covered')
    : ended('passed', 'printed-agrees')
}

const letter = '[\\p{L}\\p{M}\\p{N}]'
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The lines in which some words stand, as whole words, also broken over a line end. */
function linesWith(words: string, lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const flat = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  const wanted = new RegExp(`(?<!${letter})${literally(flat(words))}(?!${letter})`, 'u')
  const from = lines.findIndex((_, at) => {
    const [one = '', two = '', three = ''] = lines.slice(at, at + 3).map(({ text }) => flat(text))
    return wanted.test(one) || wanted.test(`${one} ${two}`) || wanted.test(`${one} ${two} ${three}`)
  })
  return from < 0
    ? []
    : lines
        .slice(from, from + 3)
        .filter(({ text }, at) => at === 0 || squeeze(words).includes(squeeze(text)))
}

/** In points; and how much smaller than the largest letters of its page a line may be that says what it is about. */
const legible = { height: 7, share: 0.25 } as const

/** Whether a line is written for readers, and not in a corner for programs. */
function isLegible({ box }: PrintedLine, lines: readonly PrintedLine[]): boolean {
  const heights = lines.map((line) => line.box.top - line.box.bottom)
  const height = box.top - box.bottom
  return height >= Math.max(legible.height, legible.share * Math.max(...heights))
}

/** A page of a layout that is not known: it agrees when name and title stand on it as they are signed. */
function checkForeign(
  facts: Facts,
  pages: PrintedPages,
  stray: readonly Difference[],
): CheckedPrint {
  if (stray.length > 0) return ended('failed', 'printed-differs', stray)
  const wanted = [facts.recipient, facts.achievement?.name ?? facts.title].filter(
    (text): text is string => text !== undefined && squeeze(text) !== '',
  )
  const found = wanted.map((words) => linesWith(words, pages.lines))
  if (wanted.length === 0 || found.some((lines) => lines.length === 0))
    return ended('unknown', 'printed-unreadable')
  const isCovered = found.flat().some((line) => line.isCovered || !isLegible(line, pages.lines))
  return isCovered || pages.hasNotes
    ? ended('unknown', 'printed-covered')
    : ended('passed', 'printed-agrees')
}

export interface KnownOfIssuer {
  /** Whether this service issued it, so that the layout can only be ours. */
  readonly isOurs?: boolean
  /** What the issuer signed of the page apart from the credential; nothing else may stand on it. */
  readonly beside?: PageClaims
}

/**
 * Whether the pages that a credential came with print what is signed. A genuine credential inside an edited page is
 * the commonest fraud, so what a page prints can lower a verdict, and never raise it: only what is signed counts.
 *
 * Certificates of our own layout are compared line by line; on others, name and title must be found as signed. What was
 * one of ours and is none any more cannot be compared: whoever changes a mark would change the layout as well.
 *
 * @param known what is known of its issuer.
 */
export function checkPrinted(
  credential: JsonObject,
  pages: PrintedPages,
  { isOurs = false, beside = nothingBeside }: KnownOfIssuer = {},
): CheckedPrint {
  const facts = factsOf(credential)
  const stray = strayCode(facts, pages)
  const isBadge = facts.recipient !== undefined && facts.achievement !== undefined
  const certificate = isBadge
    ? readCertificate(credential as unknown as SignedBadge, pages, beside)
    : undefined
  if (certificate) return checkCertificate(certificate, pages, stray)
  const isAltered =
    isOurs || (isBadge && wasCertificate(credential as unknown as SignedBadge, pages))
  return isAltered && stray.length === 0
    ? ended('unknown', 'printed-unreadable')
    : checkForeign(facts, pages, stray)
}
