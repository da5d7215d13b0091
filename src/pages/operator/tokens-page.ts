import { formatDate } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type DeskRole, type OperatorFrame, operatorPage, placePath } from './frame.ts'
import { type ScopeChoice, scopeFields, scopeText } from './scope-fields.ts'

export interface TokenRow {
  readonly id: string
  readonly label: string
  readonly role: DeskRole
  readonly scope: readonly string[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

interface TokensView {
  readonly rows: readonly TokenRow[]
  readonly choices: readonly ScopeChoice[]
  readonly problem?: DeskComplaint
}

function stateOf({ id, label, revokedAt }: TokenRow, messages: Messages, frame: OperatorFrame) {
  const { tokens: words } = messages.pages.operator
  if (revokedAt !== null) return html`${words.revoked(formatDate(revokedAt, messages.language))}`
  return html`${words.active} <form method="post" action="${placePath('tokens', id, 'revoke')}">${formToken(frame)}<button type="submit" class="quiet" aria-label="${words.revoke}: ${label || id}">${words.revoke}</button></form>`
}

/** `/desk/tokens`: what lets scripts in, and the form to make one more. */
export function tokensPage({ rows, choices, problem }: TokensView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { tokens: words, roles } = messages.pages.operator
  const { columns } = words
  const shown = rows.map(
    (
      token,
    ) => html`<tr><th scope="row"><code>${token.id}</code></th><td data-label="${columns.label}">${token.label}</td>
<td data-label="${columns.role}">${roles[token.role]}</td><td data-label="${columns.scope}">${scopeText(token.scope, messages)}</td>
<td data-label="${columns.since}">${formatDate(token.createdAt, messages.language)}</td><td data-label="${columns.state}">${stateOf(token, messages, frame)}</td></tr>
`,
  )
  const main = html`<h1>${words.title}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.lead}</p>`}
${rows.length === 0 ? html`<p>${words.none}</p>` : wideTable(words, shown)}
<h2>${words.make}</h2>
<form class="check" method="post" action="/desk/tokens">${formToken(frame)}
<p class="field"><label for="label">${words.label}</label>
<input type="text" id="label" name="label" required maxlength="200" autocomplete="off"></p>
${scopeFields({ role: 'issuer', scope: [], provider: null }, choices, messages)}
<p class="send"><button type="submit">${words.make}</button></p>
</form>`
  return operatorPage({ title: words.title, main, here: 'tokens' }, frame)
}
