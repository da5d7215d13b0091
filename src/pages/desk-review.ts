import { tell } from '../language.ts'
import type { MadeStatement } from '../learning/eligibility/application.ts'
import { spoken } from './decision.ts'
import type { DeskDecision } from './desk-decision-view.ts'
import { type DeskFrame, formToken } from './desk-frame.ts'
import { fitting, fittingSome } from './fitting.ts'
import { nameOf, passage, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { ownPath } from './safe-url.ts'

const maxNamesBytes = 4_000

/** What the applicant said about one statement, with the document that was shown for it. */
function words({ note, document }: MadeStatement, { messages }: DeskDecision): Html {
  const told = messages.pages.desk.decision
  const shown = document
    ? html`${told.documentShown(shortened(document.name))}<br><code class="code" dir="ltr">${document.digest}</code>`
    : told.noDocument
  return html`${note !== '' && passage(shortened(note, 2_000), undefined)}<p class="note">${shown}</p>`
}

function statementOf(item: string, { application }: DeskDecision): MadeStatement | undefined {
  return application.statements.find(({ statement }) => item === `statement:${statement}`)
}

/** Whose each certificate is, as it is signed: what the verdict on the person rests on. */
function namesSigned({ application, messages }: DeskDecision): Html {
  const told = messages.pages.desk.decision
  const items = application.credentials.map(
    ({ id, title, name }) =>
      html`<li>${nameOf(title ?? id)}: <strong>${name === null ? told.noName : nameOf(name)}</strong></li>`,
  )
  const { shown, rest } = fitting(items, maxNamesBytes)
  return html`<ul>${shown}${rest > 0 && html`<li class="note">${messages.pages.report.more(rest)}</li>`}</ul>`
}

/** The form that settles one item: a note, and two buttons. */
function itemForm(
  { item, name }: { readonly item: string; readonly name: string },
  view: DeskDecision,
  frame: DeskFrame,
): Html {
  const told = view.messages.pages.desk.decision
  const statement = statementOf(item, view)
  const typed = view.given?.item === item ? view.given.note : ''
  const id = `note-${item.replace(/[^\w-]/g, '-')}`
  return html`<form class="settle" method="post" action="${ownPath('provider', 'decisions', view.id, 'review')}"><fieldset><legend>${name}</legend>
${statement && words(statement, view)}${item === 'person' && namesSigned(view)}${formToken(frame)}<input type="hidden" name="item" value="${item}">
<p class="field"><label for="${id}">${told.note}</label>
<textarea id="${id}" name="note" rows="2" required maxlength="2000" aria-describedby="${id}-hint">${typed}</textarea>
<small id="${id}-hint">${told.noteHint}</small></p>
<p class="send"><button type="submit" name="verdict" value="accepted">${told.accept}</button><button type="submit" name="verdict" value="refused" class="quiet">${told.refuse}</button></p></fieldset></form>
`
}

/** The same to be read alone. */
function openItem(
  { item, name }: { readonly item: string; readonly name: string },
  view: DeskDecision,
): Html {
  const statement = statementOf(item, view)
  return html`<h3>${name}</h3>${statement && words(statement, view)}${item === 'person' && namesSigned(view)}
`
}

function settledItem(
  { item, name, verdict }: DeskDecision['settled'][number],
  view: DeskDecision,
  frame: DeskFrame,
): Html {
  const told = view.messages.pages.desk.decision
  if (view.isFormer) return html`<li>${name}: <strong>${told[verdict]}</strong></li>`
  return html`<li>${name}: <strong>${told[verdict]}</strong>
<details class="screen"${view.given?.item === item && html` open`}><summary>${told.otherwise}</summary>${itemForm({ item, name }, view, frame)}</details></li>`
}

/**
 * Everything that waits for a person, each to be accepted or not, as far as the page has room: what is left comes once
 * these are settled.
 */
export function openItems(view: DeskDecision, frame: DeskFrame, maxBytes: number): Html | false {
  const { told, settled, messages } = view
  const open = told.toReview.filter(({ item }) => !settled.some((each) => each.item === item))
  const forms = open.map((item) =>
    view.isFormer ? openItem(item, view) : itemForm(item, view, frame),
  )
  const { shown, rest } = fittingSome(forms, maxBytes)
  return (
    forms.length > 0 &&
    html`<section class="open"><h2 id="review">${messages.admission.labels.open}</h2>${shown}${rest > 0 && html`<p class="note">${messages.pages.desk.decision.moreOpen(rest)}</p>`}</section>`
  )
}

/** What was settled by now, the last first, each to be settled otherwise. */
export function settledItems(view: DeskDecision, frame: DeskFrame, maxBytes: number): Html | false {
  const { settled, messages } = view
  const items = settled.map((item) => settledItem(item, view, frame)).reverse()
  const { shown, rest } = fittingSome(items, maxBytes)
  return (
    items.length > 0 &&
    html`<section><h2>${messages.pages.desk.decision.settled}</h2><ul>${shown}${more(rest, view)}</ul></section>`
  )
}

const more = (rest: number, { messages }: DeskDecision) =>
  rest > 0 && html`<li class="note">${messages.pages.report.more(rest)}</li>`

/** What the applicant stated, by the names of the catalogue; what waits stands above, where it is settled. */
export function statementList(view: DeskDecision, maxBytes: number): Html | false {
  const { application, specialization, messages } = view
  const { language } = messages
  const isOpen = (id: string) => view.decision.toReview.includes(`statement:${id}`)
  const others = application.statements.filter(({ statement }) => !isOpen(statement))
  const items = others.map((made) => {
    const kind = specialization.admission.statements.find(({ id }) => id === made.statement)
    const name = kind ? spoken(tell(kind.name, language), messages) : made.statement
    return html`<li><strong>${name}</strong>${words(made, view)}</li>`
  })
  const { shown, rest } = fitting(items, maxBytes)
  return (
    items.length > 0 &&
    html`<section><h2>${messages.pages.desk.decision.statements}</h2><ul>${shown}${more(rest, view)}</ul></section>`
  )
}
