import { type Told, tell } from '../language.ts'
import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import type { Specialization } from '../learning/specialization.ts'
import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { applicantLink, type KnownApplicant } from './applicant-link.ts'
import { outcomeLook, spoken } from './decision.ts'
import { type DeskFrame, deskPage, deskPath } from './desk-frame.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { linkUnlessHere, rangeLinks } from './range-links.ts'
import { ownPath, samePath } from './safe-url.ts'
import { wideTable } from './wide-table.ts'

/** Why somebody stands behind the one before: the first thing in which they differ. */
export type BehindBy = 'first' | 'outcome' | 'points' | 'time' | 'id'

/** `id` is that of the decision. */
export interface ListedApplicant extends Omit<KnownApplicant, 'decision'> {
  readonly id: string
}

export interface RankedRow extends ListedApplicant {
  readonly rank: number
  readonly behind: BehindBy
  readonly outcome: DecisionOutcome
  readonly points: number
  readonly appliedAt: string
}

export interface DeskListView {
  readonly specialization: Specialization
  readonly only?: DecisionOutcome
  /** How many there are of each outcome. */
  readonly tally: Readonly<Record<DecisionOutcome, number>>
  /** Those of this page, and the place of the first among all that are shown. */
  readonly rows: readonly RankedRow[]
  readonly from: number
}

export const decisionsPerPage = 25
const maxNameChars = 80
const outcomes: readonly DecisionOutcome[] = ['eligible', 'needs-review', 'not-yet']

export const applicantCell = ({ id, ...known }: ListedApplicant, messages: Messages): Html =>
  applicantLink({ decision: id, ...known }, messages.pages.desk.list, maxNameChars)

export function outcomeCell(outcome: DecisionOutcome, messages: Messages): Html {
  const { tone, icon } = outcomeLook(outcome)
  return html`<td class="tone-${tone}">${icons[icon]} <strong>${messages.admission.outcomes[outcome].title}</strong></td>`
}

function row(each: RankedRow, messages: Messages): Html {
  const { behind, columns } = messages.pages.desk.list
  return html`<tr><td data-label="${columns.rank}">${each.rank}</td><th scope="row">${applicantCell(each, messages)}</th>
${outcomeCell(each.outcome, messages)}<td data-label="${columns.points}">${each.points}</td>
<td data-label="${columns.applied}">${formatMoment(each.appliedAt, messages.language)}</td><td>${behind[each.behind]}</td></tr>
`
}

const queryOf = (only: DecisionOutcome | undefined, from = 0) =>
  [...(only ? [`outcome=${only}`] : []), ...(from > 0 ? [`from=${from}`] : [])].join('&')

function filters({ tally, only }: DeskListView, messages: Messages, path: string): Html {
  const words = messages.pages.desk.list
  const all = outcomes.reduce((sum, outcome) => sum + tally[outcome], 0)
  const link = (outcome: DecisionOutcome | undefined, label: string, count: number) => {
    const text = html`${label}: <strong>${count}</strong>`
    const look = outcome && outcomeLook(outcome)
    return html`<li${look && html` class="tone-${look.tone}"`}>${look && icons[look.icon]} ${linkUnlessHere(outcome === only, samePath(path, queryOf(outcome)), text)}</li>`
  }
  return html`<nav aria-label="${words.filter}"><ul class="tally">${link(undefined, words.all, all)}${outcomes.map((outcome) => link(outcome, messages.admission.outcomes[outcome].title, tally[outcome]))}</ul></nav>`
}

function pageLinks({ only, tally, from }: DeskListView, messages: Messages, path: string) {
  const count = only ? tally[only] : outcomes.reduce((sum, outcome) => sum + tally[outcome], 0)
  const words = messages.pages.desk.list
  return rangeLinks({ count, perPage: decisionsPerPage, from, reach: 2 }, words, (start) =>
    samePath(path, queryOf(only, start)),
  )
}

export const kindOf = (name: Told, messages: Messages) =>
  html`<p class="kind">${spoken(name, messages)}</p>`

/** `/provider/{specialization}/decisions`: who stands where in the order in which places are given, and why. */
export function deskListPage(view: DeskListView, frame: DeskFrame): Html {
  const { specialization, rows } = view
  const messages = messagesFor(frame.language)
  const { list: words, places } = messages.pages.desk
  const table = html`${wideTable(
    words,
    rows.map((each) => row(each, messages)),
  )}
<p class="note">${words.order}</p>`
  const main = html`${kindOf(tell(specialization.name, messages.language), messages)}<h1>${places.decisions}</h1>
<p class="lead">${words.lead}</p>
${filters(view, messages, frame.path)}
${rows.length > 0 ? table : html`<p>${words.none}</p>`}
${pageLinks(view, messages, frame.path)}
<p><a class="button" href="${ownPath('provider', specialization.id, 'decisions.csv')}">${words.download}</a><a class="button" href="${deskPath(specialization.id, 'apply')}">${messages.pages.desk.home.newApplicant}</a></p>`
  return deskPage(
    { title: places.decisions, main, specialization: specialization.id, here: 'decisions' },
    frame,
  )
}
