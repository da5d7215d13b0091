import type { RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { filesField, linksField } from './certificate-fields.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { noticeOf } from './notice.ts'

/** Why there are no results, when the form is shown again after it was sent. */
export interface BatchFormView {
  readonly problem?: RefusalCode | 'nothing-given'
}

function batchForm(messages: Messages): Html {
  const words = messages.pages.batch
  return html`<form class="check many" method="post" action="/verify/batch" enctype="multipart/form-data">
${filesField(words)}
${linksField(words, { rows: 6 })}
<p class="send"><button type="submit">${words.submit}</button></p>
<p class="note">${words.privacy}</p>
</form>`
}

/** The form that takes many files and links; it works without a script. */
export function batchFormPage({ problem }: BatchFormView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.batch
  const told =
    problem === 'nothing-given' ? words.nothingGiven : problem && messages.refusals[problem]
  const main = html`<h1>${words.title}</h1>
${told ? noticeOf(told) : html`<p class="lead">${words.lead}</p>`}
${batchForm(messages)}`
  const title = told ? `${told.title} · ${words.title}` : words.title
  return page({ title, main, section: 'check' }, frame)
}
