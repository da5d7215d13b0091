import { formatMoment } from '../messages/format.ts'
import type { Messages } from '../messages/messages.ts'
import type { TrailStep } from './desk-decision-view.ts'
import { fittingSome } from './fitting.ts'
import { nameOf, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'

// As many digits as tell versions apart at a glance; the whole stands with the decision.
const versionChars = 'sha256-'.length + 8

function whatOf({ action, item, verdict, note }: TrailStep, messages: Messages): Html {
  const { actions, accepted, refused } = messages.pages.desk.decision
  const named: Readonly<Record<string, string>> = { ...actions }
  const verdicts: Readonly<Record<string, string>> = { accepted, refused }
  const word = Object.hasOwn(named, action) ? named[action] : action
  return html`${word}${item !== null && html`: ${item}`}${verdict !== null && html` – ${verdicts[verdict] ?? verdict}`}${note !== null && html`<br><q>${shortened(note, 500)}</q>`}`
}

function row(step: TrailStep, messages: Messages): Html {
  const { happenedAt, who, outcome, ruleVersion } = step
  return html`<tr><td>${formatMoment(happenedAt, messages.language)}</td><td>${nameOf(who)}</td>
<td>${whatOf(step, messages)}</td><td>${messages.admission.outcomes[outcome].title}</td>
<td><code dir="ltr">${ruleVersion.slice(0, versionChars)}</code></td></tr>
`
}

/** Who did what, when, and by which rules; of a very long trail the last steps. */
export function trailTable(
  trail: readonly TrailStep[],
  messages: Messages,
  maxBytes: number,
): Html {
  const { trail: title, trailColumns } = messages.pages.desk.decision
  const heads = Object.values(trailColumns).map((each) => html`<th scope="col">${each}</th>`)
  const rows = trail.map((step) => row(step, messages)).reverse()
  const { shown, rest } = fittingSome(rows, maxBytes)
  return html`<section><h2 id="trail">${title}</h2>
<div class="trail" role="region" tabindex="0" aria-labelledby="trail"><table><thead><tr>${heads}</tr></thead>
<tbody>
${[...shown].reverse()}</tbody></table></div>
${rest > 0 && html`<p class="note">${messages.pages.report.more(rest)}</p>`}</section>`
}
