import type { Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { answerList, holderNote, howChecked, warningList } from './answers.ts'
import { differenceTable } from './differences.ts'
import { endorsementList } from './endorsements.ts'
import { factList, skillList } from './facts.ts'
import { bytesOf } from './fitting.ts'
import { type Html, html, visibleJson } from './html.ts'
import { type Frame, page } from './layout.ts'
import { personNote } from './person.ts'
import { presentedCredentials } from './presented.ts'
import { replacementNote } from './replacement.ts'
import { samePath } from './safe-url.ts'
import { headlineOf, isGood, isSeveral, verdictPanel } from './verdict.ts'

export interface ReportView {
  readonly report: Report
  /** The credential as received, as text, to be checked elsewhere. */
  readonly raw?: string
  /** The batch that it is one of, and the first row of its page, for the way back. */
  readonly batch?: { readonly secret: string; readonly from: number }
  /** The name or address of the person whom the reader asked for. */
  readonly person?: string
  /** The signed receipt of this check, to be taken away. */
  readonly receipt?: string
}

// With the style sheet a page stays under 50 KB, measured as it is sent: a quotation mark takes six bytes.
const maxMainBytes = 28_400

/** The text to check elsewhere, where the rest of the page leaves it room. */
function elsewhere(raw: string, maxBytes: number, messages: Messages): Html {
  const words = messages.pages.report
  const text = html`<textarea id="raw" class="raw" readonly rows="12" dir="ltr" spellcheck="false" autocomplete="off">${visibleJson(raw)}</textarea>`
  return html`<details class="elsewhere"><summary>${words.elsewhere}</summary>
<p>${words.elsewhereNote} <a href="https://verifierplus.org/" rel="noopener noreferrer">${words.elsewhereLink}</a></p>
${bytesOf(text) <= maxBytes ? html`<p class="field"><label for="raw">${words.raw}</label>${text}</p>` : html`<p>${words.rawTooLong}</p>`}
</details>`
}

/** Takes the receipt away as a sheet or as text; the form carries it, for nothing is kept here. */
function receiptForm(token: string, messages: Messages): Html {
  const { title, note, pdf, jwt } = messages.receipts.get
  return html`<form class="screen receipt" method="post" action="/verify/receipt"><h2>${title}</h2><p>${note}</p>
<input type="hidden" name="receipt" value="${token}">
<p><button name="form" value="pdf">${pdf}</button> <button name="form" value="jwt" class="plain">${jwt}</button></p></form>`
}

/** One credential: who, what, by whom, when; the four answers; then what others say, and everything else. */
function single(report: Report, messages: Messages): Html {
  return html`${differenceTable(report, messages)}
${factList(report, messages)}
<section><h2>${messages.pages.report.answers}</h2>${answerList(report, messages)}</section>
${endorsementList(report, messages)}
${skillList(report, messages)}`
}

/** What a check found: the answer first, about whom and what, then why, then everything for whoever wants to know more. */
export function reportPage(view: ReportView, frame: Frame): Html {
  const { report, raw, batch, person = '', receipt } = view
  const messages = messagesFor(frame.language)
  const words = messages.pages.report
  const found = html`${verdictPanel(report, messages, 'h1')}
<p class="paper">${words.onPaper(`${frame.host}/verify`)}</p>
${replacementNote(report, messages)}
${personNote(report, person, messages)}
${holderNote(report, messages)}
${isSeveral(report) ? presentedCredentials(report, messages) : single(report, messages)}
${warningList(report, messages)}
${howChecked(report, messages)}
${receipt !== undefined && receiptForm(receipt, messages)}`
  const main = html`${found}
${raw !== undefined && elsewhere(raw, maxMainBytes - bytesOf(found), messages)}
<p>${
    batch === undefined
      ? html`<a class="button" href="/verify">${words.again}</a>`
      : html`<a class="button" href="${samePath(`/verify/batch/${batch.secret}`, `from=${batch.from}`)}">${messages.pages.batch.back}</a>`
  }</p>
${batch === undefined && isGood(report) && html`<p class="screen"><a href="/eligibility">${messages.pages.selfCheck.title}</a></p>`}`
  // What a screen reader says first, and what a tab shows.
  const title = `${messages.headlines[headlineOf(report)].title} · ${words.title}`
  return page({ title, main, section: 'check' }, frame)
}
