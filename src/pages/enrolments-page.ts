import type { Places } from '../learning/places.ts'
import type { Specialization } from '../learning/specialization.ts'
import { countryName, formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { applicantLink, type KnownApplicant } from './applicant-link.ts'
import { type DeskFrame, deskPage } from './desk-frame.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { linkUnlessHere } from './range-links.ts'
import { ownPath, samePath } from './safe-url.ts'
import { wideTable } from './wide-table.ts'

export const shownStates = ['enrolled', 'waiting', 'withdrawn'] as const
type ShownState = (typeof shownStates)[number]

export interface EnrolmentRow extends KnownApplicant {
  readonly id: string
  readonly state: ShownState
  readonly position: number | null
  readonly country: string | null
  readonly points: number
  readonly appliedAt: string
  readonly supportGone: boolean
}

export interface EnrolmentsView {
  readonly specialization: Specialization
  readonly places: Places
  readonly only?: ShownState | undefined
  readonly rows: readonly EnrolmentRow[]
  /** Id behind which there are more. */
  readonly next: string | null
  /** Whether this is not the first page. */
  readonly isLater: boolean
  /** A withdrawal just made, and how many moved up by it. */
  readonly withdrawn?: { readonly movedUp: number }
}

export const enrolmentsPerPage = 32

const looks = {
  enrolled: { tone: 'good', icon: icons.valid },
  waiting: { tone: 'unsure', icon: icons.time },
  withdrawn: { tone: 'unsure', icon: icons.skipped },
} as const

function placesSection({ places }: EnrolmentsView, messages: Messages): Html {
  const { enrolments: words } = messages.pages
  const { total, taken, waiting, perCountry } = places
  const { limit } = perCountry
  const rows = perCountry.countries.map(
    (
      each,
    ) => html`<tr><th scope="row">${countryName(each.country, messages.language)}</th><td>${limit === null ? each.taken : words.ofLimit(each.taken, limit)}</td><td>${each.waiting}</td></tr>
`,
  )
  const heads = Object.values(words.countryColumns).map(
    (each) => html`<th scope="col">${each}</th>`,
  )
  return html`<section><h2>${words.places}</h2>
<p><strong>${total === null ? words.takenWithoutLimit(taken) : words.taken(taken, total)}</strong>; ${words.waiting(waiting)}.</p>
${
  rows.length > 0 &&
  html`<table><caption class="note">${words.countryTable}</caption><thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody></table>
`
}<p class="note">${words.overAll}</p></section>`
}

export const applicantOf = (row: EnrolmentRow, messages: Messages): Html =>
  applicantLink(row, messages.pages.enrolments)

export function stateOf({ state, position, supportGone }: EnrolmentRow, messages: Messages): Html {
  const words = messages.pages.enrolments
  const where = position !== null && html`<br>${words.position(position)}`
  const { tone, icon } = looks[state]
  return html`<span class="tone-${tone}">${icon} <strong>${words.states[state]}</strong></span>${where}${
    supportGone &&
    state !== 'withdrawn' &&
    html`<br><span class="tone-caution">${icons.caution} ${words.supportGone}</span>`
  }`
}

/** The way to give a place back, which is asked about on a page of its own: one click gone astray does nothing. */
function withdrawalLink(row: EnrolmentRow, view: EnrolmentsView, messages: Messages): Html | false {
  const words = messages.pages.enrolments
  const path = ownPath('provider', view.specialization.id, 'enrolments', row.id)
  const label = `${words.withdraw}: ${row.reference ?? row.name ?? words.unnamed}`
  return (
    row.state !== 'withdrawn' && html`<a href="${path}" aria-label="${label}">${words.withdraw}</a>`
  )
}

function tableRow(row: EnrolmentRow, view: EnrolmentsView, messages: Messages): Html {
  const { language } = messages
  const { columns } = messages.pages.enrolments
  return html`<tr><th scope="row">${applicantOf(row, messages)}</th><td>${stateOf(row, messages)}</td>
<td>${row.country !== null && countryName(row.country, language)}</td><td data-label="${columns.points}">${row.points}</td>
<td data-label="${columns.applied}">${formatDate(row.appliedAt.slice(0, 10), language)}</td><td>${withdrawalLink(row, view, messages)}</td></tr>
`
}

const queryOf = (only: ShownState | undefined, after?: string) =>
  [...(only ? [`state=${only}`] : []), ...(after ? [`after=${after}`] : [])].join('&')

function filters({ only }: EnrolmentsView, messages: Messages, path: string): Html {
  const words = messages.pages.enrolments
  const link = (state: ShownState | undefined, label: string) =>
    html`<li>${linkUnlessHere(state === only, samePath(path, queryOf(state)), label)}</li>`
  return html`<nav class="ranges" aria-label="${words.filter}"><ul>${link(undefined, words.all)}${shownStates.map((state) => link(state, words.states[state]))}</ul></nav>`
}

function pageLinks({ only, next, isLater }: EnrolmentsView, messages: Messages, path: string) {
  const words = messages.pages.enrolments
  const first =
    isLater && html`<li><a href="${samePath(path, queryOf(only))}">${words.fromTheStart}</a></li>`
  const more =
    next !== null &&
    html`<li><a href="${samePath(path, queryOf(only, next))}">${words.more}</a></li>`
  return (
    (first || more) &&
    html`<nav class="ranges" aria-label="${words.table}"><ul>${first}${more}</ul></nav>`
  )
}

/** `/provider/{specialization}/enrolments`: who has a place and who waits, and the way to give one back. */
export function enrolmentsPage(view: EnrolmentsView, frame: DeskFrame): Html {
  const messages = messagesFor(frame.language)
  const { enrolments: words, desk } = messages.pages
  const { specialization, rows, withdrawn } = view
  const title = desk.places.enrolments
  const table = html`${wideTable(
    words,
    rows.map((row) => tableRow(row, view, messages)),
  )}
<p class="note">${words.order}</p>`
  const main = html`<p class="kind">${phrase(specialization.name, messages.language)}</p><h1>${title}</h1>
<p class="lead">${words.lead}</p>
${withdrawn && html`<p role="status"><strong>${words.withdrawn}</strong> ${words.movedUp(withdrawn.movedUp)}</p>`}
${placesSection(view, messages)}
${filters(view, messages, frame.path)}
${rows.length > 0 ? table : html`<p>${words.none}</p>`}
${pageLinks(view, messages, frame.path)}
<p><a class="button" href="${ownPath('provider', specialization.id, 'enrolments.csv')}">${words.download}</a></p>`
  return deskPage({ title, main, specialization: specialization.id, here: 'enrolments' }, frame)
}
