import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import { formatMoment, formatNumber } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { outcomeLook } from './decision.ts'
import { type DeskFrame, deskPage } from './desk-frame.ts'
import { nameOf, shortened } from './foreign.ts'
import { type Html, html, type Part } from './html.ts'
import { icons } from './icons.ts'
import { linkUnlessHere, rangeLinks } from './range-links.ts'
import { ownPath, samePath } from './safe-url.ts'
import { lookOf } from './verdict.ts'
import { wideTable } from './wide-table.ts'

/** What a line can have come to. */
export type ListedState = DecisionOutcome | 'refused' | 'waiting'

/** One applicant in its place; texts are those of the page's language. */
export interface ListedRow {
  readonly line: number
  readonly reference: string | null
  readonly rank: number | null
  readonly state: ListedState
  /** Id of the decision, which has a page of its own. */
  readonly decision?: string
  /** "2 of 3 points, applied 2 November 2026" */
  readonly priority?: string
  /** Why it ended so; of a broken line what is wrong with it. */
  readonly why?: string
  /** Names of the rules that stand between the applicant and admission. */
  readonly missing?: readonly string[]
}

export interface ApplicantListView {
  readonly specialization: string
  readonly name: string
  readonly list: string
  readonly createdAt: string
  readonly total: number
  readonly done: number
  readonly isDone: boolean
  /** Whether the page is about to load itself anew. */
  readonly reloads: boolean
  readonly tallies: Readonly<Record<ListedState, number>>
  /** Only lines that came to this are shown. */
  readonly only?: ListedState
  /** How many lines there are of what is shown, those on this page, and the place of the first of them. */
  readonly count: number
  readonly rows: readonly ListedRow[]
  readonly from: number
}

export const applicantsPerPage = 25

const states: readonly ListedState[] = ['eligible', 'needs-review', 'not-yet', 'refused', 'waiting']

function lookOfState(state: ListedState) {
  return state === 'refused' || state === 'waiting' ? lookOf('undecided') : outcomeLook(state)
}

type Words = Messages['pages']['applicantList']

function wordOf(state: ListedState, messages: Messages): string {
  const { refused, waiting } = messages.pages.applicantList
  if (state === 'refused') return refused
  return state === 'waiting' ? waiting : messages.admission.outcomes[state].title
}

/** The query of this page with another choice; what is usual is left out. */
function queryOf({
  only,
  from = 0,
  still,
}: {
  only?: ListedState | undefined
  from?: number
  still?: boolean
}) {
  const parts = [
    ...(only === undefined ? [] : [`outcome=${only}`]),
    ...(from > 0 ? [`from=${from}`] : []),
    ...(still ? ['still=1'] : []),
  ]
  return parts.join('&')
}

function filters(view: ApplicantListView, messages: Messages, path: string): Html {
  const words = messages.pages.applicantList
  const link = (only: ListedState | undefined, label: string, count: number): Part => {
    const text = html`${label}: <strong>${formatNumber(count, messages.language)}</strong>`
    const part = linkUnlessHere(only === view.only, samePath(path, queryOf({ only })), text)
    const look = only && lookOfState(only)
    return html`<li${look && html` class="tone-${look.tone}"`}>${look && icons[look.icon]} ${part}</li>`
  }
  const known = states.filter((state) => view.tallies[state] > 0 || state === view.only)
  return html`<nav aria-label="${words.filter}"><ul class="tally">${link(undefined, words.all, view.total)}
${known.map((state) => link(state, wordOf(state, messages), view.tallies[state]))}</ul></nav>`
}

/** What has to be mended is found by its line; where there is no reference, that is its name already. */
const lineBeside = ({ state, reference, line }: ListedRow, words: Words) =>
  state === 'refused' && reference !== null && html`<br><small>${words.line(line)}</small>`

function tableRow(row: ListedRow, messages: Messages): Html {
  const words = messages.pages.applicantList
  const { tone, icon } = lookOfState(row.state)
  const name = row.reference === null ? words.line(row.line) : nameOf(row.reference)
  const { decision, missing = [] } = row
  const label =
    decision === undefined
      ? name
      : html`<a href="${ownPath('provider', 'decisions', decision)}">${name}</a>`
  return html`<tr><td data-label="${words.heads.rank}">${row.rank ?? '–'}</td><th scope="row">${label}${lineBeside(row, words)}</th>
<td class="tone-${tone}">${icons[icon]} <strong>${wordOf(row.state, messages)}</strong></td>
<td>${row.priority}</td>
<td>${row.why !== undefined && shortened(row.why)}${missing.length > 0 && html`<br><small>${words.missing}: ${missing.map((name) => shortened(name)).join(', ')}</small>`}</td></tr>
`
}

function table(view: ApplicantListView, messages: Messages): Html {
  const words = messages.pages.applicantList
  const rows = view.rows.map((row) => tableRow(row, messages))
  return html`${wideTable({ table: words.table, columns: words.heads }, rows)}
<p class="note">${words.order}</p>`
}

const pageLinks = ({ count, from, only }: ApplicantListView, words: Words, path: string) =>
  rangeLinks({ count, perPage: applicantsPerPage, from, reach: 3 }, words, (start) =>
    samePath(path, queryOf({ only, from: start })),
  )

function waiting(
  view: ApplicantListView,
  words: Messages['pages']['applicantList'],
  path: string,
): Html {
  const { only, from } = view
  const again = samePath(path, queryOf({ only, from, still: true }))
  return view.reloads
    ? html`<p class="note">${words.reloads} <a href="${again}">${words.stopReloading}</a></p>`
    : html`<p><a class="button" href="${again}">${words.reload}</a></p>`
}

function csvPath({ specialization, list, only }: ApplicantListView) {
  const path = ownPath('provider', specialization, 'lists', `${list}.csv`)
  return only === undefined
    ? path
    : samePath(`/provider/${specialization}/lists/${list}.csv`, queryOf({ only }))
}

/** How far a list is, and its applicants by rank, each with its outcome and why; it works without a script. */
export function applicantListPage(view: ApplicantListView, frame: DeskFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.applicantList
  const { done, total, isDone, specialization } = view
  const title = words.listOf(formatMoment(view.createdAt, messages.language))
  const progress = words.progress(done, total)
  const main = html`<h1>${title}</h1>
<p class="lead" role="status">${view.name}: ${progress}</p>
${!isDone && html`<progress max="${total}" value="${done}" aria-label="${progress}"></progress>`}
${!isDone && waiting(view, words, frame.path)}
<p><a class="button" href="${csvPath(view)}">${words.download}</a></p>
${filters(view, messages, frame.path)}
${view.rows.length > 0 ? table(view, messages) : html`<p>${words.nothingHere}</p>`}
${pageLinks(view, words, frame.path)}
<p><a href="${ownPath('provider', specialization, 'lists')}">${words.back}</a></p>`
  return deskPage({ title, main, specialization, here: 'lists' }, frame)
}
