import type { RefusalCode } from '../errors.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { noticeOf } from './notice.ts'

/** Why somebody is asked to sign in, and what for. */
export interface SignInView {
  /**
   * What was wrong with the token that was given; `ended` where there is no session any more, `kept` where besides a
   * form was sent that is filled in again afterwards, `not-done` where it is not.
   */
  readonly problem?: RefusalCode | 'ended' | 'kept' | 'not-done'
  /** Path of the page to go on to. */
  readonly next?: string
  /** What was typed into another form, and where that goes to. */
  readonly kept?: {
    readonly path: string
    readonly fields: readonly (readonly [name: string, text: string])[]
  }
}

const keptFields = ({ kept }: SignInView) =>
  kept &&
  html`<input type="hidden" name="kept" value="${kept.path}">${kept.fields.map(
    ([name, text]) => html`<input type="hidden" name="kept:${name}" value="${text}">`,
  )}`

/** The form that takes the token of a provider. */
export function signInPage(view: SignInView, frame: Frame): Html {
  const { problem, next } = view
  const messages = messagesFor(frame.language)
  const { signIn } = messages.pages.desk
  const own: Partial<Record<string, { title: string; remedy: string }>> = signIn.problems
  const told = problem && (own[problem] ?? messages.refusals[problem as RefusalCode])
  const main = html`<h1>${signIn.title}</h1>
${told ? noticeOf(told) : html`<p class="lead">${signIn.lead}</p>`}
<form class="check" method="post" action="/provider/sign-in">
${next !== undefined && html`<input type="hidden" name="next" value="${next}">`}${keptFields(view)}
<p class="field"><label for="token">${signIn.token}</label>
<input type="password" id="token" name="token" required maxlength="300" autocomplete="current-password" spellcheck="false" dir="ltr" aria-describedby="token-hint">
<small id="token-hint">${signIn.tokenHint}</small></p>
<p class="send"><button type="submit">${signIn.submit}</button></p>
<p class="note">${signIn.privacy}</p>
</form>`
  return page({ title: told ? `${told.title} · ${signIn.title}` : signIn.title, main }, frame)
}
