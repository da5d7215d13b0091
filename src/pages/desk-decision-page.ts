import {
  creditList,
  decisionDetails,
  missingList,
  moduleList,
  outcomePanel,
  ruleList,
  spoken,
} from './decision.ts'
import type { DeskDecision } from './desk-decision-view.ts'
import { type DeskFrame, deskPage } from './desk-frame.ts'
import { reviewSection, statementList } from './desk-review.ts'
import { applicantPairs, steps } from './desk-steps.ts'
import { trailTable } from './desk-trail.ts'
import { nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { noticeOf } from './notice.ts'

function said({ done, problem, messages }: DeskDecision): Html | false {
  const words = messages.pages.desk.decision
  if (problem) return noticeOf(messages.refusals[problem])
  if (done === undefined) return false
  const text = done === 'same' || done === 'differs' ? words[done] : words.done[done]
  return html`<p class="said screen" role="status">${text}</p>`
}

/** What no certificate could be read from, and why. */
function unreadList({ unread, messages }: DeskDecision): Html | false {
  const { problem } = messages.pages
  const items = unread.map(({ name, code }) => {
    const title = code === 'fault' ? problem.faultTitle : messages.refusals[code].title
    return html`<li>${nameOf(name)}: ${title}</li>`
  })
  return (
    items.length > 0 &&
    html`<section><h2>${messages.admission.labels.unread}</h2><ul>${items}</ul></section>`
  )
}

/**
 * `/provider/decisions/{id}`: the answer first, then whom it is about, what waits for a person and what can be done now,
 * then everything it rests on and everything that was done. On paper it is the same without the forms.
 */
export function deskDecisionPage(view: DeskDecision, frame: DeskFrame): Html {
  const { told, messages, specialization, name, trail } = view
  const { labels } = messages.admission
  const main = html`<p class="kind">${messages.pages.desk.decision.about} ${spoken(name, messages)}</p>
${said(view)}
${outcomePanel(view, 'h1')}
${missingList(view)}
<p><strong>${labels.priority}</strong>: ${told.priority}</p>
${applicantPairs(view)}
${reviewSection(view, frame)}
${steps(view, frame)}
${ruleList(view)}
${moduleList(view)}
${creditList(view)}
${unreadList(view)}
${statementList(view)}
${trailTable(trail, messages)}
${decisionDetails(view)}`
  const title = `${told.title} · ${messages.pages.desk.decision.of(name.text)}`
  return deskPage({ title, main, specialization: specialization.id, here: 'decisions' }, frame)
}
