import type { ManyMessages } from '../../messages/many-messages.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { ownPath, samePath } from '../safe-url.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'
import { changesText, moment } from './many-parts.ts'

export interface CorrectionView {
  readonly id: string
  readonly credential: string
  readonly course: string
  readonly state: keyof ManyMessages['corrections']['states']
  readonly wish: Parameters<typeof changesText>[0]
  readonly changes: Parameters<typeof changesText>[0]
  readonly askedAt: string
  readonly answer: string | null
  /** What it says now. */
  readonly says: Parameters<typeof changesText>[0]
}

interface CorrectionsView {
  readonly corrections: readonly CorrectionView[]
  readonly next: string | null
  /** Whether those are shown as well that are settled. */
  readonly isAll: boolean
  readonly problem?: DeskComplaint
}

function settleForms({ id, wish }: CorrectionView, messages: Messages, frame: OperatorFrame): Html {
  const { corrections: words, acts } = messages.pages.operator.many
  const { name = '', score, awardedOn = '' } = wish ?? {}
  return html`<details><summary>${words.settle}</summary>
<form class="check" method="post" action="${placePath('corrections', id, 'approve')}">${formToken(frame)}
<p class="field"><label for="name-${id}">${words.name}</label><input type="text" id="name-${id}" name="name" value="${name}" maxlength="200" autocomplete="off"></p>
<p class="field"><label for="score-${id}">${words.score}</label><input type="text" inputmode="decimal" id="score-${id}" name="score" value="${score ?? ''}" maxlength="6"></p>
<p class="field"><label for="day-${id}">${words.day}</label><input type="date" id="day-${id}" name="awardedOn" value="${awardedOn}"></p>
<p class="field"><label for="reason-${id}">${acts.reason}</label><textarea id="reason-${id}" name="reason" rows="2" maxlength="2000" required></textarea></p>
<p class="send"><button type="submit">${acts.approve}</button></p></form>
<form class="check" method="post" action="${placePath('corrections', id, 'decline')}">${formToken(frame)}
<p class="field"><label for="answer-${id}">${words.answer}</label><textarea id="answer-${id}" name="answer" rows="2" maxlength="2000" required></textarea></p>
<p class="send"><button type="submit" class="quiet">${acts.refuse}</button></p></form></details>`
}

/** `/desk/corrections`: what learners say is wrong, and the forms that settle it. */
export function correctionsPage(view: CorrectionsView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { many, places } = messages.pages.operator
  const words = many.corrections
  const { isAll, next, problem } = view
  const items = view.corrections.map(
    (
      each,
    ) => html`<li><h2><a href="${ownPath('desk', 'credentials', each.credential)}">${each.says?.name ?? each.credential}</a></h2>
<p>${words.asked}: ${moment(each.askedAt, messages)}; ${words.states[each.state]}; ${each.course}</p>
<h3>${words.says}</h3>${changesText(each.says, messages)}
<h3>${words.should}</h3>${changesText(each.changes ?? each.wish, messages)}
${each.answer && html`<p>${words.answer}: ${each.answer}</p>`}
${each.state === 'asked' && settleForms(each, messages, frame)}</li>
`,
  )
  const more = new URLSearchParams({ after: next ?? '', ...(isAll ? { all: '1' } : {}) })
  const main = html`<h1>${places.corrections.name}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.lead}</p>`}
${
  items.length === 0
    ? html`<p>${words.none}</p>`
    : html`<ul class="cards">
${items}</ul>`
}
${next !== null && html`<p><a href="${samePath('/desk/corrections', more.toString())}">${many.find.older}</a></p>`}
<p>${isAll ? html`<a href="/desk/corrections">${words.waiting}</a>` : html`<a href="/desk/corrections?all=1">${words.all}</a>`}</p>`
  return operatorPage({ title: places.corrections.name, main, here: 'corrections' }, frame)
}
