import type { RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { noticeOf } from './notice.ts'

/** What was typed into the form, so that nobody has to type it again; a browser gives no file back. */
export interface Given {
  readonly link?: string
  readonly text?: string
  readonly person?: string
}

/** Why there is no report, when the form is shown again after it was sent: what was wrong with it, or that it was empty. */
export interface VerifyView {
  readonly problem?: RefusalCode | 'nothing-given'
  readonly given?: Given
}

const maxGivenLength = 4_000

/** What only the script uses: the words it says, and the parts that would be dead without it. */
function scriptParts(messages: Messages): Html {
  const { script } = messages.pages.verify
  return html`<p class="camera" hidden><button type="button" class="quiet">${script.useCamera}</button></p>
<div class="viewfinder" hidden><video muted playsinline></video>
<button type="button" class="quiet">${script.stopCamera}</button></div>
<p class="state" role="status"></p>`
}

function fileField(messages: Messages): Html {
  const words = messages.pages.verify
  return html`<div class="field drop"><label for="file">${words.file}</label>
<input type="file" id="file" name="file" aria-describedby="file-hint" accept=".pdf,.png,.svg,.json,.jsonld,.jwt,.jws,.txt,.jpg,.jpeg,image/*">
<small id="file-hint">${words.fileHint} <span class="drop-hint" hidden>${words.script.dropHint}</span></small>
${scriptParts(messages)}</div>`
}

/**
 * The form that takes a credential: `file`, `link` or `text`, and a `person` to ask for, sent as multipart to
 * `POST /verify`. It works without a script; with it a file can be dropped, pasted, or read by the camera.
 */
export function verifyForm(messages: Messages, given: Given = {}): Html {
  const words = messages.pages.verify
  const { script } = words
  const text = (given.text ?? '').length <= maxGivenLength ? (given.text ?? '') : ''
  return html`<form class="check" method="post" action="/verify" enctype="multipart/form-data" data-drop-here="${script.dropHere}" data-checking="${script.checking}" data-one-file="${script.oneFile}" data-camera-on="${script.cameraOn}" data-camera-off="${script.cameraOff}">
${fileField(messages)}
<p class="field"><label for="link">${words.link}</label>
<input type="text" id="link" name="link" value="${(given.link ?? '').slice(0, maxGivenLength)}" inputmode="url" dir="ltr" autocapitalize="none" autocomplete="off" spellcheck="false" aria-describedby="link-hint">
<small id="link-hint">${words.linkHint}</small></p>
<details${text !== '' && html` open`}><summary>${words.text}</summary>
<p class="field"><label for="text">${words.textHint}</label>
<textarea id="text" name="text" rows="5" autocomplete="off" spellcheck="false" dir="ltr">${text}</textarea></p></details>
<p class="field apart"><label for="person">${words.person}</label>
<input type="text" id="person" name="person" value="${(given.person ?? '').slice(0, 200)}" maxlength="200" autocomplete="off" autocapitalize="words" spellcheck="false" aria-describedby="person-hint">
<small id="person-hint">${words.personHint}</small></p>
<p class="send"><button type="submit">${words.submit}</button> <span>${words.one}</span></p>
<p class="note">${words.privacy}</p>
</form>`
}

export function verifyPage({ problem, given }: VerifyView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.verify
  const told =
    problem === 'nothing-given' ? words.nothingGiven : problem && messages.refusals[problem]
  const main = html`<h1>${words.title}</h1>
${told ? noticeOf(told) : html`<p class="lead">${words.lead}</p>`}
${verifyForm(messages, given)}
<p class="onward"><a href="/verify/batch">${messages.pages.batch.invitation}</a> <a href="/eligibility">${messages.pages.selfCheck.title}</a></p>`
  const title = told ? `${told.title} · ${words.title}` : words.title
  return page({ title, main, section: 'check', hasForm: true }, frame)
}
