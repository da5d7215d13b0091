import type { Specialization } from '../learning/specialization.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { type DeskFrame, type DeskPlace, deskPage, deskPath } from './desk-frame.ts'
import { pair } from './facts.ts'
import { type Html, html, joined, type Part } from './html.ts'

/** A specialization at the desk; counts are of the provider's own applicants. */
export interface DeskRow {
  readonly specialization: Specialization
  readonly isOpen: boolean
  readonly decisions: number
  readonly waiting: number
  /** Places taken by now; `null` where they are not counted. */
  readonly taken: number | null
}

function applications({ specialization, isOpen }: DeskRow, messages: Messages): Part {
  const words = messages.pages.desk.home
  const { from, until } = specialization.applications
  const day = (at: string) => formatDate(at, messages.language)
  const parts = [
    isOpen ? words.open : words.closed,
    from !== null && !isOpen && words.opensOn(day(from)),
    until !== null && words.until(day(until)),
  ]
  return joined(parts.filter(Boolean), ', ')
}

function placesOf({ specialization, taken }: DeskRow, messages: Messages): Part {
  const words = messages.pages.desk.home
  const { total, perCountry } = specialization.places
  const parts = [
    total !== null && (taken === null ? words.placesInAll(total) : words.placesTaken(taken, total)),
    perCountry !== null && words.perCountry(perCountry),
  ]
  return joined(parts.filter(Boolean), '; ')
}

function section(row: DeskRow, messages: Messages): Html {
  const words = messages.pages.desk.home
  const { id, name, places } = row.specialization
  const link = (place: DeskPlace, text: Part) => html`<a href="${deskPath(id, place)}">${text}</a>`
  const isLimited = places.total !== null || places.perCountry !== null
  return html`<section><h2>${phrase(name, messages.language)}</h2>
<dl class="pairs">
${pair(words.labels.applications, html`${applications(row, messages)}`)}
${pair(words.labels.decisions, link('decisions', row.decisions))}
${pair(words.labels.waiting, link('review', row.waiting))}
${isLimited && pair(words.labels.places, html`${placesOf(row, messages)}`)}
${pair(messages.pages.desk.places.lists, link('lists', words.newList))}
${pair(messages.pages.desk.places.enrolments, link('enrolments', words.seeEnrolments))}
</dl>
<p><a class="button" href="${deskPath(id, 'apply')}">${words.newApplicant}</a></p></section>`
}

/** `/provider`: every specialization in scope, how many wait, and the way to decide about one more. */
export function deskHomePage(rows: readonly DeskRow[], frame: DeskFrame): Html {
  const messages = messagesFor(frame.language)
  const { title, home } = messages.pages.desk
  const main = html`<h1>${title}</h1>
<p class="lead">${rows.length > 0 ? home.lead : home.nothing}</p>
${rows.map((row) => section(row, messages))}`
  return deskPage({ title, main }, frame)
}
