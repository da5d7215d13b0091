import type { RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { type Frame, page } from './layout.ts'

/** Why there are no results, when the form is shown again after it was sent. */
export interface BatchFormView {
  readonly problem?: RefusalCode | 'nothing-given'
}

function batchForm(messages: Messages): Html {
  const words = messages.pages.batch
  return html`<form class="check many" method="post" action="/verify/batch" enctype="multipart/form-data">
<p class="field"><label for="files">${words.files}</label>
<input type="file" id="files" name="files" multiple aria-describedby="files-hint" accept=".pdf,.png,.svg,.jpg,.jpeg,.json,.jsonld,.jwt,.jws,.txt">
<small id="files-hint">${words.filesHint}</small></p>
<p class="field"><label for="links">${words.links}</label>
<textarea id="links" name="links" rows="6" autocapitalize="none" autocomplete="off" spellcheck="false" dir="ltr" aria-describedby="links-hint"></textarea>
<small id="links-hint">${words.linksHint}</small></p>
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
${told ? html`<section class="notice tone-caution" role="alert">${icons.caution}<div><h2>${told.title}</h2><p>${told.remedy}</p></div></section>` : html`<p class="lead">${words.lead}</p>`}
${batchForm(messages)}`
  const title = told ? `${told.title} · ${words.title}` : words.title
  return page({ title, main, section: 'check' }, frame)
}
