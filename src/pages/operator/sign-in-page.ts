import type { RefusalCode } from '../../errors.ts'
import { messagesFor } from '../../messages/offered.ts'
import { type Html, html } from '../html.ts'
import { type Frame, page } from '../layout.ts'
import { noticeOf } from '../notice.ts'
import { samePath } from '../safe-url.ts'

/** Why somebody is asked to sign in, and what for. */
export interface OperatorSignInView {
  /** What was wrong; `ended` where there is no session any more, `not-done` where a form was sent without one. */
  readonly problem?: RefusalCode | 'ended' | 'not-done'
  /** Path of the page to go on to. */
  readonly next?: string
  /** What was typed as the login. */
  readonly login?: string
  /** By whose word one may sign in as well. */
  readonly organisation: string | null
}

/** The form that takes a name and password, a token, or the way to an organisation. */
export function operatorSignInPage(view: OperatorSignInView, frame: Frame): Html {
  const { problem, next = '/desk', login = '', organisation } = view
  const messages = messagesFor(frame.language)
  const { signIn } = messages.pages.operator
  const own: Partial<Record<string, { title: string; remedy: string }>> = signIn.problems
  const told = problem && (own[problem] ?? messages.refusals[problem as RefusalCode])
  const goingOn = html`<input type="hidden" name="next" value="${next}">`
  const away = samePath('/desk/sign-in/organisation', `next=${encodeURIComponent(next)}`)
  const main = html`<h1>${signIn.title}</h1>
${told ? noticeOf(told) : html`<p class="lead">${signIn.lead}</p>`}
${organisation !== null && html`<p class="send"><a class="button" href="${away}">${signIn.by(organisation)}</a></p>`}
<form class="check" method="post" action="/desk/sign-in">${goingOn}
<p class="field"><label for="login">${signIn.login}</label>
<input type="text" id="login" name="login" value="${login}" required maxlength="200" autocomplete="username" spellcheck="false" autocapitalize="none" dir="auto"></p>
<p class="field"><label for="password">${signIn.password}</label>
<input type="password" id="password" name="password" required maxlength="1000" autocomplete="current-password"></p>
<p class="send"><button type="submit">${signIn.submit}</button></p>
<p class="note">${signIn.privacy}</p>
</form>
<details><summary>${signIn.withToken}</summary>
<form class="check" method="post" action="/desk/sign-in">${goingOn}
<p class="field"><label for="token">${signIn.token}</label>
<input type="password" id="token" name="token" required maxlength="300" autocomplete="off" spellcheck="false" dir="ltr"></p>
<p class="send"><button type="submit">${signIn.submit}</button></p>
</form></details>`
  return page({ title: told ? `${told.title} · ${signIn.title}` : signIn.title, main }, frame)
}

/** Leads on by a request of our own: a browser that came from elsewhere would leave the new cookie at home. */
export function goOnPage(next: string, frame: Frame): Html {
  const { signIn } = messagesFor(frame.language).pages.operator
  const here = samePath(next, 'in=1')
  const main = html`<h1>${signIn.title}</h1><p class="lead"><a class="button" href="${here}">${signIn.goOn}</a></p>`
  return page({ title: signIn.title, main }, frame)
}
