import type { Endorsement, Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'
import { issuerLine } from './facts.ts'
import { fitting } from './fitting.ts'
import { shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { verdictLine, vouchesForContent } from './verdict.ts'

const maxShown = 6
const maxShownBytes = 4_000
const maxCommentLength = 600

/** One endorsement: whether it holds, then whose it is, then what it says; its words count only if they are signed. */
function item({ comment, report }: Endorsement, messages: Messages): Html {
  const words = messages.pages.report
  const isSigned = vouchesForContent(report)
  const { issuer } = report.facts
  return html`<li>${verdictLine(report, messages)}
${isSigned && issuer && html`<p>${issuerLine(issuer, messages)}</p>`}
${
  isSigned && comment !== undefined
    ? html`<blockquote dir="auto" aria-label="${words.endorsements.says}">${shortened(comment, maxCommentLength)}</blockquote>`
    : !isSigned && html`<p class="note">${words.factsWithheld}</p>`
}</li>`
}

/** What others say of the credential, apart from what its issuer says; nothing where nobody does. */
export function endorsementList({ endorsements = [] }: Report, messages: Messages): Html | false {
  const words = messages.pages.report
  const items = endorsements.slice(0, maxShown).map((each) => item(each, messages))
  const { shown } = fitting(items, maxShownBytes)
  const rest = endorsements.length - shown.length
  return (
    endorsements.length > 0 &&
    html`<section class="others"><h2>${words.endorsements.title}</h2>
<p class="note">${words.endorsements.note}</p>
<ul>${shown}</ul>
${rest > 0 && html`<p class="note">${words.more(rest)}</p>`}</section>`
  )
}
