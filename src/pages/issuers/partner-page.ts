import type { CatalogueAchievement } from '../../learning/catalogue.ts'
import type { Partner } from '../../learning/partner.ts'
import { messagesFor } from '../../messages/offered.ts'
import { phrase } from '../achievement-pages.ts'
import { day, pair } from '../facts.ts'
import { linkOr, nameOf } from '../foreign.ts'
import { type Html, html } from '../html.ts'
import { independentCheck, keySection, type PublishedKey } from '../issuer-page.ts'
import { type Frame, page } from '../layout.ts'
import { ownPath } from '../safe-url.ts'

export interface PartnerView {
  readonly partner: Partner
  /** Name of whom it issues on behalf of. */
  readonly programme: string
  /** Those in its scope, in the order of the catalogue. */
  readonly achievements: readonly CatalogueAchievement[]
  readonly did: string
  readonly keys: readonly PublishedKey[]
}

/** `/issuers/{id}`: a partner, on whose behalf and what it issues, with which keys, and how to check that. */
export function partnerPage(view: PartnerView, frame: Frame): Html {
  const { partner, programme, achievements, did, keys } = view
  const messages = messagesFor(frame.language)
  const { partners: words, pages } = messages
  const { from, until } = partner.scope
  const items = achievements.map(
    ({ id, name }) =>
      html`<li><a href="${ownPath('achievements', id)}">${phrase(name, frame.language)}</a></li>`,
  )
  const folder = `/issuers/${partner.id}`
  const main = html`<p class="kind">${words.kind}</p>
<h1>${nameOf(partner.name)}</h1>
<p class="lead">${phrase(partner.description, frame.language)}</p>
<p>${words.lead(programme)}</p>
<dl class="pairs">
${pair(words.onBehalfOf, html`<a href="/issuer">${nameOf(programme)}</a>`)}
${pair(pages.issuer.did, html`<code>${did}</code>`)}
${pair(pages.issuer.site, partner.url === null ? null : linkOr(partner.url, partner.url))}
</dl>
<section><h2>${words.mandate}</h2>
<p>${words.mandateText(programme)}</p>
<dl class="pairs">
${pair(words.begins, day(from, messages))}
${pair(words.ends, day(until ?? undefined, messages))}
</dl>
<h3>${words.achievements}</h3>
<ul>${items}</ul>
<p>${linkOr(`${folder}/mandate.json`, words.mandateDocument)}</p></section>
${keySection(keys, messages)}
${independentCheck(`${folder}/did.json`, messages)}`
  return page({ title: partner.name, main, section: 'issuer' }, frame)
}
