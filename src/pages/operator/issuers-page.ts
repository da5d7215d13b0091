import type { CatalogueAchievement } from '../../learning/catalogue.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import type { KeyState } from '../../messages/page-messages.ts'
import { phrase } from '../achievement-pages.ts'
import { day } from '../facts.ts'
import { linkOr, nameOf } from '../foreign.ts'
import { type Html, html } from '../html.ts'
import { wideTable } from '../wide-table.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'

/** Somebody who issues: the programme, or a partner within a scope. */
export interface IssuerRow {
  readonly did: string
  readonly name: string
  /** Path of its public page. */
  readonly page: string
  /** `null` for the programme, which may issue everything. */
  readonly scope: {
    readonly achievements: readonly Pick<CatalogueAchievement, 'id' | 'name'>[]
    readonly from: string
    readonly until: string | null
  } | null
  readonly keys: readonly { readonly kid: string; readonly state: KeyState }[]
}

function keyList({ keys }: IssuerRow, messages: Messages): Html {
  const { keyStates, noKeys } = messages.pages.issuer
  const items = keys.map(
    ({ kid, state }) => html`<li><code>${kid}</code> ${keyStates[state].title}</li>`,
  )
  return keys.length > 0 ? html`<ul>${items}</ul>` : html`${noKeys}`
}

function scopeOf({ scope }: IssuerRow, messages: Messages): Html {
  const { everything } = messages.partners
  if (!scope) return html`${everything}`
  const items = scope.achievements.map(
    ({ name }) => html`<li>${phrase(name, messages.language)}</li>`,
  )
  return html`<ul>${items}</ul>`
}

const columnsOf = ({ checks, partners, pages }: Messages) => ({
  issuer: checks.issuer,
  scope: partners.achievements,
  begins: partners.begins,
  ends: partners.ends,
  keys: pages.issuer.keys,
})

function row(issuer: IssuerRow, messages: Messages): Html {
  const columns = columnsOf(messages)
  const { did, name, page, scope } = issuer
  return html`<tr><th scope="row">${linkOr(page, nameOf(name))}<br><code dir="ltr">${did}</code></th>
<td data-label="${columns.scope}">${scopeOf(issuer, messages)}</td>
<td data-label="${columns.begins}">${day(scope?.from, messages)}</td><td data-label="${columns.ends}">${day(scope?.until ?? undefined, messages)}</td>
<td data-label="${columns.keys}">${keyList(issuer, messages)}</td></tr>
`
}

/** `/desk/issuers`: who issues, what and until when, and with which keys. */
export function issuersPage(issuers: readonly IssuerRow[], frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { name, hint } = messages.pages.operator.places.issuers
  const words = { table: name, columns: columnsOf(messages) }
  const main = html`<h1>${name}</h1>
<p class="lead">${hint}</p>
${wideTable(
  words,
  issuers.map((each) => row(each, messages)),
)}`
  return operatorPage({ title: name, main, here: 'issuers' }, frame)
}
