import type { Facts, Report } from '../checking/report.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { mixesAlphabets, nameOf } from './foreign.ts'
import { type Html, html, type Part } from './html.ts'
import { domainOf } from './safe-url.ts'
import { vouchesForContent } from './verdict.ts'

/** One term and what it is; nothing where there is no value. */
export function pair(term: string, value: Part): Html | false {
  return (
    value !== undefined &&
    value !== false &&
    value !== null &&
    html`<div><dt>${term}</dt><dd>${value}</dd></div>`
  )
}

/** A day in words, with the exact form for programs. */
export function day(iso: string | undefined, messages: Messages): Html | undefined {
  if (iso === undefined) return undefined
  return html`<time datetime="${iso}">${formatDate(iso, messages.language)}</time>`
}

// Identifiers are not links: this page must not lead readers to an address that a forger chose.
const identifier = (id: string | undefined) =>
  id === undefined ? undefined : html`<code dir="ltr">${id}</code>`

const named = (name: string | undefined) => (name === undefined ? undefined : nameOf(name))

/** Who issued it, the address first: a name can be claimed by anyone, an address cannot. */
function issuerPairs(issuer: NonNullable<Facts['issuer']>, messages: Messages): Html {
  const words = messages.pages.report
  const domain = domainOf(issuer.id)
  return html`${pair(words.labels.domain, domain === undefined ? words.noDomain : html`<strong class="domain" dir="ltr">${domain}</strong>`)}
${pair(words.labels.issuerId, identifier(issuer.id))}
${pair(words.labels.claimedName, named(issuer.name))}`
}

function factPairs(facts: Facts, messages: Messages): Html {
  const { labels } = messages.pages.report
  const title = facts.title === facts.achievement?.name ? undefined : facts.title
  return html`${pair(labels.recipient, named(facts.recipient))}
${pair(labels.achievement, named(facts.achievement?.name))}
${pair(labels.credential, named(title))}
${facts.issuer && issuerPairs(facts.issuer, messages)}
${pair(labels.awarded, day(facts.awardedDate, messages))}
${pair(labels.from, day(facts.validFrom, messages))}
${pair(labels.until, day(facts.validUntil, messages))}
${facts.results?.map(({ name, value }) => pair(name, nameOf(value)))}
${pair(labels.id, identifier(facts.id))}`
}

/** What is signed, or why nothing is shown: unsigned claims never look like facts, whatever the report holds. */
export function factList(report: Report, messages: Messages): Html {
  const words = messages.pages.report
  const { facts } = report
  if (!vouchesForContent(report))
    return html`<section><h2>${words.facts}</h2><p class="withheld">${words.factsWithheld}</p></section>`
  const names = [facts.issuer?.name, facts.recipient].filter((name) => name !== undefined)
  return html`<section><h2>${words.facts}</h2>
<dl class="pairs facts">
${factPairs(facts, messages)}
</dl>
${names.some(mixesAlphabets) && html`<p class="notice">${words.mixedAlphabets}</p>`}
<p class="note">${words.factsNote}</p></section>`
}
