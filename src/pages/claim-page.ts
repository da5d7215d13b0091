import type { RefusalCode } from '../errors.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { noticeOf } from './notice.ts'
import { ownPath, safeUrl } from './safe-url.ts'

/** What a link of a letter opens. */
export interface ClaimView {
  /** The secret of its address. */
  readonly secret: string
  readonly initials: string
  /** How many credentials there are. */
  readonly count: number
  /** Whether the browser sent back no cookie. */
  readonly isCookieMissing?: boolean
}

/** `/claim/{secret}`: one button, since programs that look through mail follow links as well. */
export function claimPage(view: ClaimView, frame: Frame): Html {
  const { secret, initials, count } = view
  const { claim } = messagesFor(frame.language).pages.holder
  const main = html`<h1>${claim.title}</h1>
<p class="lead">${claim.lead(initials, count)}</p>
${view.isCookieMissing === true && noticeOf(claim.noCookie)}
<form class="check" method="post" action="${ownPath('claim', secret)}">
<p class="send"><button type="submit">${claim.submit}</button></p>
<p class="note">${claim.note}</p>
</form>`
  return page({ title: claim.title, main }, frame)
}

/** Why a link opens nothing; `away` where somebody came without one. */
export type NoClaim = 'used' | 'ended' | 'unknown' | 'away'

export interface NewLinkView {
  readonly why: NoClaim
  /** Whether letters can be sent at all; otherwise the page says whom to ask. */
  readonly isOffered: boolean
  readonly issuer: { readonly name: string; readonly url: string | null }
  readonly isSent?: boolean
  readonly problem?: RefusalCode | 'wrong'
  readonly given?: string
}

const maxGivenLength = 300

function form({ given = '', problem }: NewLinkView, messages: Messages): Html {
  const words = messages.pages.holder.newLink
  return html`<form class="check" method="post" action="/claim">
<p class="field"><label for="email">${words.email}</label>
<input type="email" id="email" name="email" required maxlength="254" autocomplete="email" spellcheck="false" dir="ltr" value="${given.slice(0, maxGivenLength)}" aria-describedby="email-hint"${problem === 'wrong' && html` aria-invalid="true"`}>
<small id="email-hint">${words.emailHint}</small></p>
<p class="send"><button type="submit">${words.submit}</button></p>
<p class="note">${words.privacy}</p>
</form>`
}

function whomToAsk({ issuer }: NewLinkView, messages: Messages): Html {
  const url = issuer.url === null ? undefined : safeUrl(issuer.url)
  return html`<p>${messages.pages.holder.newLink.notOffered(issuer.name)}</p>
${url && html`<p><a href="${url}" rel="noopener noreferrer">${issuer.url}</a></p>`}`
}

function problemTold({ problem }: NewLinkView, messages: Messages) {
  if (problem === undefined) return undefined
  return problem === 'wrong' ? messages.pages.holder.newLink.wrong : messages.refusals[problem]
}

/** `/claim`, and whatever link opens nothing: why, and the form that sends another. */
export function newLinkPage(view: NewLinkView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const { claim, newLink } = messages.pages.holder
  const problem = problemTold(view, messages)
  const told = view.isSent === true ? newLink.sent : claim[view.why]
  const main = html`<h1>${told.title}</h1>
<p class="lead">${told.remedy}</p>
${problem && noticeOf(problem)}
${view.isOffered ? view.isSent !== true && html`<h2>${newLink.title}</h2>${form(view, messages)}` : whomToAsk(view, messages)}`
  return page({ title: problem ? `${problem.title} · ${told.title}` : told.title, main }, frame)
}
