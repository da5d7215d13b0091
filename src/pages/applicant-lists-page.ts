import type { RefusalCode } from '../errors.ts'
import type { ApplicantColumn } from '../learning/applicants/applicant-csv.ts'
import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type DeskFrame, deskPage } from './desk-frame.ts'
import { formToken } from './form-token.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { ownPath } from './safe-url.ts'

export interface ApplicantListsView {
  readonly specialization: string
  readonly name: string
  readonly columns: readonly ApplicantColumn[]
  /** Short names of the statements that are asked for, and the countries it is offered in. */
  readonly statements: readonly string[]
  readonly countries: readonly string[]
  /** The newest first. */
  readonly lists: readonly {
    readonly id: string
    readonly createdAt: string
    readonly done: number
    readonly total: number
  }[]
  /** Why there is no list, when the form is shown again after it was sent. */
  readonly problem?: { readonly code: RefusalCode | 'nothing-given'; readonly detail?: string }
}

function notice({ problem }: ApplicantListsView, messages: Messages): Html | false {
  if (!problem) return false
  const { code, detail } = problem
  const told =
    code === 'nothing-given' ? messages.pages.applicantList.nothingGiven : messages.refusals[code]
  return html`<section class="notice tone-caution" role="alert">${icons.caution}<div><h2>${told.title}</h2><p>${told.remedy}</p>${detail && html`<p><small lang="en">${detail}</small></p>`}</div></section>`
}

/** Two rows as they may be: one with everything, one with a certificate alone. */
function exampleOf({ statements, countries }: ApplicantListsView): string {
  const [country = ''] = countries
  return `reference,credentials,name,country,applied,statements
A-17,0123456789abcdefghjkmnpqrs https://example.org/c/7,Maria Rossi,${country},2026-11-02,${statements.slice(0, 2).join(' ')}
A-18,0123456789abcdefghjkmnpqrt,,${country},,`
}

function columnList(view: ApplicantListsView, messages: Messages): Html {
  const words = messages.pages.applicantList
  const given: Partial<Record<ApplicantColumn, readonly string[]>> = {
    country: view.countries,
    statements: view.statements,
  }
  const rows = view.columns.map((column) => {
    const values = (given[column] ?? []).map((value) => html` <code>${value}</code>`)
    return html`<div><dt><code>${column}</code></dt><dd>${words.columnHelp[column]}${values}</dd></div>`
  })
  return html`<p class="note">${words.columns}</p>
<dl class="pairs">${rows}</dl>
<details><summary>${words.example}</summary><pre dir="ltr">${exampleOf(view)}</pre></details>`
}

function listForm(view: ApplicantListsView, frame: DeskFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.applicantList
  const { specialization } = view
  return html`<form class="check many" method="post" action="${ownPath('provider', specialization, 'lists')}" enctype="multipart/form-data">${formToken(frame)}
<p class="field"><label for="list">${words.file}</label>
<input type="file" id="list" name="list" accept=".csv,.tsv,.txt,text/csv" aria-describedby="list-hint">
<small id="list-hint">${words.fileHint}</small></p>
<p class="send"><button type="submit">${words.submit}</button></p>
${columnList(view, messages)}
</form>`
}

/** The form that takes a list of applicants, and the lists that were handed in before; it works without a script. */
export function applicantListsPage(view: ApplicantListsView, frame: DeskFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.applicantList
  const { specialization, name, lists } = view
  const items = lists.map(
    ({ id, createdAt, done, total }) =>
      html`<li><a href="${ownPath('provider', specialization, 'lists', id)}">${words.listOf(formatMoment(createdAt, messages.language))}</a>: ${words.progress(done, total)}</li>`,
  )
  const main = html`<h1>${words.title}</h1>
<p>${name}</p>
${notice(view, messages) || html`<p class="lead">${words.lead}</p>`}
${listForm(view, frame)}
<section><h2>${words.recent}</h2>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p>${words.none}</p>`}</section>`
  return deskPage({ title: words.title, main, specialization, here: 'lists' }, frame)
}
