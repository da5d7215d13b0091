import type { Facts, Report } from '../checking/report.ts'
import { formatDate } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import { fitting } from './fitting.ts'
import { mixesAlphabets, nameOf, personName, shortened } from './foreign.ts'
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
  const exact = shortened(iso, 40)
  return html`<time datetime="${exact}">${formatDate(exact, messages.language)}</time>`
}

// Identifiers are not links: this page must not lead readers to an address that a forger chose.
const identifier = (id: string | undefined) =>
  id === undefined ? undefined : html`<code dir="ltr">${shortened(id)}</code>`

const named = (name: string | undefined) => (name === undefined ? undefined : nameOf(name))

/** Who issued it, the address first: a name can be claimed by anyone, an address cannot. */
export function issuerLine(issuer: NonNullable<Facts['issuer']>, messages: Messages): Html {
  const { labels, noDomain } = messages.pages.report
  const domain = domainOf(issuer.id)
  const address =
    domain === undefined
      ? html`<code class="domain" dir="ltr">${shortened(issuer.id)}</code> <small>${noDomain}</small>`
      : html`<strong class="domain" dir="ltr">${domain}</strong>`
  return html`${address}
${issuer.name !== undefined && html`<span class="claimed">${labels.claimedName}: ${nameOf(issuer.name)}</span>`}
${behalfLine(issuer.onBehalfOf, messages)}`
}

/** Who mandated the issuer, by the address first as well. */
function behalfLine(
  mandatedBy: NonNullable<Facts['issuer']>['onBehalfOf'],
  { partners }: Messages,
): Html | false {
  if (!mandatedBy) return false
  const { id, name } = mandatedBy
  const address = html`<span class="domain" dir="ltr">${domainOf(id) ?? shortened(id)}</span>`
  return html`<span class="claimed">${partners.onBehalfOf}: ${name === undefined ? address : html`${nameOf(name)} (${address})`}</span>`
}

/** The four things a reader looks for: who, what, by whom, when; by whom first, where that is the question. */
export function mainPairs({ answers, facts }: Report, messages: Messages): Html {
  const { labels } = messages.pages.report
  const title = facts.achievement?.name ?? facts.title
  const label = facts.achievement ? labels.achievement : labels.credential
  const { awardedDate } = facts
  const byWhom = pair(labels.issuedBy, facts.issuer && issuerLine(facts.issuer, messages))
  const isFirst = answers.issuer !== 'known'
  return html`${isFirst && byWhom}
${pair(labels.recipient, facts.recipient !== undefined && personName(facts.recipient))}
${pair(label, named(title))}
${!isFirst && byWhom}
${pair(labels.awarded, day(awardedDate, messages))}
${awardedDate === undefined && pair(labels.from, day(facts.validFrom, messages))}
${pair(labels.until, day(facts.validUntil, messages))}`
}

const maxResults = 40
const maxResultBytes = 3_000

function otherPairs(facts: Facts, messages: Messages): Html {
  const { labels, more } = messages.pages.report
  const { achievement, issuer, results = [] } = facts
  const title = achievement && facts.title !== achievement.name ? facts.title : undefined
  const hasDomain = issuer !== undefined && domainOf(issuer.id) !== undefined
  const pairs = results
    .slice(0, maxResults)
    .map(({ name, value }) => html`<div><dt>${shortened(name)}</dt><dd>${nameOf(value)}</dd></div>`)
  const { shown } = fitting(pairs, maxResultBytes)
  const rest = results.length - shown.length
  return html`${pair(labels.credential, named(title))}
${shown}
${rest > 0 && pair('…', more(rest))}
${facts.awardedDate !== undefined && pair(labels.from, day(facts.validFrom, messages))}
${hasDomain && pair(labels.issuerId, identifier(issuer?.id))}
${pair(labels.id, identifier(facts.id))}`
}

/** A warning where a name mixes letters that look alike. */
export function mixedAlphabets({ facts }: Report, messages: Messages): Html | false {
  const names = [facts.issuer?.name, facts.recipient].filter((name) => name !== undefined)
  return (
    names.some((name) => mixesAlphabets(shortened(name))) &&
    html`<p class="notice">${messages.pages.report.mixedAlphabets}</p>`
  )
}

/** What is signed, or why nothing is shown: unsigned claims never look like facts, whatever the report holds. */
export function factList(report: Report, messages: Messages): Html {
  const words = messages.pages.report
  const { facts } = report
  if (!vouchesForContent(report))
    return html`<section><h2>${words.facts}</h2><p class="withheld">${words.factsWithheld}</p></section>`
  return html`<section><h2>${words.facts}</h2>
<dl class="pairs main">
${mainPairs(report, messages)}
</dl>
${mixedAlphabets(report, messages)}
<dl class="pairs">
${otherPairs(facts, messages)}
</dl>
<p class="note">${words.factsNote}</p></section>`
}

const maxSkills = 60
const maxOpenSkills = 8
const maxSkillBytes = 5_000

/** Skills and frameworks, as text: where their addresses lead is the issuer's word alone. */
export function skillList(report: Report, messages: Messages): Html | false {
  const words = messages.pages.report
  const { alignments = [] } = report.facts
  if (!vouchesForContent(report) || alignments.length === 0) return false
  const items = alignments.slice(0, maxSkills).map(({ name, framework, code }) => {
    const origin = [framework, code].filter((part) => part !== undefined && part !== '')
    return html`<li>${nameOf(name)}${origin.length > 0 && html` <small>${nameOf(origin.join(': '))}</small>`}</li>`
  })
  const { shown } = fitting(items, maxSkillBytes)
  const rest = alignments.length - shown.length
  const list = html`<ul class="skills">${shown}</ul>
${rest > 0 && html`<p class="note">${words.more(rest)}</p>`}`
  // A long list must not stand between a reader with a telephone and how it was checked.
  return alignments.length > maxOpenSkills
    ? html`<details><summary>${words.skills} (${alignments.length})</summary>${list}</details>`
    : html`<section><h2>${words.skills}</h2>${list}</section>`
}
