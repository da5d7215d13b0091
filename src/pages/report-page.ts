import type { Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { answerList, howChecked, warningList } from './answers.ts'
import { factList } from './facts.ts'
import { nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { domainOf } from './safe-url.ts'
import { headlineOf, verdictPanel } from './verdict.ts'

export interface ReportView {
  readonly report: Report
  /** The credential as received, as text, to be checked elsewhere. */
  readonly raw?: string
}

// With the style sheet a page stays under 50 KB, measured as it is sent: a quotation mark takes six bytes.
const maxRawBytes = 20_000

function elsewhere(raw: string, messages: Messages): Html {
  const words = messages.pages.report
  const text =
    Buffer.byteLength(html`${raw}`.markup) <= maxRawBytes
      ? html`<pre tabindex="0" aria-label="${words.raw}" role="region" dir="ltr"><code>${raw}</code></pre>`
      : html`<p>${words.rawTooLong}</p>`
  return html`<details><summary>${words.elsewhere}</summary>
<p>${words.elsewhereNote} <a href="https://verifierplus.org/" rel="noopener noreferrer">${words.elsewhereLink}</a></p>
<h3>${words.raw}</h3>
${text}
</details>`
}

/** Before anything else on an unknown issuer: the address it can be recognised by, then the name it claims. */
function unknownIssuer({ facts }: Report, messages: Messages): Html | undefined {
  if (!facts.issuer) return undefined
  const { labels } = messages.pages.report
  const { id, name } = facts.issuer
  return html`<section class="stranger"><p>${labels.domain}: <strong class="domain" dir="ltr">${domainOf(id) ?? id}</strong></p>
${name !== undefined && html`<p>${labels.claimedName}: ${nameOf(name)}</p>`}</section>`
}

/** What a check found: the answer first, about whom and what, then why, then everything for whoever wants to know more. */
export function reportPage({ report, raw }: ReportView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.report
  const main = html`${verdictPanel(report, messages, 'h1')}
${headlineOf(report) === 'issuer-unknown' && unknownIssuer(report, messages)}
${factList(report, messages)}
<section><h2>${words.answers}</h2>${answerList(report, messages)}</section>
${warningList(report, messages)}
${howChecked(report, messages)}
${raw !== undefined && elsewhere(raw, messages)}
<p><a class="button" href="/verify">${words.again}</a></p>`
  return page({ title: words.title, main, section: 'check' }, frame)
}
