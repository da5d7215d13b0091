import type { RefusalCode } from '../errors.ts'
import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type DeskFrame, deskPage, formToken } from './desk-frame.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { ownPath } from './safe-url.ts'

export interface ApplicantListsView {
  readonly specialization: string
  readonly name: string
  /** Names of the columns of a table. */
  readonly columns: readonly string[]
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

function listForm({ specialization, columns }: ApplicantListsView, frame: DeskFrame): Html {
  const words = messagesFor(frame.language).pages.applicantList
  return html`<form class="check many" method="post" action="${ownPath('provider', specialization, 'lists')}" enctype="multipart/form-data">${formToken(frame)}
<p class="field"><label for="list">${words.file}</label>
<input type="file" id="list" name="list" accept=".csv,.tsv,.txt,text/csv" aria-describedby="list-hint">
<small id="list-hint">${words.fileHint}</small></p>
<p class="note">${words.columns} ${columns.map((column) => html`<code>${column}</code> `)}</p>
<p class="send"><button type="submit">${words.submit}</button></p>
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
