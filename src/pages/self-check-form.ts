import type { RefusalCode } from '../errors.ts'
import type { StatementKind } from '../learning/specialization.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { type Frame, page } from './layout.ts'

/** What was given, so that nobody has to give it again; a browser gives no file back. */
export interface SelfCheckGiven {
  readonly links?: string
  /** Ids of the statements that were ticked. */
  readonly statements?: readonly string[]
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
<p class="field"><label for="files">${words.files}</label>
<input type="file" id="files" name="files" multiple aria-describedby="files-hint" accept=".pdf,.png,.svg,.jpg,.jpeg,.json,.jsonld,.jwt,.jws,.txt">
<small id="files-hint">${words.filesHint}</small></p>
<p class="field"><label for="links">${words.links}</label>
<textarea id="links" name="links" rows="3" autocapitalize="none" autocomplete="off" spellcheck="false" dir="ltr" aria-describedby="links-hint">${links}</textarea>
<small id="links-hint">${words.linksHint}</small></p>
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
${told ? html`<section class="notice tone-caution" role="alert">${icons.caution}<div><h2>${told.title}</h2><p>${told.remedy}</p></div></section>` : html`<p class="lead">${words.lead}</p>`}
${selfCheckForm(view, messages)}
<p class="onward"><a href="/specializations">${messages.pages.specialization.listTitle}</a></p>`
  const title = told ? `${told.title} · ${words.title}` : words.title
  return page({ title, main, section: 'specializations' }, frame)
}
