import type { Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'
import { briefChecks } from './answers.ts'
import { differenceTable } from './differences.ts'
import { mainPairs, mixedAlphabets } from './facts.ts'
import { fitting } from './fitting.ts'
import { type Html, html } from './html.ts'
import { verdictPanel, vouchesForContent } from './verdict.ts'

const maxShown = 8
const maxShownBytes = 22_000

function presented(report: Report, position: number, messages: Messages): Html {
  const words = messages.pages.report
  const isSigned = vouchesForContent(report)
  return html`<section class="presented"><h2>${words.presentation.nth(position)}</h2>
${verdictPanel(report, messages, 'h3')}
${differenceTable(report, messages)}
${isSigned ? html`<dl class="pairs main">${mainPairs(report, messages)}</dl>${mixedAlphabets(report, messages)}` : html`<p class="withheld">${words.factsWithheld}</p>`}
${briefChecks(report, words.presentation.nth(position), messages)}</section>`
}

/** Each of several credentials that were presented together, with its own verdict and facts. */
export function presentedCredentials(report: Report, messages: Messages): Html {
  const words = messages.pages.report
  const { credentials = [] } = report
  const items = credentials
    .slice(0, maxShown)
    .map((each, index) => presented(each, index + 1, messages))
  const { shown } = fitting(items, maxShownBytes)
  const rest = credentials.length - shown.length
  return html`<section><h2>${words.presentation.count(credentials.length)}</h2><p>${words.presentation.note}</p></section>
${shown}
${rest > 0 && html`<p class="note">${words.more(rest)}</p>`}`
}
