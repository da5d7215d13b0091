import type { Messages } from '../../messages/messages.ts'
import { html } from '../html.ts'
import type { DeskRole } from './frame.ts'

/** A course or specialization that a right can be limited to. */
export interface ScopeChoice {
  readonly id: string
  readonly name: string
}

const roles: readonly DeskRole[] = ['admin', 'issuer', 'reviewer', 'provider']

/** What a role is allowed, and to what it is limited: the same for an account and for a token. */
export function scopeFields(
  given: {
    readonly role: DeskRole
    readonly scope: readonly string[]
    readonly provider: string | null
  },
  choices: readonly ScopeChoice[],
  messages: Messages,
) {
  const { accounts, roles: names, roleHints } = messages.pages.operator
  const radios = roles.map(
    (role) =>
      html`<p class="tick"><input type="radio" name="role" id="role-${role}" value="${role}" required${role === given.role && html` checked`}> <label for="role-${role}">${names[role]}</label> <small>${roleHints[role]}</small></p>
`,
  )
  const ticks = choices.map(
    ({ id, name }) =>
      html`<p class="tick"><input type="checkbox" name="scope:${id}" id="scope-${id}" value="yes"${given.scope.includes(id) && html` checked`}> <label for="scope-${id}">${name}</label></p>
`,
  )
  return html`<fieldset><legend>${accounts.columns.role}</legend>
${radios}</fieldset>
<fieldset><legend>${accounts.scope}</legend><p class="note">${accounts.scopeHint}</p>
${ticks}</fieldset>
<p class="field"><label for="provider">${accounts.provider}</label>
<input type="text" id="provider" name="provider" value="${given.provider ?? ''}" maxlength="200" aria-describedby="provider-hint"><small id="provider-hint">${accounts.providerHint}</small></p>
`
}

/** What a scope reads like in a table. */
export const scopeText = (scope: readonly string[], messages: Messages) =>
  scope.length === 0 ? messages.pages.operator.accounts.everything : scope.join(', ')
