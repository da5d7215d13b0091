import type { SignedBadge } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import { languages } from '../language.ts'
import type { PageClaims } from './certificate-design.ts'
import { type CertificateText, certificateText } from './certificate-facts.ts'
import { hasForeignInk } from './certificate-ground.ts'
import type { PrintedLine, PrintedPages } from './printed-pages.ts'
import { squeeze } from './squeeze.ts'

/** One thing that a certificate of this layout prints, and what it should be. */
export interface PrintedFact {
  readonly fact: 'recipient' | 'title' | 'awardedDate' | 'result'
  readonly printed: string
  readonly signed: string
  /** Whether one sees anything else there than these letters in our typefaces. */
  readonly isCovered: boolean
}

/** A page recognised as a certificate that a service like this one drew. */
export interface PrintedCertificate {
  readonly facts: readonly PrintedFact[]
  /** Lines that this layout does not have: somebody put them there. */
  readonly added: readonly string[]
  /** Whether there is anything else on it that this layout does not draw. */
  readonly hasForeignInk: boolean
}

interface Frame {
  readonly text: CertificateText
  readonly lines: readonly PrintedLine[]
  readonly intro: number
  readonly verb: number
  readonly beside: PageClaims
}

const isSame = (line: PrintedLine, text: string) => squeeze(line.text) === squeeze(text)

/** Finds the words that stand around the name, in one language. */
function frameIn(
  text: CertificateText,
  lines: readonly PrintedLine[],
  beside: PageClaims,
): Frame | undefined {
  const { intro: words, verbs } = text.messages
  const intro = lines.findIndex((line) => isSame(line, words))
  if (intro < 0) return undefined
  const verb = lines.findIndex(
    (line, at) => at > intro && Object.values(verbs).some((each) => isSame(line, each)),
  )
  return verb < 0 ? undefined : { text, lines, intro, verb, beside }
}

const betweenResults = '  ·  '

const isPlain = ({ isCovered, isInOurType }: PrintedLine) => !isCovered && isInOurType

function factOf(
  fact: PrintedFact['fact'],
  found: readonly PrintedLine[],
  signed: string,
): PrintedFact {
  const printed = found.map((line) => line.text).join(fact === 'result' ? betweenResults : ' ')
  return { fact, printed, signed, isCovered: !found.every(isPlain) }
}

/** The lines of the title: up to what the layout sets below it. */
function titleLines({ text, lines, verb }: Frame): readonly PrintedLine[] {
  const below = squeeze(text.description)
  const isBelow = (line: PrintedLine) => {
    const words = squeeze(line.text)
    const isDescription = words !== '' && below.startsWith(words)
    return (
      isDescription ||
      isSame(line, text.messages.withDistinction) ||
      isResult(line, text) ||
      isSame(line, text.messages.scanToVerify)
    )
  }
  const rest = lines.slice(verb + 1)
  const expected = squeeze(text.title)
  // A title that begins like its description is told by its length.
  let length = 0
  let taken = ''
  while (
    length < rest.length &&
    expected.startsWith(taken + squeeze(rest[length]?.text ?? '')) &&
    taken !== expected
  ) {
    taken += squeeze(rest[length]?.text ?? '')
    length += 1
  }
  if (taken === expected) return rest.slice(0, length)
  const end = rest.findIndex(isBelow)
  return rest.slice(0, end < 0 ? 1 : end)
}

const digits = /\p{Nd}+/gu

/** Whether a line is one of hours, score or level, whatever the figures in it. */
function isResult(line: PrintedLine, { messages }: CertificateText): boolean {
  const shape = (words: string) => squeeze(words).replaceAll(digits, '0')
  const known = [
    messages.hours(1),
    messages.hours(2),
    messages.score('2'),
    messages.eqf('2'),
    messages.priority('2', '2'),
  ].map(shape)
  const starts = [messages.validUntil(''), messages.rules('')].map(squeeze)
  return line.text
    .split('·')
    .some(
      (part) =>
        known.includes(shape(part)) || starts.some((start) => squeeze(part).startsWith(start)),
    )
}

/** The line that begins as the date does, say "Awarded on". */
function dateLine({ text, lines }: Frame): readonly PrintedLine[] {
  const exact = lines.find((line) => isSame(line, text.date))
  const start = squeeze(text.dated(''))
  const found = exact ?? lines.find((line) => start !== '' && squeeze(line.text).startsWith(start))
  return found ? [found] : []
}

function resultFact(frame: Frame): PrintedFact {
  const { text, lines } = frame
  const isMerit = (line: PrintedLine) => isSame(line, text.messages.withDistinction)
  const found = lines.filter((line) => isResult(line, text) || isMerit(line))
  const signed = [...(text.distinction ? [text.messages.withDistinction] : []), ...text.facts]
  return factOf('result', found, signed.join(betweenResults))
}

/** What the issuer signed of the page beside the credential. */
function besideFacts({ messages }: CertificateText, beside: PageClaims): string[] {
  const { partnerLine, signatories, sealedBy } = beside
  return [
    ...(partnerLine === undefined ? [] : [partnerLine]),
    ...signatories.flatMap(({ name, role }) => [name, role]),
    ...(sealedBy === undefined ? [] : [messages.sealedBy(sealedBy)]),
  ]
}

/** Everything that the layout prints, run together: what is not in it was added. */
function addedTo(
  { text, lines, beside }: Frame,
  facts: readonly PrintedFact[],
  address: string,
): string[] {
  const { messages } = text
  const pieces = [
    ...Object.values(messages.headings),
    messages.intro,
    ...Object.values(messages.verbs),
    messages.withDistinction,
    text.description,
    messages.scanToVerify,
    address,
    text.issuer,
    messages.illustrative,
    ...besideFacts(text, beside),
    ...facts.flatMap(({ printed, signed }) => [printed, signed]),
  ].map(squeeze)
  return lines
    .map((line) => line.text)
    .filter((words) => !pieces.some((piece) => piece.includes(squeeze(words))))
}

function readIn(frame: Frame, credential: SignedBadge, pages: PrintedPages): PrintedCertificate {
  const { text, lines, intro, verb } = frame
  const facts = [
    factOf('recipient', lines.slice(intro + 1, verb), text.name),
    factOf('title', titleLines(frame), text.title),
    factOf('awardedDate', dateLine(frame), text.date),
    resultFact(frame),
  ]
  return {
    facts,
    added: addedTo(frame, facts, credential.id),
    hasForeignInk: hasForeignInk(text, pages, frame.beside),
  }
}

function textIn(credential: SignedBadge, language: (typeof languages)[number]) {
  try {
    return certificateText(credential, language)
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined
    throw thrown
  }
}

/** How many of the phrases that the layout sets around the facts stand on a page. */
function phrasesOn(lines: readonly PrintedLine[], { messages, dated }: CertificateText): number {
  const { intro, verbs, scanToVerify, issuedBy } = messages
  const isOn = (holds: (words: string) => boolean) =>
    lines.map((line) => squeeze(line.text)).some((words) => words !== '' && holds(words))
  const begins = (start: string) => start !== '' && isOn((words) => words.startsWith(start))
  return [
    isOn((words) => words === squeeze(intro)),
    isOn((words) => Object.values(verbs).map(squeeze).includes(words)),
    isOn((words) => words.length > 10 && squeeze(scanToVerify).includes(words)),
    begins(squeeze(dated(''))),
    begins(squeeze(issuedBy(''))),
  ].filter(Boolean).length
}

const fewestPhrases = 2

/**
 * Whether a page that `readCertificate` does not take for one of our layout was one before somebody changed the phrases
 * by which it is known: the others still stand on it.
 */
export const wasCertificate = (credential: SignedBadge, { lines }: PrintedPages): boolean =>
  languages.some((language) => {
    const text = textIn(credential, language)
    return text !== undefined && phrasesOn(lines, text) >= fewestPhrases
  })

/**
 * Reads a page as a certificate of our own layout, in whichever language it is: what it prints as name, title, date and
 * results beside what the credential has it print. `undefined` for a page of another layout.
 *
 * @param beside what the issuer signed of the page apart from the credential.
 */
export function readCertificate(
  credential: SignedBadge,
  pages: PrintedPages,
  beside: PageClaims,
): PrintedCertificate | undefined {
  for (const language of languages) {
    const text = textIn(credential, language)
    const frame = text && frameIn(text, pages.lines, beside)
    if (frame) return readIn(frame, credential, pages)
  }
  return undefined
}
