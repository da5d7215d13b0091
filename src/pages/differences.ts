import type { Difference, Report } from '../checking/report.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { fitting } from './fitting.ts'
import { nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { vouchesForContent } from './verdict.ts'

const maxRows = 12
const maxRowBytes = 3_500

function row({ fact, printed, signed }: Difference, messages: Messages): Html {
  const words = messages.pages.report.differences
  // Printed dates stand as they are on the page, to be found there; the signed one is told in words.
  const counts = fact === 'awardedDate' ? formatDate(signed, messages.language) : signed
  return html`<tbody><tr><th scope="rowgroup" colspan="2">${words.facts[fact]}</th></tr>
<tr><td>${printed === '' ? html`<em>${words.absent}</em>` : html`<s>${nameOf(printed)}</s>`}</td><td><strong>${nameOf(counts)}</strong></td></tr></tbody>`
}

/**
 * What the page shows beside what is signed; nothing where they agree, nor where the signature does not hold: there
 * is nothing signed to compare with then.
 */
export function differenceTable(report: Report, messages: Messages): Html | false {
  const { differences } = report.source
  if (differences.length === 0 || !vouchesForContent(report)) return false
  const words = messages.pages.report.differences
  const rows = differences.slice(0, maxRows).map((each) => row(each, messages))
  const { shown } = fitting(rows, maxRowBytes)
  const rest = differences.length - shown.length
  return html`<section class="differences"><h2 id="differences">${words.title}</h2>
<table aria-labelledby="differences">
<thead><tr><th scope="col">${words.printed}</th><th scope="col">${words.signed}</th></tr></thead>
${shown}
</table>
<p class="note">${words.note}${rest > 0 && html` (${messages.pages.report.more(rest)})`}</p></section>`
}
