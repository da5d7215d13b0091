import type { RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'

/** Why there is no report, when the form is shown again after it was sent: what was wrong with it, or that it was empty. */
export interface VerifyView {
  readonly problem?: RefusalCode | 'nothing-given'
}

/**
 * The form that takes a credential: `file`, `text` or `link`, sent as multipart to `POST /verify`. It works without
 * a script; browsers let a file be dropped on the field.
 */
export function verifyForm(messages: Messages): Html {
  const words = messages.pages.verify
  return html`<form class="check" method="post" action="/verify" enctype="multipart/form-data">
<p class="field"><label for="file">${words.file}</label>
<input type="file" id="file" name="file" aria-describedby="file-hint" accept=".pdf,.png,.svg,.json,.jsonld,.jwt,.jws,.txt">
<small id="file-hint">${words.fileHint}</small></p>
<p class="field"><label for="link">${words.link}</label>
<input type="text" id="link" name="link" inputmode="url" dir="ltr" autocapitalize="none" autocomplete="off" spellcheck="false" aria-describedby="link-hint">
<small id="link-hint">${words.linkHint}</small></p>
<p class="field"><label for="text">${words.text}</label>
<textarea id="text" name="text" rows="4" autocomplete="off" spellcheck="false" dir="ltr" aria-describedby="text-hint"></textarea>
<small id="text-hint">${words.textHint}</small></p>
<p class="send"><button type="submit">${words.submit}</button> <span>${words.one}</span></p>
<p class="note">${words.privacy}</p>
</form>`
}

export function verifyPage({ problem }: VerifyView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.verify
  const told =
    problem === 'nothing-given' ? words.nothingGiven : problem && messages.refusals[problem]
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${told && html`<section class="notice" role="alert"><h2>${told.title}</h2><p>${told.remedy}</p></section>`}
${verifyForm(messages)}`
  return page({ title: words.title, main, section: 'check' }, frame)
}
