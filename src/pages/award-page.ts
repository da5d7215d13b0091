import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { mistakeSection } from './award-mistake.ts'
import { shareSection } from './award-shares.ts'
import type { AwardView } from './award-view.ts'
import { day, pair } from './facts.ts'
import { inTongue, nameOf, personName } from './foreign.ts'
import { formToken } from './form-token.ts'
import { type HolderFrame, holderPage, said } from './holder-frame.ts'
import { type Html, html } from './html.ts'
import { noticeOf } from './notice.ts'
import { ownPath, safeUrl } from './safe-url.ts'
import { stateLine } from './wall-page.ts'

const choices = ['private', 'link', 'public'] as const

function visibilityForm(view: AwardView, messages: Messages, frame: HolderFrame) {
  const { id, visibility, done } = view
  const words = messages.pages.holder.visibility
  const radios = choices.map(
    (choice) =>
      html`<p class="tick"><input type="radio" name="visibility" id="${choice}" value="${choice}" aria-describedby="${choice}-hint"${choice === visibility && html` checked`}> <span><label for="${choice}"><strong>${words.choices[choice].label}</strong></label><br><small id="${choice}-hint">${words.choices[choice].hint}</small></span></p>`,
  )
  return html`<form class="settle screen" id="visibility" method="post" action="${ownPath('my', id, 'visibility')}#visibility">${formToken(frame)}
${done === 'visibility' && said(words.saved)}
<fieldset><legend>${words.title}</legend>${radios}</fieldset>
<p class="send"><button type="submit">${words.save}</button></p></form>`
}

function publicLink({ page, visibility }: AwardView, messages: Messages): Html {
  const words = messages.pages.holder.award
  const isPrivate = visibility === 'private'
  const url = safeUrl(page)
  const shown =
    isPrivate || !url
      ? html`<code dir="ltr">${page}</code>`
      : html`<a href="${url}" dir="ltr">${page}</a>`
  return html`<section><h2>${words.link}</h2><p>${shown}</p><p class="note">${isPrivate ? words.linkPrivate : words.linkNote}</p></section>`
}

function files({ id, files: kinds }: AwardView, messages: Messages): Html {
  const words = messages.pages.credential
  const items = kinds.map((kind) => {
    const { label, use } = words.formats[kind]
    return html`<li><a href="${ownPath('my', `${id}.${kind}`)}" download>${label}</a> <span>${use}</span></li>`
  })
  return html`<section class="screen"><h2>${words.downloads}</h2><ul class="files">${items}</ul></section>`
}

/** Whether it is something to show; what the checking side finds beside the ledger is on its public page. */
const stands = ({ state }: AwardView) => state === 'active'

function posts(view: AwardView, messages: Messages): Html | false {
  const words = messages.pages.credential
  if (!stands(view)) return false
  if (view.visibility === 'private')
    return html`<p class="note screen">${messages.pages.holder.award.postPrivate}</p>`
  const buttons = [
    { url: safeUrl(view.linkedInProfile), label: words.addToProfile },
    { url: safeUrl(view.linkedInPost), label: words.sharePost },
  ].map(
    ({ url, label }) =>
      url && html`<a class="button" href="${url}" rel="noopener noreferrer">${label}</a> `,
  )
  return html`<p class="screen">${buttons}</p>`
}

function walletForm(view: AwardView, messages: Messages, frame: HolderFrame): Html | false {
  const words = messages.pages.holder.rights.wallet
  return (
    stands(view) &&
    html`<form class="settle screen" method="post" action="${ownPath('my', view.id, 'wallet')}">${formToken(frame)}
${view.copyRevokedAt !== undefined && html`<p class="note">${messages.safety.copyRevoked(formatDate(view.copyRevokedAt, messages.language))}</p>`}<p>${words.lead}</p><p class="send"><button type="submit" class="quiet">${words.submit}</button></p></form>`
  )
}

/** `/my/{id}`: one of theirs, with everything that its holder can do with it. */
export function awardPage(view: AwardView, frame: HolderFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.credential
  // What a form could not do is said where that form is.
  const problem = view.given || view.wish ? undefined : view.problem
  const { erase } = messages.pages.holder.rights
  const main = html`<section class="plate"><img src="${ownPath('achievements', `${view.achievement}.png`)}" width="160" height="160" alt="">
<div class="award"><p class="person">${personName(view.recipient)}</p>
<h1${inTongue(view.inLanguage)}>${nameOf(view.title)}</h1>
<p class="small">${stateLine(view.state, messages)}</p></div>
<dl class="imprint">${pair(words.awardedOn, day(view.awardedOn, messages))}</dl></section>
${problem && noticeOf(messages.refusals[problem])}
${publicLink(view, messages)}
${posts(view, messages)}
${files(view, messages)}
${walletForm(view, messages, frame)}
${visibilityForm(view, messages, frame)}
${shareSection(view, messages, frame)}
${mistakeSection(view, messages, frame)}
<section class="screen"><h2>${erase.title}</h2><p><a href="${ownPath('my', view.id, 'erase')}">${erase.one}</a></p></section>`
  return holderPage({ title: view.title, main }, frame)
}
