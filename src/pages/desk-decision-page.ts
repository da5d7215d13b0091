import type { Particular, RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { tellParticular } from '../messages/tell-particular.ts'
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
import { openItems, reviewForm, settledItems, statementList } from './desk-review.ts'
import { applicantPairs, steps } from './desk-steps.ts'
import { trailTable } from './desk-trail.ts'
import { bytesOf, fitting } from './fitting.ts'
import { nameOf } from './foreign.ts'
import { type Html, html, joined } from './html.ts'
import { icons } from './icons.ts'
import { noticeOf } from './notice.ts'

/** A remedy that says more than that of the code takes its place. */
const elsewhere: readonly Particular['kind'][] = ['enrolled-elsewhere', 'maybe-elsewhere']

function problemNotice(problem: RefusalCode, { particular, messages }: DeskDecision): Html {
  const notice = messages.refusals[problem]
  if (!particular) return noticeOf(notice)
  const detail = tellParticular(particular, messages, placeName(particular.at, messages))
  return noticeOf(
    elsewhere.includes(particular.kind) ? { ...notice, remedy: detail } : { ...notice, detail },
  )
}

/** What a place is called on this page. */
function placeName(at: string, { pages }: Messages): string {
  if (at === 'country') return pages.desk.apply.country
  if (at === 'revokes') return pages.desk.decision.mayRevoke
  return at === 'note' ? pages.desk.decision.note : at
}

function said(view: DeskDecision): Html | false {
  const { done, problem, messages } = view
  const words = messages.pages.desk.decision
  if (problem) return problemNotice(problem, view)
  if (done === undefined) return false
  const text = done === 'same' || done === 'differs' ? words[done] : words.done[done]
  return html`<p class="said screen" role="status">${text}</p>`
}

/** What no certificate could be read from, and why. */
function unreadList({ unread, messages }: DeskDecision, maxBytes: number): Html | false {
  const { problem, report } = messages.pages
  const items = unread.map(({ name, code }) => {
    const title = code === 'fault' ? problem.faultTitle : messages.refusals[code].title
    return html`<li>${nameOf(name)}: ${title}</li>`
  })
  const { shown, rest } = fitting(items, maxBytes)
  return (
    items.length > 0 &&
    html`<section><h2>${messages.admission.labels.unread}</h2><ul>${shown}${rest > 0 && html`<li class="note">${report.more(rest)}</li>`}</ul></section>`
  )
}

/** What the provider can do now; nothing where the decision no longer leads anywhere. */
function adviceFor(view: DeskDecision): string | false {
  const { decision, enrolment, messages } = view
  const { advice, enrolledAdvice } = messages.pages.desk.decision
  if (enrolment && enrolment.state !== 'withdrawn') return enrolledAdvice
  const isOver = view.isFormer || view.isExpired || view.isWithdrawn
  return !isOver && advice[decision.outcome]
}

const maxNames = 3

/** Whom it is about: the name given, else those on the certificates that may count. */
function whose({ application }: DeskDecision): Html | false {
  const { person, credentials } = application
  const signed = credentials
    .filter(({ standing }) => standing === 'current' || standing === 'unclear')
    .flatMap(({ name }) => name ?? [])
  const names = person === null ? [...new Set(signed)].slice(0, maxNames) : [person]
  return names.length > 0 && html`<p class="whose">${joined(names.map(nameOf), ', ')}</p>`
}

// With the style sheet and the frame a page stays under 50 KB.
const maxMainBytes = 27_000

/**
 * `/provider/decisions/{id}`: the answer first, then whom it is about, what waits for a person and what can be done now,
 * then everything it rests on and everything that was done. On paper it is the same without the forms. What is long is
 * shortened, and said to be.
 */
export function deskDecisionPage(view: DeskDecision, frame: DeskFrame): Html {
  const { told, messages, specialization, name, trail } = view
  const { about, of } = messages.pages.desk.decision
  const first = html`<p class="kind">${about} ${spoken(name, messages)}</p>
${whose(view)}
${said(view)}
${view.isFormer && html`<p class="advice">${messages.pages.desk.decision.former}</p>`}
${view.isWithdrawn && html`<p class="advice">${icons.caution} <strong>${messages.pages.desk.decision.withdrawn}</strong></p>`}
${outcomePanel(view, 'h1', adviceFor(view))}
${missingList(view)}
<p><strong>${messages.admission.labels.priority}</strong>: ${told.priority}</p>
${applicantPairs(view)}`
  const then = html`${steps(view, frame)}
${ruleList(view)}
${moduleList(view)}
${creditList(view)}`
  const details = decisionDetails(view)
  const left = maxMainBytes - [first, then, details].reduce((sum, part) => sum + bytesOf(part), 0)
  // What the one does not need is the other's: of both a person has to see as much as there is room for.
  const open = openItems(view, left * 0.5)
  const room = left * 0.65 - (open ? bytesOf(open) : 0)
  const main = html`${first}
${reviewForm(view, frame)}${open}
${settledItems(view, room)}
${then}
${unreadList(view, left * 0.1)}
${statementList(view, left * 0.1)}
${trailTable(trail, messages, left * 0.15)}
${details}`
  const title = `${told.title} · ${of(name.text)}`
  const place = view.isFormer
    ? {}
    : { specialization: specialization.id, here: 'decisions' as const }
  return deskPage({ title, main, ...place }, frame)
}
