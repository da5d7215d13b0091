import type { CredentialStatus, Finding, Report } from '../checking/report.ts'
import { formatMoment } from '../messages/format.ts'
import type { Headline, Messages } from '../messages/messages.ts'
import { type Html, html } from './html.ts'
import { type Icon, icons } from './icons.ts'

/** How a headline feels, as a class of the style sheet: never the only way it is told. */
export type Tone = 'good' | 'caution' | 'bad' | 'unsure'

const looks: Readonly<Record<Headline, { readonly tone: Tone; readonly icon: Icon }>> = {
  valid: { tone: 'good', icon: 'valid' },
  'issuer-unknown': { tone: 'caution', icon: 'caution' },
  impostor: { tone: 'bad', icon: 'invalid' },
  revoked: { tone: 'bad', icon: 'invalid' },
  suspended: { tone: 'caution', icon: 'time' },
  expired: { tone: 'caution', icon: 'time' },
  'not-yet-valid': { tone: 'caution', icon: 'time' },
  replaced: { tone: 'caution', icon: 'time' },
  invalid: { tone: 'bad', icon: 'invalid' },
  undecided: { tone: 'unsure', icon: 'unsure' },
}

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

/** Whether content may be shown as signed by the issuer: not when the signature fails, nor while it is unproven. */
export const vouchesForContent = (report: Report) => report.answers.genuine === 'yes'

function headlineOfValid({ answers, status }: Report): Headline {
  // A report that contradicts itself is not believed.
  if (answers.genuine !== 'yes' || answers.current !== 'yes' || status !== 'active')
    return 'undecided'
  if (answers.issuer === 'impostor') return 'impostor'
  return answers.issuer === 'known' ? 'valid' : 'issuer-unknown'
}

/** What a reader is told first. A status is believed only where the signature holds: a forger may write any. */
export function headlineOf(report: Report): Headline {
  switch (report.verdict) {
    case 'valid':
      return headlineOfValid(report)
    case 'undecided':
      return 'undecided'
    case 'invalid':
      if (report.answers.issuer === 'impostor') return 'impostor'
      return vouchesForContent(report) ? statusHeadlines[report.status] : 'invalid'
  }
}

/** The finding that tells more than the headline; for what is not valid it says what to do as well. */
function explaining(report: Report, headline: Headline): Finding | undefined {
  if (headline === 'invalid') return report.findings.find(({ outcome }) => outcome === 'failed')
  if (headline === 'undecided') return report.findings.find(({ outcome }) => outcome === 'unknown')
  return undefined
}

/** The answer in one word, with its picture, what it means and what to do; `level` is that of its heading. */
export function verdictPanel(report: Report, messages: Messages, level: 'h1' | 'p'): Html {
  const headline = headlineOf(report)
  const { title, meaning, advice } = messages.headlines[headline]
  const { tone, icon } = looks[headline]
  const because = explaining(report, headline)
  const explanation =
    headline === 'invalid' && because
      ? html`<p>${messages.reasons[because.reason]}</p>`
      : html`<p>${meaning}</p>
${because && html`<p>${messages.reasons[because.reason]}</p>`}
<p class="advice">${advice}</p>`
  const word = html`<span class="verdict-word">${title}</span>`
  return html`<section class="verdict tone-${tone}">
${icons[icon]}
<div>
${level === 'h1' ? html`<h1>${word}</h1>` : html`<p>${word}</p>`}
${explanation}
<p class="moment">${messages.pages.report.checkedOn(formatMoment(report.checkedAt, messages.language))}</p>
</div>
</section>`
}
