import { tell } from '../language.ts'
import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import type { Specialization } from '../learning/specialization.ts'
import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type DeskFrame, deskPage } from './desk-frame.ts'
import { applicantCell, kindOf, type ListedApplicant, outcomeCell } from './desk-list-page.ts'
import { type Html, html } from './html.ts'
import { samePath } from './safe-url.ts'
import { wideTable } from './wide-table.ts'

export interface QueueRow extends ListedApplicant {
  readonly outcome: DecisionOutcome
  readonly decidedAt: string
  /** Names of what waits. */
  readonly waits: readonly string[]
}

export interface DeskQueueView {
  readonly specialization: Specialization
  readonly rows: readonly QueueRow[]
  /** Where to go on; `null` for the last page. */
  readonly next: string | null
  readonly isFirst: boolean
}

export const queuePerPage = 18
const maxWaits = 4

function row(each: QueueRow, messages: Messages): Html {
  const { columns } = messages.pages.desk.queue
  const rest = each.waits.length - maxWaits
  const waits = each.waits.slice(0, maxWaits).map((name) => html`<div>${name}</div>`)
  return html`<tr><th scope="row">${applicantCell(each, messages)}</th><td data-label="${columns.decided}">${formatMoment(each.decidedAt, messages.language)}</td>
${outcomeCell(each.outcome, messages)}<td>${waits}${rest > 0 && html`<small>${messages.pages.report.more(rest)}</small>`}</td></tr>
`
}

/** `/provider/{specialization}/review`: every decision in which something waits for a person, the oldest first. */
export function deskQueuePage(view: DeskQueueView, frame: DeskFrame): Html {
  const { specialization, rows, next, isFirst } = view
  const messages = messagesFor(frame.language)
  const { queue: words, places } = messages.pages.desk
  const table = wideTable(
    words,
    rows.map((each) => row(each, messages)),
  )
  const main = html`${kindOf(tell(specialization.name, messages.language), messages)}<h1>${places.review}</h1>
<p class="lead">${rows.length > 0 ? words.lead : words.none}</p>
${rows.length > 0 && table}
<p class="onward">${!isFirst && html`<a href="${samePath(frame.path, '')}">${words.start}</a>`} ${next !== null && html`<a href="${samePath(frame.path, `after=${encodeURIComponent(next)}`)}">${words.next}</a>`}</p>`
  return deskPage(
    { title: places.review, main, specialization: specialization.id, here: 'review' },
    frame,
  )
}
