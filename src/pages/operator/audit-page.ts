import { formatMoment, formatNumber } from '../../messages/format.ts'
import { messagesFor } from '../../messages/offered.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'

export interface AuditRow {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly about: string | null
  readonly detail: string | null
}

interface AuditView {
  readonly rows: readonly AuditRow[]
  /** What may be asked for, and what was. */
  readonly actions: readonly string[]
  readonly asked: Readonly<Partial<Record<'about' | 'actor' | 'action' | 'from' | 'to', string>>>
  /** Number behind which there are older ones. */
  readonly before: number | null
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly problem?: DeskComplaint
}

const queryOf = ({ asked }: AuditView, before: number) =>
  new URLSearchParams({
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value)),
    before: String(before),
  }).toString()

function filterForm({ asked, actions }: AuditView, frame: OperatorFrame): Html {
  const { audit: words } = messagesFor(frame.language).pages.operator
  const { columns } = words
  const field = (name: 'about' | 'actor', label: string) =>
    html`<p class="field"><label for="${name}">${label}</label><input type="text" id="${name}" name="${name}" value="${asked[name] ?? ''}" maxlength="200" spellcheck="false" autocapitalize="none"></p>
`
  const day = (name: 'from' | 'to', label: string) =>
    html`<p class="field"><label for="${name}">${label}</label><input type="date" id="${name}" name="${name}" value="${asked[name] ?? ''}"></p>
`
  const options = actions.map(
    (action) =>
      html`<option value="${action}"${action === asked.action && html` selected`}>${action}</option>`,
  )
  return html`<form class="filter" method="get" action="/desk/audit"><fieldset><legend>${words.filter}</legend>
${field('about', columns.about)}${field('actor', columns.actor)}<p class="field"><label for="action">${columns.action}</label><select id="action" name="action"><option value="">${words.anything}</option>${options}</select></p>
${day('from', words.from)}${day('to', words.to)}<p class="send"><button type="submit">${words.show}</button></p></fieldset></form>`
}

/** `/desk/audit`: who did what, the newest first. */
export function auditPage(view: AuditView, frame: OperatorFrame): Html {
  const { audit: words } = messagesFor(frame.language).pages.operator
  const { columns } = words
  const { rows, before, head, problem } = view
  const shown = rows.map(
    (
      entry,
    ) => html`<tr><td data-label="${columns.seq}">${entry.seq}</td><td data-label="${columns.at}">${formatMoment(entry.at, frame.language)}</td>
<td data-label="${columns.actor}"><code>${entry.actor}</code></td><td data-label="${columns.action}">${entry.action}</td>
<td data-label="${columns.about}"><code>${entry.about ?? ''}</code></td><td data-label="${columns.detail}">${entry.detail ?? ''}</td></tr>
`,
  )
  const main = html`<h1>${words.title}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.lead}</p>`}
${filterForm(view, frame)}
${rows.length === 0 ? html`<p>${words.none}</p>` : wideTable(words, shown)}
${before !== null && html`<p><a href="${samePath('/desk/audit', queryOf(view, before))}">${words.older}</a></p>`}
${head && html`<p class="note">${words.head(formatNumber(head.seq, frame.language), head.hash)}</p>`}
<p><a href="/desk/audit.jsonl">${words.takeAway}</a></p>`
  return operatorPage({ title: words.title, main, here: 'audit' }, frame)
}
