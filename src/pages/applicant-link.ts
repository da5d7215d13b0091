import { nameOf, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { ownPath } from './safe-url.ts'

/** Whose a decision is, as far as that is known. */
export interface KnownApplicant {
  readonly decision: string
  readonly reference: string | null
  readonly name: string | null
  readonly isErased: boolean
}

/** Reference and name, whichever there is, and the way to the decision, which an erased one no longer has. */
export function applicantLink(
  { decision, reference, name, isErased }: KnownApplicant,
  words: { readonly unnamed: string; readonly erased: string },
  maxChars?: number,
): Html {
  if (isErased) return html`<em>${words.erased}</em>`
  const main = reference ?? name
  const label = main === null ? words.unnamed : nameOf(shortened(main, maxChars))
  return html`<a href="${ownPath('provider', 'decisions', decision)}">${label}</a>${reference !== null && name !== null && html`<br><small>${nameOf(shortened(name, maxChars))}</small>`}`
}
