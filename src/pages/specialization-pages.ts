import { type Language, tell } from '../language.ts'
import { applicationsOn } from '../learning/application-days.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type {
  AdmissionRule,
  Day,
  Specialization,
  SpecializationModule,
} from '../learning/specialization.ts'
import { countryName, formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { rulesBehind } from '../messages/tell-decision.ts'
import { phrase, prose } from './achievement-pages.ts'
import { pair } from './facts.ts'
import { linkOr } from './foreign.ts'
import { type Html, html, joined } from './html.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'

/** A page of specializations on a day: what is open depends on it. */
export interface SpecializationsView {
  readonly catalogue: Catalogue
  readonly today: Day
}

export interface SpecializationView extends SpecializationsView {
  readonly specialization: Specialization
  readonly ruleVersion: string
}

interface Telling {
  readonly language: Language
  readonly messages: Messages
}

/** Whether one may apply, in words, and between which days. */
export function applicationLine(
  specialization: Specialization,
  today: Day,
  { language, messages }: Telling,
): Html {
  const { from, until } = specialization.applications
  const words = messages.pages.specialization
  const day = (iso: Day | null) => iso && formatDate(iso, language)
  return html`<strong>${words.states[applicationsOn(specialization, today)]}</strong> (${words.period(day(from), day(until))})`
}

function card(specialization: Specialization, today: Day, telling: Telling): Html {
  const { language } = telling
  return html`<li class="card"><div><h3><a href="${ownPath('specializations', specialization.id)}">${phrase(specialization.name, language)}</a></h3>
${prose(specialization.description, language)}
<p class="note">${applicationLine(specialization, today, telling)}</p></div></li>`
}

/** `/specializations`: what one may apply for. */
export function specializationsPage({ catalogue, today }: SpecializationsView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.specialization
  const telling = { language: messages.language, messages }
  const cards = catalogue.specializations.map((each) => card(each, today, telling))
  const main = html`<h1>${words.listTitle}</h1>
<p class="lead">${words.listLead}</p>
${cards.length > 0 ? html`<ul class="cards">${cards}</ul>` : html`<p>${words.none}</p>`}
${selfCheckLink(messages)}`
  return page({ title: words.listTitle, main, section: 'specializations' }, frame)
}

/** The way from what there is to what the reader can have of it. */
const selfCheckLink = (messages: Messages): Html =>
  html`<p class="onward"><a href="/eligibility">${messages.pages.selfCheck.title}</a></p>`

/** Hours as the programme states them: the total is not computed from the parts. */
function hourList({ hours }: Specialization, { language, messages }: Telling): Html | false {
  const words = messages.pages.specialization
  const told = messages.pages.achievement.hours
  const parts = hours.parts.map(
    (part) => html`<div><dt>${phrase(part.name, language)}</dt><dd>${told(part.hours)}</dd></div>`,
  )
  return (
    parts.length > 0 &&
    html`<section><h2>${words.parts}</h2><dl class="pairs">${parts}</dl><p class="note">${words.partsNote}</p></section>`
  )
}

function placeLine({ places }: Specialization, messages: Messages): string | undefined {
  const words = messages.pages.specialization
  const told = [
    places.total !== null && words.places(places.total),
    places.perCountry !== null && words.perCountry(places.perCountry),
  ].filter((each) => each !== false)
  return told.length > 0 ? told.join(', ') : undefined
}

/** Where to apply, as far as the catalogue knows. */
export function howToApply({ applyAt }: Specialization, messages: Messages): Html {
  const { applyHere, applyWithProvider } = messages.pages.specialization
  return applyAt === undefined ? html`${applyWithProvider}` : linkOr(applyAt, applyHere)
}

function facts({ catalogue, specialization, today }: SpecializationView, telling: Telling): Html {
  const { language, messages } = telling
  const { labels } = messages.pages.specialization
  const { hours, countries } = specialization
  const profile = catalogue.profiles.find(({ id }) => id === specialization.profile)
  const names = countries.map((code) => countryName(code, language))
  return html`<dl class="pairs">
${pair(labels.applications, applicationLine(specialization, today, telling))}
${pair(labels.profile, profile && html`${phrase(profile.name, language)} (${profile.code})`)}
${pair(labels.hours, hours.total === null ? null : messages.pages.achievement.hours(hours.total))}
${pair(labels.places, placeLine(specialization, messages))}
${pair(labels.countries, names.length > 0 && names.join(', '))}
${pair(labels.howToApply, howToApply(specialization, messages))}
</dl>`
}

function ruleItem(rule: AdmissionRule, uses: readonly string[], telling: Telling): Html {
  const { language } = telling
  return html`<li><strong>${phrase(rule.name, language)}</strong><p class="note">${uses.join('; ')}</p>${prose(rule.advice, language)}</li>`
}

/** Who is admitted: each rule, what it is for, and where to get what it asks for. */
function admissionList({ admission }: Specialization, telling: Telling): Html {
  const { messages } = telling
  const words = messages.pages.specialization
  const needed = rulesBehind(admission.eligible, admission.rules)
  const considered = admission.considered ? rulesBehind(admission.considered, admission.rules) : []
  const usesOf = ({ id, points }: AdmissionRule) => [
    ...(needed.includes(id) ? [words.needed] : []),
    ...(considered.includes(id) ? [words.considered] : []),
    ...(points > 0 ? [`${words.priority}: ${messages.admission.points(points)}`] : []),
  ]
  const items = admission.rules.map((rule) => ruleItem(rule, usesOf(rule), telling))
  const skipping =
    admission.waivers &&
    html`<p><strong>${words.skipping.title}.</strong> ${words.skipping.text}</p>`
  return html`<section><h2>${words.admission}</h2><p>${words.admissionNote}</p><ul class="gaps">${items}</ul>${skipping}</section>`
}

function moduleItem(module: SpecializationModule, catalogue: Catalogue, telling: Telling): Html {
  const { language, messages } = telling
  const skills = catalogue.skills.filter(({ id }) => module.skills.includes(id))
  const links = skills.map(
    ({ id, name }) => html`<a href="${ownPath('skills', id)}">${phrase(name, language)}</a>`,
  )
  return html`<li>${phrase(module.name, language)}, ${messages.pages.achievement.hours(module.hours)}<small>${joined(links, ', ')}</small></li>`
}

function moduleList({ catalogue, specialization }: SpecializationView, telling: Telling) {
  const { modules } = specialization
  const items = modules.map((module) => moduleItem(module, catalogue, telling))
  const title = telling.messages.pages.specialization.modules
  return (
    items.length > 0 &&
    html`<details><summary>${title} (${items.length})</summary><ul class="skills">${items}</ul></details>`
  )
}

/** `/specializations/{id}`: what it is, how much of it, who is admitted, and what it consists of. */
export function specializationPage(view: SpecializationView, frame: Frame): Html {
  const { specialization, ruleVersion } = view
  const messages = messagesFor(frame.language)
  const words = messages.pages.specialization
  const telling = { language: messages.language, messages }
  const { language } = telling
  const main = html`<p class="kind">${words.kind}</p>
<h1>${phrase(specialization.name, language)}</h1>
${prose(specialization.description, language)}
${facts(view, telling)}
<p><a class="button" href="/eligibility">${messages.pages.selfCheck.title}</a></p>
${admissionList(specialization, telling)}
${hourList(specialization, telling)}
${moduleList(view, telling)}
<p class="note">${messages.admission.labels.ruleVersion}: <code class="code" dir="ltr">${ruleVersion}</code><br>
<a href="${ownPath('specializations', `${specialization.id}.json`)}">${words.asJson}</a></p>`
  return page(
    { title: tell(specialization.name, language).text, main, section: 'specializations' },
    frame,
  )
}
