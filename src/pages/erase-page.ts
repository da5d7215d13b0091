import { messagesFor } from '../messages/offered.ts'
import { nameOf } from './foreign.ts'
import { formToken } from './form-token.ts'
import { type HolderFrame, holderPage } from './holder-frame.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { noticeOf } from './notice.ts'
import { ownPath } from './safe-url.ts'

export interface EraseView {
  /** The one that is to go; all of them without. */
  readonly award?: { readonly id: string; readonly title: string }
  /** Whether it was asked for without saying that one knows what it means. */
  readonly isUnsure?: boolean
}

const list = (items: readonly string[]) =>
  html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`

/** `/my/erase` and `/my/{id}/erase`: what goes, what stays, and the button for whoever has read it. */
export function erasePage({ award, isUnsure = false }: EraseView, frame: HolderFrame): Html {
  const words = messagesFor(frame.language).pages.holder.rights.erase
  const title = award ? words.one : words.all
  const back = award ? ownPath('my', award.id) : ownPath('my')
  const action = award ? ownPath('my', award.id, 'erase') : ownPath('my', 'erase')
  const main = html`<h1>${title}</h1>
${award && html`<p class="whose">${nameOf(award.title)}</p>`}
${isUnsure && noticeOf(words.unsure)}
<p class="lead">${award ? words.oneLead : words.allLead}</p>
<h2>${words.goes}</h2>${list(award ? words.goesOne : words.goesAll)}
<h2>${words.stays}</h2>${list(words.staysItems)}
<p><a href="/my/all.zip" download>${words.takeFirst}</a></p>
<form class="settle" method="post" action="${action}">${formToken(frame)}
<p class="tick"><input type="checkbox" name="sure" id="sure" value="yes" required> <label for="sure">${words.sure}</label></p>
<p class="send"><button type="submit">${words.submit}</button> <a href="${back}">${words.keep}</a></p></form>`
  return holderPage({ title, main }, frame)
}

/** After everything is erased: there is nobody any more who could be signed in. */
export function allErasedPage(frame: Frame): Html {
  const { title, remedy } = messagesFor(frame.language).pages.holder.rights.erase.doneAll
  return page({ title, main: html`<h1>${title}</h1><p class="lead">${remedy}</p>` }, frame)
}
