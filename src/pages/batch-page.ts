import type { Report } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Tally, tallyList } from './batch-tally.ts'
import { nameOf, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { type Frame, page } from './layout.ts'
import { rangeLinks } from './range-links.ts'
import { domainOf, ownPath, samePath } from './safe-url.ts'
import { headlineOf, lookOf, vouchesForContent } from './verdict.ts'
import { wideTable } from './wide-table.ts'

/** One item in its place: a report, or why there is none. */
export interface BatchRow {
  readonly index: number
  readonly name: string
  readonly report?: Report
  readonly refused?: RefusalCode | 'fault'
}

export interface BatchView {
  readonly secret: string
  readonly total: number
  readonly isDone: boolean
  /** Whether the page is about to load itself anew. */
  readonly reloads: boolean
  /** How many are there by now, and those shown on this page. */
  readonly done: number
  readonly rows: readonly BatchRow[]
  /** What was found so far, over all pages. */
  readonly tally: Tally
  /** Place of the first row shown. */
  readonly from: number
}

/** With pictures and reasons in two languages a page of so many stays under 50 KB. */
export const rowsPerPage = 25
const maxNameChars = 80

const clip = (text: string) => shortened(text, maxNameChars)

/** Whose it is by the address first: anybody can take a name. */
function issuerCell({ facts }: Report, messages: Messages): Html | false {
  if (!facts.issuer) return false
  const { id, name } = facts.issuer
  const domain = domainOf(id) ?? id
  return html`<strong class="domain" dir="ltr">${clip(domain)}</strong>${
    name !== undefined &&
    html`<br><small>${messages.pages.report.labels.claimedName}: ${nameOf(clip(name))}</small>`
  }`
}

function whyOf(report: Report, messages: Messages): string {
  const because =
    report.findings.find(({ outcome }) => outcome === 'failed') ??
    report.findings.find(({ outcome }) => outcome === 'unknown')
  return because ? messages.reasons[because.reason] : messages.headlines[headlineOf(report)].meaning
}

function reportCells(report: Report, messages: Messages): Html {
  const headline = headlineOf(report)
  const { tone, icon } = lookOf(headline)
  const vouched = vouchesForContent(report) ? report : undefined
  const { recipient, title, achievement } = vouched?.facts ?? {}
  const what = achievement?.name ?? title
  return html`<td class="tone-${tone}">${icons[icon]} <strong>${messages.headlines[headline].title}</strong></td>
<td>${recipient !== undefined && nameOf(clip(recipient))}</td>
<td>${what !== undefined && nameOf(clip(what))}</td>
<td>${vouched && issuerCell(vouched, messages)}</td>
<td>${vouched && messages.statuses[report.status]}</td>
<td>${whyOf(report, messages)}</td>`
}

function refusedCells(refused: RefusalCode | 'fault', messages: Messages): Html {
  const { batch, problem } = messages.pages
  const { tone, icon } = lookOf('undecided')
  const told =
    refused === 'fault'
      ? { title: problem.faultTitle, remedy: problem.faultRemedy }
      : messages.refusals[refused]
  return html`<td class="tone-${tone}">${icons[icon]} <strong>${batch.refused}</strong></td>
<td></td><td></td><td></td><td></td>
<td>${told.title}. ${told.remedy}</td>`
}

function tableRow(row: BatchRow, secret: string, messages: Messages): Html {
  const { index, name, report, refused = 'fault' } = row
  const label = nameOf(clip(name))
  const path = ownPath('verify', 'batch', secret, String(index + 1))
  return html`<tr><th scope="row">${report ? html`<a href="${path}">${label}</a>` : label}</th>
${report ? reportCells(report, messages) : refusedCells(refused, messages)}</tr>
`
}

function table({ rows, secret }: BatchView, messages: Messages): Html {
  const words = messages.pages.batch
  return wideTable(
    words,
    rows.map((row) => tableRow(row, secret, messages)),
  )
}

const pageLinks = ({ done, from }: BatchView, words: Messages['pages']['batch'], path: string) =>
  rangeLinks({ count: done, perPage: rowsPerPage, from }, words, (start) =>
    samePath(path, `from=${start}`),
  )

function waiting({ reloads }: BatchView, words: Messages['pages']['batch'], path: string): Html {
  return reloads
    ? html`<p class="note">${words.reloads} <a href="${samePath(path, 'still=1')}">${words.stopReloading}</a></p>`
    : html`<p><a class="button" href="${samePath(path, 'still=1')}">${words.reload}</a></p>`
}

/** How far a batch is, and what was found of each item, one row each; it works without a script. */
export function batchPage(view: BatchView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.batch
  const { done, total, isDone, secret } = view
  const main = html`<h1>${words.resultTitle}</h1>
<p class="lead" role="status">${words.progress(done, total)}</p>
${!isDone && html`<progress max="${total}" value="${done}" aria-label="${words.progress(done, total)}"></progress>`}
${!isDone && waiting(view, words, frame.path)}
${isDone && html`<p><a class="button" href="${ownPath('verify', 'batch', `${secret}.csv`)}">${words.download}</a></p>`}
${done > 0 && tallyList(view.tally, messages)}
${done > 0 && table(view, messages)}
${pageLinks(view, words, frame.path)}
<p class="note">${words.kept}</p>
<p><a href="/verify/batch">${words.again}</a></p>`
  return page({ title: words.resultTitle, main, section: 'check' }, frame)
}
