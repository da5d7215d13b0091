import { countryName, formatMoment } from '../messages/format.ts'
import type { DeskDecision } from './desk-decision-view.ts'
import { type DeskFrame, deskPath } from './desk-frame.ts'
import { pair } from './facts.ts'
import { nameOf } from './foreign.ts'
import { formToken } from './form-token.ts'
import { type Html, html } from './html.ts'
import { ownPath, samePath } from './safe-url.ts'

const isGranted = ({ decision, isExpired }: DeskDecision) =>
  decision.outcome === 'eligible' && !isExpired

/** Where an enrolment stands, in a line. */
export function enrolmentLine({ enrolment, messages }: DeskDecision): Html | undefined {
  if (!enrolment) return undefined
  const { enrolments, supportGone } = messages.pages.desk.decision
  const { state, position } = enrolment
  return html`${enrolments[state]}${position !== null && html` (${position})`}${enrolment.supportGone && html`. ${supportGone}`}`
}

/** Whoever is enrolled instead, or perhaps instead, stands in the list of enrolments. */
const isTaken = ({ problem }: DeskDecision) =>
  problem === 'already-enrolled' || problem === 'maybe-enrolled'

/** A form that is a button, perhaps with something to choose. */
function step(
  action: 'issue' | 'enrol',
  view: DeskDecision,
  { frame, choice }: { readonly frame: DeskFrame; readonly choice?: Html | false },
): Html {
  const words = view.messages.pages.desk.decision
  return html`<form method="post" action="${ownPath('provider', 'decisions', view.id, action)}">${formToken(frame)}${choice}
<p class="send"><button type="submit">${words[action]}</button> <small>${words[`${action}Note`]}</small></p></form>
`
}

function countryChoice({ specialization, country, given, messages }: DeskDecision): Html | false {
  if (specialization.countries.length === 0 || country !== null) return false
  const options = specialization.countries.map(
    (code) =>
      html`<option value="${code}"${code === given?.country && html` selected`}>${countryName(code, messages.language)}</option>`,
  )
  return html`<p class="field"><label for="country">${messages.pages.desk.apply.country}</label><select id="country" name="country" required>${options}</select></p>
`
}

/** Once somebody of the same name or reference was found. */
function anotherPerson({ problem, messages }: DeskDecision): Html | false {
  if (problem !== 'maybe-enrolled') return false
  return html`<p class="tick"><input type="checkbox" name="another" id="another" value="yes" required> <label for="another">${messages.pages.desk.decision.anotherPerson}</label></p>
`
}

function receipts({ id, messages }: DeskDecision): Html {
  const words = messages.pages.desk.decision
  const link = (form: 'pdf' | 'jwt', label: string) =>
    html`<a class="button" href="${ownPath('provider', 'decisions', id, `receipt.${form}`)}">${label}</a>`
  return html`<p>${link('pdf', words.receiptPdf)} ${link('jwt', words.receiptJwt)} <small>${words.receiptNote}</small></p>`
}

const rerunLink = ({ id, messages }: DeskDecision) =>
  html`<p><a href="${samePath(`/provider/decisions/${id}`, 'again=1')}">${messages.pages.desk.decision.rerun}</a></p>`

const credentialLink = ({ credential, messages }: DeskDecision) =>
  credential !== null &&
  html`<p><a class="button" href="${ownPath('c', credential)}">${messages.pages.desk.decision.seeCredential}</a></p>`

/** What can be done with a decision now. Nothing of it is printed. */
export function steps(view: DeskDecision, frame: DeskFrame): Html {
  const { id, specialization, credential, enrolment, isExpired, messages } = view
  const words = messages.pages.desk.decision
  if (view.isFormer)
    return html`<section class="screen steps"><h2>${words.steps}</h2>
${credentialLink(view)}
${receipts(view)}
${rerunLink(view)}</section>`
  const mayEnrol = isGranted(view) && (enrolment === null || enrolment.state === 'withdrawn')
  return html`<section class="screen steps"><h2>${words.steps}</h2>
${isExpired && html`<p class="advice">${words.expired}</p>`}
${credentialLink(view)}
${credential === null && isGranted(view) && step('issue', view, { frame })}
${mayEnrol && step('enrol', view, { frame, choice: html`${countryChoice(view)}${anotherPerson(view)}` })}
${(enrolment || isTaken(view)) && html`<p><a href="${deskPath(specialization.id, 'enrolments')}">${words.seeEnrolments}</a></p>`}
${receipts(view)}
<p><a class="button" href="${samePath(`/provider/${specialization.id}`, `from=${id}`)}">${words.again}</a> <small>${words.againNote}</small></p>
${rerunLink(view)}</section>`
}

/** Whom it is about, as the provider gave it. */
export function applicantPairs(view: DeskDecision): Html {
  const { id, reference, country, credential, application, messages } = view
  const { labels, applicant } = messages.pages.desk.decision
  const { person, appliedAt } = application
  return html`<section><h2>${applicant}</h2><dl class="pairs">
${person !== null && pair(labels.person, nameOf(person))}
${reference !== null && pair(labels.reference, nameOf(reference))}
${country !== null && pair(labels.country, countryName(country, messages.language))}
${pair(labels.applied, formatMoment(appliedAt, messages.language))}
${credential !== null && pair(labels.credential, html`<a href="${ownPath('c', credential)}" dir="ltr">/c/${credential}</a>`)}
${view.enrolment && pair(labels.enrolment, enrolmentLine(view))}
${pair(labels.id, html`<code dir="ltr">${id}</code>`)}
</dl></section>`
}
