import { messagesFor } from '../messages/offered.ts'
import { formToken, type SignedInFrame } from './form-token.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'

export type HolderFrame = SignedInFrame

/** A page of a learner who is signed in, with the way back to all that is theirs, and out. */
export function holderPage(
  { title, main }: { readonly title: string; readonly main: Html },
  frame: HolderFrame,
): Html {
  const words = messagesFor(frame.language).pages.holder
  const here = frame.path === '/my' && html` aria-current="page"`
  const bar = html`<div class="desk-bar"><nav aria-label="${words.title}"><ul>
<li><a href="/my"${here}>${words.title}</a></li>
</ul></nav>
<form method="post" action="/my/sign-out">${formToken(frame)}<button type="submit" class="quiet">${words.signOut}</button></form></div>
`
  return page({ title, main: html`${bar}${main}` }, frame)
}

/** What was done, in a sentence above what it changed. */
export const said = (sentence: string) => html`<p class="said" role="status">${sentence}</p>`
