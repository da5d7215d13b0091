import { formatDate } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { ownPath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import { type DeskRole, type OperatorFrame, operatorPage, placePath } from './frame.ts'
import { type ScopeChoice, scopeFields, scopeText } from './scope-fields.ts'

export interface AccountRow {
  readonly id: string
  readonly login: string
  readonly label: string
  readonly role: DeskRole
  readonly scope: readonly string[]
  readonly provider: string | null
  readonly hasPassword: boolean
  readonly signsInBy: string | null
  readonly createdAt: string
  readonly disabledAt: string | null
}

/** What was wrong with a form, and what to do about it. */
export interface DeskComplaint {
  readonly title: string
  readonly remedy: string
}

interface AccountsView {
  readonly rows: readonly AccountRow[]
  readonly choices: readonly ScopeChoice[]
  readonly problem?: DeskComplaint
  readonly typed?: ReadonlyMap<string, string>
}

function waysIn({ hasPassword, signsInBy }: AccountRow, messages: Messages): string {
  const { byPassword, byNobody } = messages.pages.operator.accounts
  const ways = [hasPassword && byPassword, signsInBy && new URL(signsInBy).host].filter(Boolean)
  return ways.length > 0 ? ways.join(', ') : byNobody
}

function row(account: AccountRow, messages: Messages): Html {
  const { accounts: words, roles } = messages.pages.operator
  const { columns } = words
  const { id, login, label, role, scope, createdAt, disabledAt } = account
  return html`<tr><th scope="row"><a href="${placePath('accounts', id)}">${login}</a></th>
<td data-label="${columns.name}">${label}</td><td data-label="${columns.role}">${roles[role]}</td>
<td data-label="${columns.scope}">${scopeText(scope, messages)}</td>
<td data-label="${columns.signsIn}">${disabledAt === null ? waysIn(account, messages) : words.outOfUse}</td>
<td data-label="${columns.since}">${formatDate(createdAt, messages.language)}</td></tr>
`
}

/** What was typed, or for a new account nothing. */
const given = (typed: ReadonlyMap<string, string> | undefined) => ({
  role: (typed?.get('role') ?? 'issuer') as DeskRole,
  scope: [...(typed?.keys() ?? [])].flatMap((name) =>
    name.startsWith('scope:') ? [name.slice('scope:'.length)] : [],
  ),
  provider: typed?.get('provider') ?? null,
})

/** `/desk/accounts`: who may sign in, and the form to make one more. */
export function accountsPage(view: AccountsView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { accounts: words } = messages.pages.operator
  const { rows, choices, problem, typed } = view
  const main = html`<h1>${words.title}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.lead}</p>`}
${wideTable(
  words,
  rows.map((each) => row(each, messages)),
)}
<h2 id="make">${words.make}</h2>
<form class="check" method="post" action="/desk/accounts">${formToken(frame)}
<p class="field"><label for="login">${words.columns.login}</label>
<input type="text" id="login" name="login" value="${typed?.get('login') ?? ''}" required maxlength="200" autocomplete="off" spellcheck="false" autocapitalize="none" aria-describedby="login-hint"><small id="login-hint">${words.loginHint}</small></p>
<p class="field"><label for="label">${words.columns.name}</label>
<input type="text" id="label" name="label" value="${typed?.get('label') ?? ''}" maxlength="200" autocomplete="off"></p>
${scopeFields(given(typed), choices, messages)}
<p class="tick"><input type="checkbox" id="with-password" name="password" value="yes" checked aria-describedby="password-hint"> <label for="with-password">${words.withPassword}</label></p>
<p class="note" id="password-hint">${words.makeHint}</p>
<p class="send"><button type="submit">${words.make}</button></p>
</form>`
  return operatorPage({ title: words.title, main, here: 'accounts' }, frame)
}

/** A secret that is shown this once. */
export function onceToldPage(
  told: {
    readonly title: string
    readonly what: string
    readonly secret: string
    readonly once: string
  },
  back: {
    readonly path: readonly string[]
    readonly text: string
    readonly here: 'accounts' | 'tokens' | 'webhooks'
  },
  frame: OperatorFrame,
): Html {
  const main = html`<h1>${told.title}</h1>
<dl class="pairs"><div><dt>${told.what}</dt><dd><code class="secret">${told.secret}</code></dd></div></dl>
<p><strong>${told.once}</strong></p>
<p><a class="button" href="${ownPath(...back.path)}">${back.text}</a></p>`
  return operatorPage({ title: told.title, main, here: back.here }, frame)
}

interface AccountView {
  readonly account: AccountRow
  readonly choices: readonly ScopeChoice[]
  readonly problem?: DeskComplaint
  readonly isSaved?: boolean
}

/** `/desk/accounts/{id}`: one account, and what may be done with it. */
export function accountPage(view: AccountView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { accounts: words } = messages.pages.operator
  const { account, choices, problem, isSaved = false } = view
  const isDisabled = account.disabledAt !== null
  const main = html`<h1>${account.login}</h1>
${problem && noticeOf(problem)}${isSaved && html`<p class="lead" role="status">${words.saved}</p>`}
<form class="check" method="post" action="${placePath('accounts', account.id)}">${formToken(frame)}
<p class="field"><label for="label">${words.columns.name}</label>
<input type="text" id="label" name="label" value="${account.label}" maxlength="200" autocomplete="off"></p>
${scopeFields(account, choices, messages)}
<p class="send"><button type="submit">${words.save}</button></p>
</form>
<h2>${words.newPassword}</h2>
<form method="post" action="${placePath('accounts', account.id, 'password')}">${formToken(frame)}<p>${words.newPasswordHint}</p>
<p class="send"><button type="submit">${words.newPassword}</button></p></form>
<h2>${isDisabled ? words.enable : words.disable}</h2>
<form method="post" action="${placePath('accounts', account.id, isDisabled ? 'enable' : 'disable')}">${formToken(frame)}${!isDisabled && html`<p>${words.disableHint}</p>`}
<p class="send"><button type="submit">${isDisabled ? words.enable : words.disable}</button></p></form>
<p><a href="${placePath('audit')}?actor=account/${account.id}">${messages.pages.operator.audit.title}</a></p>`
  return operatorPage({ title: account.login, main, here: 'accounts' }, frame)
}

/** `/desk/password`: one's own. */
export function ownPasswordPage(problem: DeskComplaint | undefined, frame: OperatorFrame): Html {
  const { accounts: words } = messagesFor(frame.language).pages.operator
  const main = html`<h1>${words.own}</h1>
${problem ? noticeOf(problem) : html`<p class="lead">${words.ownHint}</p>`}
<form class="check" method="post" action="/desk/password">${formToken(frame)}
<p class="field"><label for="current">${words.current}</label>
<input type="password" id="current" name="current" required maxlength="1000" autocomplete="current-password"></p>
<p class="field"><label for="next">${words.next}</label>
<input type="password" id="next" name="next" required minlength="12" maxlength="200" autocomplete="new-password" aria-describedby="next-hint"><small id="next-hint">${words.nextHint}</small></p>
<p class="send"><button type="submit">${words.save}</button></p>
</form>`
  return operatorPage({ title: words.own, main }, frame)
}
