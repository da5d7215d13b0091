import type { Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'
import { briefChecks } from './answers.ts'
import { differenceTable } from './differences.ts'
import { mainPairs, mixedAlphabets } from './facts.ts'
import { fitting } from './fitting.ts'
import { type Html, html } from './html.ts'
import { isGood, verdictPanel, vouchesForContent } from './verdict.ts'

const maxShownBytes = 21_400

function presented(report: Report, position: number, messages: Messages): Html {
  const words = messages.pages.report
  const isSigned = vouchesForContent(report)
  return html`<section class="presented"><h2>${words.presentation.nth(position)}</h2>
${verdictPanel(report, messages, 'h3')}
${differenceTable(report, messages)}
${isSigned ? html`<dl class="pairs main">${mainPairs(report, messages)}</dl>${mixedAlphabets(report, messages)}` : html`<p class="withheld">${words.factsWithheld}</p>`}
${briefChecks(report, words.presentation.nth(position), messages)}</section>`
}

interface Item {
  readonly isGood: boolean
  readonly markup: Html
}

/** In their order while there is room for all; else what did not pass comes first, for it must not be what is left out. */
function troubleFirst(items: readonly Item[]): readonly Html[] {
  const all = items.map(({ markup }) => markup)
  if (fitting(all, maxShownBytes).rest === 0) return all
  return [...items].sort((a, b) => Number(a.isGood) - Number(b.isGood)).map(({ markup }) => markup)
}

/** Each of several credentials that were presented together, with its own verdict and facts. */
export function presentedCredentials(report: Report, messages: Messages): Html {
  const words = messages.pages.report
  const { credentials = [] } = report
  const items = credentials.map((each, index) => ({
    isGood: isGood(each),
    markup: presented(each, index + 1, messages),
  }))
  const { shown, rest } = fitting(troubleFirst(items), maxShownBytes)
  return html`<section><h2>${words.presentation.count(credentials.length)}</h2><p>${words.presentation.note}</p></section>
${shown}
${rest > 0 && html`<p class="note">${words.more(rest)}</p>`}`
}
