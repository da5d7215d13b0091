import type { PlainRole, Role } from '../../learning/exports/column.ts'
import type { ImportPreview } from '../../learning/exports/preview.ts'
import type { RecognisedColumn } from '../../learning/exports/recognise.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { icons } from '../icons.ts'
import { wideTable } from '../wide-table.ts'
import { type OperatorFrame, placePath } from './frame.ts'

const roleName = (role: Role, { drafts: { seen } }: Messages): string =>
  role.startsWith('module:') ? seen.module(role.slice(7)) : seen.roles[role as PlainRole]

function row(column: RecognisedColumn, roles: readonly Role[], messages: Messages): Html {
  const { seen } = messages.drafts
  const { columnHeads: heads } = seen
  const { header, place, role, how, confidence, examples } = column
  const options = roles.map(
    (each) =>
      html`<option value="${each}"${each === role && html` selected`}>${roleName(each, messages)}</option>`,
  )
  const label = header || `#${place}`
  return html`<tr><th scope="row">${label}</th>
<td data-label="${heads.role}"><select name="column:${place}" aria-label="${heads.role}: ${label}"><option value="">${seen.leftAlone}</option>${options}</select></td>
<td data-label="${heads.how}">${how && html`${confidence === 'likely' && icons.caution} ${seen.hows[how]}`}</td><td data-label="${heads.examples}">${examples.join('; ')}</td></tr>
`
}

/** Which column is taken for what, to be put right. */
export function columnsForm(
  view: { readonly id: string; readonly roles: readonly Role[] },
  understood: ImportPreview,
  frame: OperatorFrame,
): Html {
  const messages = messagesFor(frame.language)
  const { seen, apply } = messages.drafts
  const rows = understood.columns.map((each) => row(each, view.roles, messages))
  const table = { table: seen.columns, columns: seen.columnHeads }
  return html`<h2>${seen.columns} <small>${understood.format}</small></h2>
${understood.missing.length > 0 && html`<p class="tone-caution">${icons.caution} ${seen.missing}: ${understood.missing.join(', ')}</p>`}
<form method="post" action="${placePath('imports', view.id, 'options')}">${formToken(frame)}${wideTable(table, rows)}
<p class="send"><button type="submit" class="quiet">${apply}</button></p></form>`
}
