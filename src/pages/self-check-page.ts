import type { Report } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'
import { tell } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { HeldCredential } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import { asksItself } from '../learning/eligibility/rests-on.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'
import type { Day, Specialization } from '../learning/specialization.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { tellDecision } from '../messages/tell-decision.ts'
import type { ToldDecision } from '../messages/told-decision.ts'
import { phrase } from './achievement-pages.ts'
import { creditLines, type DecisionInWords, gapList, moduleLines, outcomeLine } from './decision.ts'
import { bytesOf, fitting } from './fitting.ts'
import { nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'
import { type SelfCheckFormView, selfCheckForm } from './self-check-form.ts'
import { applicationLine, howToApply } from './specialization-pages.ts'
import { headlineOf } from './verdict.ts'

/** What one specialization would say, and from which credentials. */
export interface SelfChecked {
  readonly specialization: Specialization
  readonly decision: Decision
  readonly held: readonly HeldCredential[]
}

export interface SelfCheckedFrom {
  /** As it was signed. */
  readonly id: string
  readonly title: string
  readonly report: Report
  /** Whether it is good enough to be looked at. */
  readonly counts: boolean
  /** It is itself the answer that somebody is eligible. */
  readonly isAnswer: boolean
}

export interface SelfCheckView extends SelfCheckFormView {
  readonly catalogue: Catalogue
  readonly today: Day
  /** One for each specialization that is open. */
  readonly checked: readonly SelfChecked[]
  /** What could not be read, by the name it was handed in under. */
  readonly unread: readonly { readonly name: string; readonly code: RefusalCode | 'fault' }[]
  /** The credential from whose page the reader comes. */
  readonly from?: SelfCheckedFrom
}

/** What follows from the outcome for a learner. */
function adviceOn({ decision, told, messages }: DecisionInWords, openCount: number) {
  const { openBelow, openElse } = messages.pages.selfCheck
  if (decision.outcome === 'needs-review') return openCount > 0 ? openBelow : openElse
  return decision.outcome === 'eligible' && told.advice
}

/** The documents that the provider will ask for, of the statements that were made. */
function documents(
  { specialization }: SelfChecked,
  made: readonly string[],
  messages: Messages,
): Html | false {
  const names = specialization.admission.statements
    .filter(({ id, needs }) => needs === 'document' && made.includes(id))
    .map(({ name }) => tell(name, messages.language).text)
  return (
    names.length > 0 && html`<p>${messages.pages.selfCheck.documentLater(names.join(', '))}</p>`
  )
}

/** Answers that somebody is eligible claim nothing of what one has learnt: see eligibility-achievement.ts. */
const isAnswer = (held: HeldCredential, { specializations }: Catalogue) =>
  held.isOwn && specializations.some(({ id }) => eligibilityId(id) === held.achievement)

/**
 * Whether anything of a specialization looks at a credential that is genuine and current. Where the conditions ask for
 * something outside of any rule, no reason tells which credentials it looked at: then whatever one can learn counts.
 */
function isAskedFor(id: string, { specialization, decision, held }: SelfChecked, all: Catalogue) {
  const { rules, modules } = decision
  const named = [...rules, ...rules.flatMap(({ lacks }) => lacks), ...modules]
  if (named.some(({ because }) => because.includes(id))) return true
  const own = held.find((each) => each.id === id)
  return asksItself(specialization.admission.eligible) && !(own && isAnswer(own, all))
}

/** What is told of each credential; "it counts" only of what something looks at. */
function withUse(told: ToldDecision, checked: SelfChecked, all: Catalogue, instead: string) {
  const credentials = told.credentials.map((each) =>
    each.counts === 'yes' && !isAskedFor(each.id, checked, all)
      ? { ...each, sentence: instead }
      : each,
  )
  return { ...told, credentials }
}

function answered(
  checked: SelfChecked,
  { catalogue, given }: SelfCheckView,
  messages: Messages,
): Html {
  const { specialization, decision, held } = checked
  const { language } = messages
  const telling = { catalogue, specialization, messages, language, held }
  const { selfCheck: words, specialization: specializationWords } = messages.pages
  const plain = tellDecision(decision, telling)
  const used = withUse(plain, checked, catalogue, words.notAskedFor)
  const view: DecisionInWords = { decision, told: used, messages }
  const { labels } = messages.admission
  const { told } = view
  const open = told.rules.filter(({ outcome }) => outcome === 'review')
  const credits = creditLines(view)
  return html`<section class="presented"><h2>${phrase(specialization.name, language)}</h2>
${outcomeLine(decision.outcome, messages)}
<p>${told.sentence} ${adviceOn(view, open.length)}</p>
${decision.reason === 'persons-differ' && html`<p><strong>${words.personsDiffer.title}.</strong> ${words.personsDiffer.remedy}</p>`}
${documents(checked, given?.statements ?? [], messages)}
${gapList(labels.open, open, messages)}
${gapList(labels.missing, told.missing, messages)}
${gapList(labels.helps, told.helps, messages)}
${decision.priority.of > 0 && html`<p>${labels.priority}: ${told.priority}.</p>`}
${moduleLines(view)}
${credits && html`<details><summary>${words.whatCounted}</summary>${credits}</details>`}
${decision.outcome !== 'not-yet' && html`<p><strong>${specializationWords.labels.howToApply}:</strong> ${howToApply(specialization, messages)}</p>`}
<p><a href="${ownPath('specializations', specialization.id)}">${words.moreAbout}</a></p></section>`
}

function unreadList({ unread }: SelfCheckView, messages: Messages): Html | false {
  const { problem } = messages.pages
  const items = unread.map(({ name, code }) => {
    const told = code === 'fault' ? problem.faultTitle : messages.refusals[code].title
    return html`<li>${nameOf(name)}: ${told}</li>`
  })
  return (
    items.length > 0 &&
    html`<section class="notice tone-caution">${icons.caution}<div><h2>${messages.admission.labels.unread}</h2><ul>${items}</ul></div></section>`
  )
}

function closedList({ catalogue, checked, today }: SelfCheckView, messages: Messages) {
  const open = new Set(checked.map(({ specialization }) => specialization.id))
  const { language } = messages
  const items = catalogue.specializations
    .filter(({ id }) => !open.has(id))
    .map(
      (each) =>
        html`<li><a href="${ownPath('specializations', each.id)}">${phrase(each.name, language)}</a>: ${applicationLine(each, today, { language, messages })}</li>`,
    )
  return (
    items.length > 0 &&
    html`<section><h2>${messages.pages.selfCheck.others}</h2><ul>${fitting(items, 4_000).shown}</ul></section>`
  )
}

/** What the credential that the reader comes from adds; where it does not count, why. */
function fromNote(view: SelfCheckView, messages: Messages): Html | false {
  const { from, checked, catalogue } = view
  if (!from) return false
  const words = messages.pages.selfCheck
  if (from.counts) {
    const isUsed = checked.some((each) => isAskedFor(from.id, each, catalogue))
    const unused = from.isAnswer ? words.answerAlone : words.askedNowhere
    return html`<p>${(isUsed ? words.counted : unused)(from.title)}</p>`
  }
  const { title, meaning, advice } = messages.headlines[headlineOf(from.report)]
  return html`<section class="notice tone-caution">${icons.caution}<div><h2>${words.notCounted} ${title}</h2><p>${meaning} ${advice}</p></div></section>`
}

// With the style sheet a page stays under 50 KB; the form and the frame take their part.
const maxAnswerBytes = 24_000

/** What a learner is eligible for: each open specialization in short, what is missing, and where to get it. */
export function selfCheckedPage(view: SelfCheckView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.selfCheck
  const notes = html`${fromNote(view, messages)}${unreadList(view, messages)}`
  const answers = view.checked.map((each) => answered(each, view, messages))
  const { shown, rest } = fitting(answers, maxAnswerBytes - bytesOf(notes))
  const main = html`<h1>${words.resultTitle}</h1>
<p class="lead">${words.resultNote}</p>
${notes}
${shown.length > 0 ? shown : rest === 0 && html`<p>${words.noneOpen}</p>`}
${rest > 0 && html`<p class="note">${messages.pages.report.more(rest)}</p>`}
${closedList(view, messages)}
<section><h2>${words.addMore}</h2>${selfCheckForm(view, messages)}</section>`
  return page({ title: words.resultTitle, main, section: 'specializations' }, frame)
}
