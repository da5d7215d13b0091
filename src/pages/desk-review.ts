import { tell } from '../language.ts'
import type { MadeStatement } from '../learning/eligibility/application.ts'
import { restsOn, spoken } from './decision.ts'
import type { DeskDecision } from './desk-decision-view.ts'
import type { DeskFrame } from './desk-frame.ts'
import { bytesOf, fitting, fittingSome } from './fitting.ts'
import { nameOf, passage, shortened } from './foreign.ts'
import { formToken } from './form-token.ts'
import { type Html, html } from './html.ts'
import { ownPath } from './safe-url.ts'

const formId = 'settle'
const maxNamesBytes = 3_800

function documentLine(
  { name, digest }: NonNullable<MadeStatement['document']>,
  told: DeskDecision['messages']['pages']['desk']['decision'],
): Html {
  if (digest === null) return html`${told.documentNamed(shortened(name))}`
  return html`${told.documentShown(shortened(name))}<br><code class="code" dir="ltr">${digest}</code>`
}

/** What the applicant said about one statement, with the document that was shown for it. */
function words({ note, document }: MadeStatement, { messages }: DeskDecision): Html {
  const told = messages.pages.desk.decision
  const shown = document ? documentLine(document, told) : told.noDocument
  return html`${note !== '' && html`<div class="typed">${passage(shortened(note, 2_000), undefined)}</div>`}<p class="note">${shown}</p>`
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

/** What either verdict on the person comes to. */
function whatFollows({ application, messages }: DeskDecision): Html {
  const { personNamed, personNotNamed } = messages.pages.desk.decision
  return html`<p class="note">${application.person === null ? personNotNamed : personNamed}</p>`
}

/** A signed answer in force may be lost by what is settled now. */
function mayRevoke(
  { credential, isWithdrawn, messages }: DeskDecision,
  item: string,
  id: string,
): Html | false {
  if (credential === null || isWithdrawn) return false
  const words = messages.pages.desk.decision
  return html`<p class="tick"><input type="checkbox" id="${id}-revokes" form="${formId}" name="revokes:${item}" value="yes"> <label for="${id}-revokes">${words.mayRevoke}</label></p>
`
}

/** What the verdict is about: the words of a statement, whose the certificates are, the hours of a module. */
function ground(item: string, view: DeskDecision): Html | false {
  const statement = statementOf(item, view)
  if (statement) return words(statement, view)
  if (item === 'person') return html`${namesSigned(view)}${whatFollows(view)}`
  const module = view.told.modules.find((each) => item === `module:${each.module}`)
  return module !== undefined && html`<p>${module.sentence}</p>${restsOn(module, view.messages)}`
}

/** The one form that all items belong to, so that what was typed for others is not lost with the first verdict. */
const settleForm = ({ id }: DeskDecision, frame: DeskFrame): Html =>
  html`<form id="${formId}" method="post" action="${ownPath('provider', 'decisions', id, 'review')}">${formToken(frame)}</form>
`

/** What settles one item: a note, and two buttons. */
function itemForm(
  { item, name }: { readonly item: string; readonly name: string },
  view: DeskDecision,
): Html {
  const told = view.messages.pages.desk.decision
  const typed = view.given?.notes?.get(item) ?? ''
  const id = `note-${item.replace(/[^\w-]/g, '-')}`
  return html`<fieldset class="settle"><legend>${name}</legend>
${ground(item, view)}
<p class="field"><label for="${id}">${told.note}</label>
<textarea id="${id}" form="${formId}" name="note:${item}" rows="2" maxlength="2000" aria-describedby="${id}-hint">${typed}</textarea>
<small id="${id}-hint">${told.noteHint}</small></p>
${mayRevoke(view, item, id)}<p class="send"><button type="submit" form="${formId}" name="accepted" value="${item}">${told.accept}</button><button type="submit" form="${formId}" name="refused" value="${item}" class="quiet">${told.refuse}</button></p></fieldset>
`
}

/** The same to be read alone. */
function openItem(
  { item, name }: { readonly item: string; readonly name: string },
  view: DeskDecision,
): Html {
  return html`<h3>${name}</h3>${ground(item, view)}
`
}

type Settled = DeskDecision['settled'][number]

/** The form that settles an item once more, folded away. */
function otherwise(settled: Settled, view: DeskDecision): Html {
  const isOpen = view.given?.notes?.has(settled.item)
  return html`<details class="screen"${isOpen && html` open`}><summary>${view.messages.pages.desk.decision.otherwise}</summary>${itemForm(settled, view)}</details>`
}

const verdictOn = ({ name, verdict }: Settled, { messages }: DeskDecision) =>
  html`${name}: <strong>${messages.pages.desk.decision[verdict]}</strong>`

/** The form for {@link openItems} and {@link settledItems}, where there is any to be settled. */
export const reviewForm = (view: DeskDecision, frame: DeskFrame): Html | false =>
  !view.isFormer && view.told.toReview.length + view.settled.length > 0 && settleForm(view, frame)

/**
 * Everything that waits for a person, each to be accepted or not, as far as the page has room: what is left comes once
 * these are settled.
 */
export function openItems(view: DeskDecision, maxBytes: number): Html | false {
  const { told, settled, messages } = view
  const open = told.toReview.filter(({ item }) => !settled.some((each) => each.item === item))
  const forms = open.map((item) => (view.isFormer ? openItem(item, view) : itemForm(item, view)))
  const { shown, rest } = fittingSome(forms, maxBytes)
  return (
    forms.length > 0 &&
    html`<section class="open"><h2 id="review">${messages.admission.labels.open}</h2>${shown}${rest > 0 && html`<p class="note">${messages.pages.desk.decision.moreOpen(rest)}</p>`}</section>`
  )
}

/** What was settled by now, the last first, each to be settled otherwise as far as the page has room for forms. */
export function settledItems(view: DeskDecision, maxBytes: number): Html | false {
  const { settled, isFormer, messages } = view
  const lastFirst = [...settled].reverse()
  const { shown, rest } = fittingSome(
    lastFirst.map((each) => verdictOn(each, view)),
    maxBytes,
  )
  const forms = isFormer ? [] : lastFirst.map((each) => otherwise(each, view))
  const taken = shown.reduce((sum, each) => sum + bytesOf(each), 0)
  const { shown: folded } = fittingSome(forms, maxBytes - taken)
  const items = shown.map((each, place) => html`<li>${each}${folded[place]}</li>\n`)
  return (
    items.length > 0 &&
    html`<section><h2>${messages.pages.desk.decision.settled}</h2><ul>${items}${more(rest, view)}</ul></section>`
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
