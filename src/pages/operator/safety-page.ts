import { formatDate, formatMoment, formatNumber } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import type { KeyState } from '../../messages/page-messages.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'

export interface SafetyKey {
  readonly kid: string
  readonly algorithm: string
  readonly state: KeyState
  readonly created: string
  /** Id of the partner that signs with it; `null` for the programme. */
  readonly partner: string | null
  /** Of a stolen one: how far signing anew is. */
  readonly reissue: {
    readonly done: number
    readonly left: number
    readonly isRunning: boolean
  } | null
}

export interface SafetyView {
  readonly keys: readonly SafetyKey[]
  readonly checkpoint: { readonly seq: number; readonly at: string } | null
  readonly backupAt: string | null
  readonly retentionDays: number
  readonly problem?: DeskComplaint
}

function waysOn({ kid, state, reissue }: SafetyKey, messages: Messages, frame: OperatorFrame) {
  const words = messages.pages.operator.safety
  const number = (value: number) => formatNumber(value, frame.language)
  if (state !== 'compromised')
    return html`<details class="screen"><summary>${words.stolen}</summary><form method="post" action="${placePath('safety', 'keys', kid, 'stolen')}">${formToken(frame)}
<p class="tick"><input type="checkbox" id="sure-${kid}" name="sure" value="yes" required> <label for="sure-${kid}">${words.sure}</label></p>
<button type="submit">${words.mark}</button></form></details>`
  const progress =
    reissue && html`<p>${words.progress(number(reissue.done), number(reissue.left))}</p>`
  if (reissue === null || reissue.isRunning || reissue.left === 0) return html`${progress}`
  return html`${progress}<form method="post" action="${placePath('safety', 'keys', kid, 'reissue')}">${formToken(frame)}<button type="submit">${words.reissue}</button></form>`
}

function row(key: SafetyKey, messages: Messages, frame: OperatorFrame): Html {
  const { columns } = messages.pages.operator.safety
  const { keyStates } = messages.pages.issuer
  return html`<tr><th scope="row"><code>${key.kid}</code></th><td data-label="${columns.issuer}">${key.partner ?? ''}</td><td data-label="${columns.kind}">${key.algorithm}</td>
<td data-label="${columns.since}">${formatDate(key.created, frame.language)}</td><td data-label="${columns.state}">${keyStates[key.state].title} ${waysOn(key, messages, frame)}</td></tr>
`
}

/** `/desk/safety`: keys, the last checkpoint and backup, and how long data is kept. */
export function safetyPage(view: SafetyView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.operator.safety
  const { checkpoint, backupAt, retentionDays, problem } = view
  const moment = (at: string) => formatMoment(at, frame.language)
  const number = (value: number) => formatNumber(value, frame.language)
  const address = `${frame.host}/.well-known/colophon-checkpoint`
  const { key, issuer, kind, since, state } = words.columns
  const table = { table: words.keys, columns: { key, issuer, kind, since, state } }
  const rows = view.keys.map((each) => row(each, messages, frame))
  const main = html`<h1>${words.title}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.lead}</p>`}
<h2>${words.keys}</h2>
${wideTable(table, rows)}
<form method="post" action="${placePath('safety', 'rotate')}">${formToken(frame)}<p>${words.rotateHint}</p><p class="send"><button type="submit" class="quiet">${words.rotate}</button></p></form>
<h2>${words.checkpoint}</h2><p>${checkpoint ? words.checkpointAt(`${number(checkpoint.seq)}, ${moment(checkpoint.at)}`, address) : words.noCheckpoint}</p>
<h2>${words.backup}</h2><p>${backupAt === null ? words.noBackup : words.backupAt(moment(backupAt))}</p>
<h2>${words.retention}</h2><p>${words.retentionDays(number(retentionDays))}</p>`
  return operatorPage({ title: words.title, main, here: 'safety' }, frame)
}
