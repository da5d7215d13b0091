import type { Catalogue } from '../learning/catalogue.ts'
import type { Partner } from '../learning/partner.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import type { KeyState } from '../messages/page-messages.ts'
import { phrase } from './achievement-pages.ts'
import { day, pair } from './facts.ts'
import { linkOr, nameOf } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'

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
  /** Those who issue on its behalf. */
  readonly partners: readonly Pick<Partner, 'id' | 'name' | 'description'>[]
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

/** The keys of an issuer, those in use first. */
export function keySection(keys: readonly PublishedKey[], messages: Messages): Html {
  const words = messages.pages.issuer
  return html`<section><h2>${words.keys}</h2>
${keys.length > 0 ? keysByState(keys, messages) : html`<p>${words.noKeys}</p>`}
<p class="note">${words.keysNote}</p></section>`
}

/** How to check without trusting this site. */
export function independentCheck(didDocument: string, messages: Messages): Html {
  const words = messages.pages.issuer
  return html`<section><h2>${words.independent}</h2>
<ol>${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
<p>${linkOr(didDocument, words.didDocument)}</p></section>`
}

/** Those who issue on behalf of the programme; nothing where it issues alone. */
function partnerSection({ partners }: IssuerView, frame: Frame): Html | false {
  const words = messagesFor(frame.language).partners
  const items = partners.map(
    ({ id, name, description }) =>
      html`<li><a href="${ownPath('issuers', id)}">${nameOf(name)}</a>: ${phrase(description, frame.language)}</li>`,
  )
  return (
    partners.length > 0 &&
    html`<section><h2>${words.partners}</h2>
<p>${words.partnersText}</p>
<ul>${items}</ul></section>`
  )
}

/** `/issuer`: who signs, with which keys, and how to check without trusting this site. */
export function issuerPage(view: IssuerView, frame: Frame): Html {
  const { issuer, did, keys, didDocument } = view
  const messages = messagesFor(frame.language)
  const words = messages.pages.issuer
  const main = html`<p class="kind">${words.title}</p>
<h1>${nameOf(issuer.name)}</h1>
<p class="lead">${phrase(issuer.description, frame.language)}</p>
<p>${view.partners.length > 0 ? messages.partners.programmeLead : words.lead}</p>
<dl class="pairs">
${pair(words.did, html`<code>${did}</code>`)}
${pair(words.site, issuer.url === null ? null : linkOr(issuer.url, issuer.url))}
</dl>
${partnerSection(view, frame)}
${keySection(keys, messages)}
${independentCheck(didDocument, messages)}`
  return page({ title: words.title, main, section: 'issuer' }, frame)
}
