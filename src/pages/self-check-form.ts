import type { RefusalCode } from '../errors.ts'
import type { StatementKind } from '../learning/specialization.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { filesField, linksField } from './certificate-fields.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { noticeOf } from './notice.ts'

/** What was given, so that nobody has to give it again; a browser gives no file back. */
export interface SelfCheckGiven {
  readonly links?: string
  /** Ids of the statements that were ticked. */
  readonly statements?: readonly string[]
  readonly person?: string
  /** Files were handed in, which are not kept. */
  readonly hadFiles?: boolean
}

export interface SelfCheckFormView {
  /** Those that any open specialization asks about, each once. */
  readonly statements: readonly StatementKind[]
  /** Why there is no answer, when the form is shown again after it was sent. */
  readonly problem?: RefusalCode | 'nothing-given' | 'too-many'
  readonly given?: SelfCheckGiven
}

const maxGivenLength = 4_000

function statementList({ statements, given = {} }: SelfCheckFormView, messages: Messages) {
  const words = messages.pages.selfCheck
  const items = statements.map(
    ({ id, name }) =>
      html`<p class="tick"><input type="checkbox" name="statement" id="statement-${id}" value="${id}"${given.statements?.includes(id) && html` checked`}> <label for="statement-${id}">${phrase(name, messages.language)}</label></p>`,
  )
  return (
    items.length > 0 &&
    html`<fieldset><legend>${words.statements}</legend><small>${words.statementsHint}</small>${items}</fieldset>`
  )
}

/** The form that takes a learner's certificates; it works without a script, and nothing of it is stored. */
export function selfCheckForm(view: SelfCheckFormView, messages: Messages): Html {
  const words = messages.pages.selfCheck
  const links = (view.given?.links ?? '').slice(0, maxGivenLength)
  return html`<form class="check" method="post" action="/eligibility" enctype="multipart/form-data">
${view.given?.hadFiles && html`<p class="note">${words.filesAgain}</p>`}
${filesField(words)}
${linksField(words, { rows: 3, given: links })}
<p class="field"><label for="person">${words.person}</label>
<input type="text" id="person" name="person" value="${view.given?.person ?? ''}" maxlength="200" autocomplete="name" spellcheck="false" aria-describedby="person-hint">
<small id="person-hint">${words.personHint}</small></p>
${statementList(view, messages)}
<p class="send"><button type="submit">${words.submit}</button></p>
<p class="note">${words.privacy}</p>
</form>`
}

/** What went wrong with what was sent, and what to do. */
function problemTold({ problem }: SelfCheckFormView, messages: Messages) {
  const words = messages.pages.selfCheck
  if (problem === 'nothing-given') return words.nothingGiven
  if (problem === 'too-many') return words.tooMany
  return problem && messages.refusals[problem]
}

/** `/eligibility`: "What am I eligible for?", before anything was handed in. */
export function selfCheckPage(view: SelfCheckFormView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.selfCheck
  const told = problemTold(view, messages)
  const main = html`<h1>${words.title}</h1>
${told ? noticeOf(told) : html`<p class="lead">${words.lead}</p>`}
${selfCheckForm(view, messages)}
<p class="onward"><a href="/specializations">${messages.pages.specialization.listTitle}</a></p>`
  const title = told ? `${told.title} · ${words.title}` : words.title
  return page({ title, main, section: 'specializations' }, frame)
}
