import type { Catalogue } from '../learning/catalogue.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import type { KeyState } from '../messages/page-messages.ts'
import { phrase } from './achievement-pages.ts'
import { day, pair } from './facts.ts'
import { linkOr, nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'

export interface PublishedKey {
  /** `did:web:…#…`, as credentials name it. */
  readonly id: string
  /** Say `Ed25519` or `P-256`. */
  readonly algorithm: string
  readonly state: KeyState
  /** ISO 8601: when it came into this state. */
  readonly since: string
}

export interface IssuerView {
  readonly issuer: Catalogue['issuer']
  readonly did: string
  readonly keys: readonly PublishedKey[]
  /** Path of the DID document. */
  readonly didDocument: string
}

const states: readonly KeyState[] = ['active', 'verify-only', 'compromised']

function keysByState(keys: readonly PublishedKey[], messages: Messages): readonly Html[] {
  const words = messages.pages.issuer
  return states.flatMap((state) => {
    const own = keys.filter((key) => key.state === state)
    if (own.length === 0) return []
    const items = own.map(
      ({ id, algorithm, since }) =>
        html`<li><code>${id}</code> <small>${algorithm}, ${words.keySince} ${day(since, messages)}</small></li>`,
    )
    const { title, text } = words.keyStates[state]
    return [html`<h3>${title}</h3><p>${text}</p><ul>${items}</ul>`]
  })
}

/** `/issuer`: who signs, with which keys, and how to check without trusting this site. */
export function issuerPage({ issuer, did, keys, didDocument }: IssuerView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.issuer
  const main = html`<p class="kind">${words.title}</p>
<h1>${nameOf(issuer.name)}</h1>
<p class="lead">${phrase(issuer.description, frame.language)}</p>
<p>${words.lead}</p>
<dl class="pairs">
${pair(words.did, html`<code>${did}</code>`)}
${pair(words.site, issuer.url === null ? null : linkOr(issuer.url, issuer.url))}
</dl>
<section><h2>${words.keys}</h2>
${keys.length > 0 ? keysByState(keys, messages) : html`<p>${words.noKeys}</p>`}
<p class="note">${words.keysNote}</p></section>
<section><h2>${words.independent}</h2>
<ol>${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
<p>${linkOr(didDocument, words.didDocument)}</p></section>`
  return page({ title: words.title, main, section: 'issuer' }, frame)
}
