import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import type { AwardView, CorrectionView } from './award-view.ts'
import { shortened } from './foreign.ts'
import { formToken } from './form-token.ts'
import { type HolderFrame, said } from './holder-frame.ts'
import { type Html, html } from './html.ts'
import { noticeOf } from './notice.ts'
import { ownPath } from './safe-url.ts'

const maxShown = 500

/** What became of what was reported; the reasons of the operator stay private. */
function report(correction: CorrectionView, messages: Messages): Html {
  const words = messages.pages.holder.rights.mistake
  const day = (at: string | null) => formatDate(at ?? '', messages.language)
  const { state, askedAt, settledAt, name, note, answer } = correction
  const outcomes = {
    asked: words.waiting,
    reserved: words.waiting,
    declined: words.declinedOn(day(settledAt)),
    done: words.correctedOn(day(settledAt)),
    void: words.voided,
  }
  return html`<li><strong>${words.askedOn(day(askedAt))}</strong>
${name !== undefined && html`<p>${words.name}: <bdi>${shortened(name)}</bdi></p>`}
${note !== undefined && html`<p><q>${shortened(note, maxShown)}</q></p>`}
<p>${outcomes[state]}</p>
${answer !== null && html`<p>${words.answer}: <q>${shortened(answer, maxShown)}</q></p>`}</li>`
}

function form({ id, wish }: AwardView, messages: Messages, frame: HolderFrame): Html {
  const words = messages.pages.holder.rights.mistake
  return html`<form class="settle" method="post" action="${ownPath('my', id, 'mistake')}#mistake">${formToken(frame)}
<p class="field"><label for="right-name">${words.name}</label>
<input id="right-name" name="name" maxlength="200" autocomplete="name" spellcheck="false" value="${wish?.name ?? ''}" aria-describedby="right-name-hint"><small id="right-name-hint">${words.nameHint}</small></p>
<p class="field"><label for="note">${words.note}</label>
<textarea id="note" name="note" rows="3" maxlength="2000" aria-describedby="note-hint">${wish?.note ?? ''}</textarea><small id="note-hint">${words.noteHint}</small></p>
<p class="send"><button type="submit">${words.submit}</button></p></form>`
}

/** What was reported and what became of it, and the form that reports a mistake where none is looked at. */
export function mistakeSection(view: AwardView, messages: Messages, frame: HolderFrame): Html {
  const words = messages.pages.holder.rights.mistake
  const { corrections } = view
  const isOpen = corrections.some(({ state }) => state === 'asked' || state === 'reserved')
  const list =
    corrections.length > 0 &&
    html`<ul class="gaps">${corrections.map((each) => report(each, messages))}</ul>`
  const { done, problem, wish } = view
  return html`<section class="screen" id="mistake"><h2>${words.title}</h2>
${done === 'reported' && said(words.sent)}
${wish && problem && noticeOf(messages.refusals[problem])}
<p>${words.lead}</p>
${list}${!isOpen && view.state === 'active' && form(view, messages, frame)}</section>`
}
