import type { Specialization } from '../learning/specialization.ts'
import { countryName, formatDate } from '../messages/format.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { type DeskFrame, deskPage, deskPath } from './desk-frame.ts'
import { applicantOf, type EnrolmentRow, stateOf } from './enrolments-page.ts'
import { pair } from './facts.ts'
import { formToken } from './form-token.ts'
import { type Html, html } from './html.ts'
import { ownPath } from './safe-url.ts'

export interface WithdrawalView {
  readonly specialization: Specialization
  readonly row: EnrolmentRow
}

/** `/provider/{specialization}/enrolments/{id}`: one enrolment, and whether its place is to be given back. */
export function withdrawalPage({ specialization, row }: WithdrawalView, frame: DeskFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.enrolments
  const { id, state, country, points, appliedAt } = row
  const { language } = messages
  const action = ownPath('provider', specialization.id, 'enrolments', id, 'withdraw')
  const form = html`<form method="post" action="${action}">${formToken(frame)}
<h2>${words.withdraw}</h2>
<p>${words.withdrawHint}</p>
<p><label for="note">${words.note}</label>
<input id="note" name="note" maxlength="2000" autocomplete="off"></p>
<p><button type="submit">${words.confirm}</button></p></form>`
  const main = html`<p class="kind">${phrase(specialization.name, language)}</p><h1>${words.one}</h1>
<dl class="pairs">
${pair(words.columns.applicant, applicantOf(row, messages))}
${pair(words.columns.state, stateOf(row, messages))}
${country !== null && pair(words.columns.country, countryName(country, language))}
${pair(words.columns.points, String(points))}
${pair(words.columns.applied, formatDate(appliedAt.slice(0, 10), language))}
</dl>
${state !== 'withdrawn' && form}
<p><a href="${deskPath(specialization.id, 'enrolments')}">${words.back}</a></p>`
  return deskPage(
    { title: words.one, main, specialization: specialization.id, here: 'enrolments' },
    frame,
  )
}
