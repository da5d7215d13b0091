import type { CredentialStatus, Finding, Reason, Report } from '../checking/report.ts'
import { formatMoment } from '../messages/format.ts'
import type { Headline, Messages } from '../messages/messages.ts'
import { type Html, html } from './html.ts'
import { type Icon, icons } from './icons.ts'

/** How a headline feels, as a class of the style sheet: never the only way it is told. */
export type Tone = 'good' | 'caution' | 'bad' | 'unsure'

const looks: Readonly<Record<Headline, { readonly tone: Tone; readonly icon: Icon }>> = {
  valid: { tone: 'good', icon: 'valid' },
  'other-person': { tone: 'caution', icon: 'person' },
  'issuer-unknown': { tone: 'caution', icon: 'caution' },
  'issuer-outside': { tone: 'caution', icon: 'caution' },
  impostor: { tone: 'bad', icon: 'invalid' },
  'page-differs': { tone: 'bad', icon: 'page' },
  'page-unread': { tone: 'unsure', icon: 'unsure' },
  revoked: { tone: 'bad', icon: 'invalid' },
  suspended: { tone: 'caution', icon: 'time' },
  expired: { tone: 'caution', icon: 'time' },
  'not-yet-valid': { tone: 'caution', icon: 'time' },
  replaced: { tone: 'caution', icon: 'time' },
  invalid: { tone: 'bad', icon: 'invalid' },
  undecided: { tone: 'unsure', icon: 'unsure' },
}

/** Every headline, from the best to what could not be told. */
export const headlines = Object.keys(looks) as readonly Headline[]

/** The tone and the picture a headline is shown with, wherever it stands. */
export const lookOf = (headline: Headline) => looks[headline]

const statusHeadlines: Readonly<Record<CredentialStatus, Headline>> = {
  active: 'invalid',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  'not-yet-valid': 'not-yet-valid',
  replaced: 'replaced',
  unknown: 'invalid',
}

/** Reasons for which a known issuer does not count as one here. */
export const reasonsOutside: readonly Reason[] = [
  'issuer-outside-scope',
  'issuer-outside-period',
  'issuer-mandate-outside-scope',
  'issuer-mandate-outside-period',
]

/** Whether content may be shown as signed by the issuer: not when the signature fails, nor while it is unproven. */
export const vouchesForContent = (report: Report) => report.answers.genuine === 'yes'

const headlinesOfGood: readonly Headline[] = [
  'valid',
  'issuer-unknown',
  'issuer-outside',
  'other-person',
]

const isHeadlineOfGood = (headline: Headline) => headlinesOfGood.includes(headline)

const isDifferent = ({ findings, source }: Report) =>
  source.differences.length > 0 || findings.some(({ reason }) => reason === 'printed-differs')

const hasOutcome = ({ findings }: Report, outcome: Finding['outcome']) =>
  findings.some((finding) => finding.outcome === outcome && finding.check !== 'person')

/** Genuine and in force by every word of the report, not by its verdict alone. */
const isInForce = ({ answers, status }: Report) =>
  answers.genuine === 'yes' && answers.current === 'yes' && status === 'active'

/** Known, but not vouched for in what or when this was awarded. */
const isOutside = ({ findings }: Report) =>
  findings.some(({ reason }) => reasonsOutside.includes(reason))

function headlineOfValid(report: Report): Headline {
  // A report that contradicts itself is not believed.
  if (hasOutcome(report, 'failed') || hasOutcome(report, 'unknown') || !isInForce(report))
    return 'undecided'
  if (report.answers.issuer === 'unknown')
    return isOutside(report) ? 'issuer-outside' : 'issuer-unknown'
  return report.answers.person === 'mismatch' ? 'other-person' : 'valid'
}

/** Only the page beside a good credential could not be read: that must not sound as if nothing were known. */
const isOnlyPageUnread = (report: Report) =>
  isInForce(report) &&
  report.findings.every(({ check, outcome }) => outcome !== 'unknown' || check === 'printed')

/** What a reader is told first of a single credential. */
function headlineOfOne(report: Report): Headline {
  if (report.answers.issuer === 'impostor') return 'impostor'
  // A genuine credential inside an edited page is the commonest fraud: no other news may hide it.
  if (vouchesForContent(report) && isDifferent(report)) return 'page-differs'
  switch (report.verdict) {
    case 'valid':
      return headlineOfValid(report)
    case 'undecided':
      return isOnlyPageUnread(report) && hasOutcome(report, 'unknown') ? 'page-unread' : 'undecided'
    case 'invalid':
      return vouchesForContent(report) ? statusHeadlines[report.status] : 'invalid'
  }
}

/** Of several credentials presented together: good only where each of them is, whatever the whole says. */
function headlineOfSeveral(report: Report, credentials: readonly Report[]): Headline {
  if (report.verdict === 'invalid') return 'invalid'
  const headlines = credentials.map(headlineOf)
  if (report.verdict === 'undecided' || !headlines.every(isHeadlineOfGood)) return 'undecided'
  return headlines.find((headline) => headline !== 'valid') ?? 'valid'
}

/** Whether it is about more than one credential, each with facts and a verdict of its own. */
export const isSeveral = ({ credentials = [] }: Report) => credentials.length > 1

/** What a reader is told first. A status is believed only where the signature holds: a forger may write any. */
export function headlineOf(report: Report): Headline {
  const { credentials = [] } = report
  if (isSeveral(report)) return headlineOfSeveral(report, credentials)
  const headline = headlineOfOne(report)
  // What was presented is never better than the one credential in it.
  const isLess = credentials.some((only) => !isHeadlineOfGood(headlineOf(only)))
  return isHeadlineOfGood(headline) && isLess ? 'undecided' : headline
}

const isOfPresentation = ({ check, outcome }: Finding) =>
  check === 'presentation' && outcome !== 'passed' && outcome !== 'skipped'

/** Where the finding says all there is to say, and what to do. */
const tellsAll: readonly Headline[] = ['invalid', 'issuer-outside']

/** The finding that tells more than the headline; for what is not valid it says what to do as well. */
function explaining(report: Report, headline: Headline): Finding | undefined {
  // Which of several it was stands with each of them.
  if (isSeveral(report)) return report.findings.find(isOfPresentation)
  if (headline === 'invalid') return report.findings.find(({ outcome }) => outcome === 'failed')
  if (headline === 'undecided' || headline === 'page-unread')
    return report.findings.find(({ outcome }) => outcome === 'unknown')
  if (headline === 'issuer-outside')
    return report.findings.find(({ reason }) => reasonsOutside.includes(reason))
  return undefined
}

/** The answer in one word with its picture, for where it is one of many. */
export function verdictLine(report: Report, messages: Messages): Html {
  const headline = headlineOf(report)
  const { tone, icon } = looks[headline]
  return html`<p class="verdict-line tone-${tone}">${icons[icon]} <strong>${messages.headlines[headline].title}</strong></p>`
}

/** Whether the headline leaves a credential to be shown, hung up and shared. */
export const isGood = (report: Report) => isHeadlineOfGood(headlineOf(report))

/**
 * What "valid" means and what is left to the reader: on the page of a credential it stands below what was awarded, so
 * that a telephone shows who, what, by whom and when at once.
 */
export function assurance(report: Report, messages: Messages): Html | false {
  if (headlineOf(report) !== 'valid') return false
  const { meaning, advice } = messages.headlines.valid
  return html`<p class="assurance">${meaning} <strong>${advice}</strong></p>`
}

/** The word alone, with when it was found; {@link assurance} says the rest. */
export function briefVerdict(report: Report, messages: Messages): Html {
  const headline = headlineOf(report)
  const { tone, icon } = looks[headline]
  return html`<section class="verdict brief tone-${tone}">
${icons[icon]}
<div>
<p><span class="verdict-word">${messages.headlines[headline].title}</span></p>
<p class="moment">${messages.pages.report.checkedOn(formatMoment(report.checkedAt, messages.language))}</p>
</div>
</section>`
}

/**
 * The answer in one word, with its picture, what it means and what to do; `level` is that of its heading. The usual
 * advice gives way to another where what it speaks of is not shown.
 */
export function verdictPanel(
  report: Report,
  messages: Messages,
  level: 'h1' | 'h3' | 'p',
  otherAdvice?: string,
): Html {
  const headline = headlineOf(report)
  const { title, advice: usual } = messages.headlines[headline]
  const advice = otherAdvice ?? usual
  const { tone, icon } = looks[headline]
  const because = explaining(report, headline)
  const meaning =
    headline === 'invalid' && isSeveral(report)
      ? messages.pages.report.presentation.notAll
      : messages.headlines[headline].meaning
  const explanation =
    tellsAll.includes(headline) && because
      ? html`<p>${messages.reasons[because.reason]}</p>`
      : html`<p>${meaning}</p>
${because && html`<p>${messages.reasons[because.reason]}</p>`}
${(headline !== 'page-unread' || !because) && html`<p class="advice">${advice}</p>`}`
  const word = html`<span class="verdict-word">${title}</span>`
  const headings = {
    h1: html`<h1>${word}</h1>`,
    h3: html`<h3>${word}</h3>`,
    p: html`<p>${word}</p>`,
  }
  return html`<section class="verdict tone-${tone}">
${icons[icon]}
<div>
${headings[level]}
${explanation}
${level !== 'h3' && html`<p class="moment">${messages.pages.report.checkedOn(formatMoment(report.checkedAt, messages.language))}</p>`}
</div>
</section>`
}
