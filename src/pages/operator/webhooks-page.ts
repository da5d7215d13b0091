import { formatMoment } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'
import type { ScopeChoice } from './scope-fields.ts'

export interface EndpointRow {
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly scope: readonly string[]
  readonly why: 'gone' | 'failing' | null
  readonly deliveries: Readonly<Record<'waiting' | 'delivered' | 'given-up', number>>
}

export interface DeliveryRow {
  readonly id: string
  readonly type: string
  readonly about: string
  readonly happenedAt: string
  readonly state: 'waiting' | 'delivered' | 'given-up'
  readonly answer: string | null
}

interface EndpointsView {
  readonly rows: readonly EndpointRow[]
  readonly choices: readonly ScopeChoice[]
  /** Events that whoever is signed in may be told of. */
  readonly events: readonly string[]
  readonly problem?: DeskComplaint
}

const states = ['waiting', 'delivered', 'given-up'] as const

function facts({ events, scope, why, deliveries }: EndpointRow, { webhooks: words }: Messages) {
  const counts = states.map((state) => `${words.delivery[state]}: ${deliveries[state]}`).join(', ')
  return html`<p>${words.states[why ?? 'active']}. ${counts}</p>
<p class="note"><span lang="en">${events.join(', ')}</span>; ${scope.join(', ') || words.everything}</p>`
}

const tick = (name: string, text: string, isOn: boolean) =>
  html`<p class="field"><label><input type="checkbox" name="${name}" value="yes"${isOn && html` checked`}> ${text}</label></p>`

/** `/desk/webhooks`: who is told of what happens, and the form to tell one more. */
export function webhooksPage(view: EndpointsView, frame: OperatorFrame): Html {
  const { rows, choices, events, problem } = view
  const messages = messagesFor(frame.language)
  const { webhooks: words, pages } = messages
  const title = pages.operator.places.webhooks.name
  const shown = rows.map(
    (row) =>
      html`<section><h2><a href="${placePath('webhooks', row.id)}">${row.url}</a></h2>${facts(row, messages)}</section>`,
  )
  const main = html`<h1>${title}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.lead}</p>`}
${rows.length === 0 ? html`<p>${words.none}</p>` : shown}
<h2>${words.add}</h2>
<form class="check" method="post" action="/desk/webhooks">${formToken(frame)}
<p class="field"><label for="url">${words.address}</label>
<input type="url" id="url" name="url" required maxlength="2000" autocomplete="off"></p>
<fieldset><legend>${words.events}</legend><div lang="en">${events.map((each) => tick(`event:${each}`, each, true))}</div></fieldset>
<fieldset><legend>${words.courses}</legend>${choices.map(({ id, name }) => tick(`scope:${id}`, name, false))}</fieldset>
<p class="send"><button type="submit">${words.add}</button></p>
</form>`
  return operatorPage({ title, main, here: 'webhooks' }, frame)
}

interface EndpointView {
  readonly endpoint: EndpointRow
  readonly deliveries: readonly DeliveryRow[]
  /** Of the page behind. */
  readonly next: string | null
  readonly problem?: DeskComplaint
}

/** `/desk/webhooks/{id}`: one of them, what it was sent, and what can be done with it. */
export function webhookPage(view: EndpointView, frame: OperatorFrame): Html {
  const { endpoint, deliveries, next, problem } = view
  const messages = messagesFor(frame.language)
  const { webhooks: words, pages } = messages
  const { columns } = words
  const at = (...path: readonly string[]) => placePath('webhooks', endpoint.id, ...path)
  const button = (action: string, text: string, more?: Html) =>
    html`<form class="check" method="post" action="${at(action)}">${formToken(frame)}${more}<p class="send"><button type="submit" class="quiet">${text}</button></p></form>`
  const again = ({ id, state }: DeliveryRow) =>
    state !== 'waiting' &&
    html`<form method="post" action="${at('deliveries', id, 'resend')}">${formToken(frame)}<button type="submit" class="quiet" aria-label="${words.resend}: ${id}">${words.resend}</button></form>`
  const rows = deliveries.map(
    (each) => html`<tr><th scope="row" lang="en">${each.type} <code>${each.about}</code></th>
<td data-label="${columns.at}">${formatMoment(each.happenedAt, messages.language)}</td><td data-label="${columns.state}">${words.delivery[each.state]}</td>
<td data-label="${columns.answer}" lang="en">${each.answer ?? ''}</td><td data-label="${columns.again}">${again(each)}</td></tr>
`,
  )
  const main = html`<h1>${endpoint.url}</h1>
${problem && noticeOf(problem)}
${facts(endpoint, messages)}
<h2>${words.deliveries}</h2>
${rows.length === 0 ? html`<p>${words.noDeliveries}</p>` : wideTable({ table: words.deliveries, columns }, rows)}
${next !== null && html`<form method="get" action="${at()}"><input type="hidden" name="after" value="${next}"><button type="submit" class="quiet">${words.older}</button></form>`}
${button('test', words.test)}
${endpoint.why !== null && button('enable', words.enable)}
${button('rotate', words.rotate, html`<p class="note">${words.rotateHint}</p>`)}
${button('remove', words.remove, tick('sure', words.removeSure, false))}`
  return operatorPage(
    { title: `${endpoint.url} · ${pages.operator.places.webhooks.name}`, main, here: 'webhooks' },
    frame,
  )
}
