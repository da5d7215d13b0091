import type { RefusalCode } from '../errors.ts'
import { tell } from '../language.ts'
import type { Specialization, StatementKind } from '../learning/specialization.ts'
import { countryName } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { filesField, linksField } from './certificate-fields.ts'
import { spoken } from './decision.ts'
import { type DeskFrame, deskPage } from './desk-frame.ts'
import { formToken } from './form-token.ts'
import { type Html, html } from './html.ts'
import { noticeOf } from './notice.ts'
import { ownPath } from './safe-url.ts'

/** What was filled in, so that nobody has to type it again; files have to be chosen once more. */
export interface ApplyGiven {
  readonly links?: string
  readonly person?: string
  readonly country?: string
  readonly reference?: string
  /** The statements that are ticked, by id, with their notes. */
  readonly statements?: ReadonlyMap<string, string>
}

/** Why the form is shown again; the last two are more than a code says. */
export type ApplyProblem = RefusalCode | 'nothing-given'

export interface ApplyView {
  readonly specialization: Specialization
  readonly isOpen: boolean
  /** Tells a form that is sent twice from two that say the same. */
  readonly attempt: string
  readonly problem?: ApplyProblem
  readonly given?: ApplyGiven
}

const maxGivenLength = 8_000

function told(problem: ApplyProblem, messages: Messages) {
  const words = messages.pages.desk.apply
  if (problem === 'nothing-given') return words.nothingGiven
  if (problem === 'applications-closed') return words.closed
  return problem === 'input-too-large' || problem === 'too-large'
    ? words.tooMuch
    : messages.refusals[problem]
}

function textField(
  name: 'person' | 'reference',
  value: string,
  { label, hint }: { readonly label: string; readonly hint: string },
): Html {
  return html`<p class="field"><label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" value="${value.slice(0, 200)}" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="${name}-hint">
<small id="${name}-hint">${hint}</small></p>
`
}

function countryField({ countries }: Specialization, given: string, messages: Messages) {
  const words = messages.pages.desk.apply
  const option = (code: string) =>
    html`<option value="${code}"${code === given && html` selected`}>${countryName(code, messages.language)}</option>`
  return (
    countries.length > 0 &&
    html`<p class="field"><label for="country">${words.country}</label>
<select id="country" name="country"><option value="">${words.noCountry}</option>${countries.map(option)}</select></p>
`
  )
}

function statementField(
  { id, name, needs }: StatementKind,
  given: ApplyGiven['statements'],
  messages: Messages,
): Html {
  const words = messages.pages.desk.apply
  const isMade = given?.has(id) === true
  return html`<div class="statement"><p class="tick"><input type="checkbox" id="statement-${id}" name="statement" value="${id}"${isMade && html` checked`}>
<label for="statement-${id}">${spoken(tell(name, messages.language), messages)}</label></p>
<p class="field"><label for="note-${id}">${words.note}</label>
<textarea id="note-${id}" name="note:${id}" rows="2" maxlength="2000">${(given?.get(id) ?? '').slice(0, 2_000)}</textarea></p>
<p class="field"><label for="document-${id}">${words.document}</label>
<input type="file" id="document-${id}" name="document:${id}" class="small-file"${needs === 'document' && html` aria-describedby="needed-${id}"`}>
${needs === 'document' && html`<small id="needed-${id}">${words.documentNeeded}</small>`}</p></div>
`
}

function statements({ specialization, given }: ApplyView, messages: Messages): Html | false {
  const words = messages.pages.desk.apply
  const kinds = specialization.admission.statements
  return (
    kinds.length > 0 &&
    html`<fieldset><legend>${words.statements}</legend>
<p class="note">${words.statementsHint}</p>
${kinds.map((kind) => statementField(kind, given?.statements, messages))}<p class="note">${words.documentHint}</p></fieldset>
`
  )
}

function certificates(given: ApplyGiven, messages: Messages): Html {
  const words = messages.pages.desk.apply
  const links = (given.links ?? '').slice(0, maxGivenLength)
  return html`${filesField(words)}
<p class="field"><label for="photo">${words.photo}</label>
<input type="file" id="photo" name="photo" class="small-file" accept="image/*" capture="environment" aria-describedby="photo-hint">
<small id="photo-hint">${words.photoHint}</small></p>
${linksField(words, { rows: 4, given: links })}
`
}

/** The form about one applicant: certificates, who it is, and what the applicant states. It works without a script. */
export function applyPage(view: ApplyView, frame: DeskFrame): Html {
  const { specialization, isOpen, attempt, problem, given = {} } = view
  const messages = messagesFor(frame.language)
  const words = messages.pages.desk.apply
  const notice = problem ? told(problem, messages) : isOpen ? undefined : words.closed
  const name = tell(specialization.name, messages.language)
  const main = html`<p class="kind">${spoken(name, messages)}</p><h1>${words.title}</h1>
${notice ? noticeOf(notice) : html`<p class="lead">${words.lead}</p>`}
${problem && html`<p class="note">${words.filesAgain}</p>`}
<form class="check" method="post" action="${ownPath('provider', specialization.id)}" enctype="multipart/form-data">
${formToken(frame)}<input type="hidden" name="attempt" value="${attempt}">
${certificates(given, messages)}${textField('person', given.person ?? '', { label: words.person, hint: words.personHint })}${countryField(specialization, given.country ?? '', messages)}${textField('reference', given.reference ?? '', { label: words.reference, hint: words.referenceHint })}${statements(view, messages)}<p class="send"><button type="submit">${words.submit}</button></p>
<p class="note">${words.privacy}</p>
</form>`
  const title = problem && notice ? `${notice.title} · ${words.title}` : words.title
  return deskPage({ title, main, specialization: specialization.id, here: 'apply' }, frame)
}
