import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'
import { type FoundRow, foundColumns, foundRow } from './many-parts.ts'
import type { ScopeChoice } from './scope-fields.ts'

export const findFields = [
  'q',
  'course',
  'run',
  'achievement',
  'batch',
  'status',
  'from',
  'to',
] as const
export type FindFields = Readonly<Partial<Record<(typeof findFields)[number], string>>>

export const findStates = [
  'issued',
  'reserved',
  'revoked',
  'corrected',
  'erased',
  'void',
  'letter-refused',
  'unclaimed',
] as const

interface FindView {
  readonly asked: FindFields
  readonly courses: readonly ScopeChoice[]
  /** `null` where nothing was asked for yet. */
  readonly rows: readonly FoundRow[] | null
  readonly next: string | null
  readonly problem?: DeskComplaint
}

const queryOf = (asked: FindFields, more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value)),
    ...more,
  }).toString()

function filterForm({ asked, courses }: FindView, messages: Messages): Html {
  const { find: words, states } = messages.pages.operator.many
  const field = (name: 'run' | 'achievement' | 'batch') =>
    html`<p class="field"><label for="${name}">${words[name]}</label><input type="text" id="${name}" name="${name}" value="${asked[name] ?? ''}" maxlength="200" spellcheck="false" autocapitalize="none"></p>
`
  const day = (name: 'from' | 'to') =>
    html`<p class="field"><label for="${name}">${words[name]}</label><input type="date" id="${name}" name="${name}" value="${asked[name] ?? ''}"></p>
`
  const select = (name: 'course' | 'status', choices: readonly ScopeChoice[]) =>
    html`<p class="field"><label for="${name}">${words[name]}</label><select id="${name}" name="${name}"><option value="">${words.any}</option>${choices.map(
      ({ id, name: called }) =>
        html`<option value="${id}"${id === asked[name] && html` selected`}>${called}</option>`,
    )}</select></p>
`
  const statuses = findStates.map((id) => ({ id, name: states[id] }))
  return html`<form class="filter" method="get" action="/desk/find" role="search">
<p class="field"><label for="q">${words.q}</label><input type="search" id="q" name="q" value="${asked.q ?? ''}" maxlength="300" spellcheck="false" autocapitalize="none" autocomplete="off"></p>
<fieldset><legend>${words.narrow}</legend>
${select('course', courses)}${field('run')}${field('achievement')}${field('batch')}${select('status', statuses)}${day('from')}${day('to')}</fieldset>
<p class="send"><button type="submit">${words.show}</button></p></form>`
}

/** The ways from what was found to what can be done to all of it; for those who may begin something. */
function actForm({ asked }: FindView, messages: Messages): Html {
  const { find: words, acts } = messages.pages.operator.many
  const hidden = Object.entries(asked).map(
    ([name, value]) => value && html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const kinds = (['revoke', 'resend', 'renew'] as const).map(
    (kind) => html`<button type="submit" name="kind" value="${kind}">${acts.kinds[kind]}</button> `,
  )
  return html`<h2>${words.act}</h2>
<form method="get" action="/desk/acts/new">${hidden}<p class="send">${kinds}</p></form>`
}

function found(view: FindView, messages: Messages, frame: OperatorFrame): Html {
  const { many } = messages.pages.operator
  const { rows, next, asked } = view
  if (rows === null) return html``
  if (rows.length === 0) return html`<p>${many.find.none}</p>`
  const mayAct = ['admin', 'issuer'].includes(frame.person.role)
  const columns = foundColumns(many, many.find.status)
  return html`${wideTable(
    { table: many.find.table, columns },
    rows.map((row) => foundRow(row, messages)),
  )}
${next !== null && html`<p><a href="${samePath('/desk/find', queryOf(asked, { after: next }))}">${many.find.older}</a></p>`}
<p><a href="${samePath('/desk/find.csv', queryOf(asked))}">${many.find.csv}</a></p>
${mayAct && queryOf(asked) !== '' && actForm(view, messages)}`
}

/** `/desk/find`: what was issued, found by whatever is known of it. */
export function findPage(view: FindView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { many, places } = messages.pages.operator
  const { problem } = view
  const main = html`<h1>${places.find.name}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${many.find.lead}</p>`}
${filterForm(view, messages)}
${found(view, messages, frame)}`
  return operatorPage({ title: places.find.name, main, here: 'find' }, frame)
}
