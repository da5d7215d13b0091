import { createHash } from 'node:crypto'
import { Refusal } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { newSessionSecret } from '../ledger/sessions.ts'
import type { Role } from '../ledger/tokens.ts'
import { type Caller, callerWithToken, permit, recognise, settingsCaller } from './access.ts'
import { accountActor } from './accounts.ts'

/** What sessions are kept in and judged by. */
export interface SignInSettings {
  readonly ledger: Ledger
  readonly adminToken: string | null
  readonly now: () => Date
}

/** Of the token of the settings its digest as well, so that another one ends the sessions of the one before. */
const settingsKey = (adminToken: string) =>
  `settings/${createHash('sha256').update(adminToken).digest('hex')}`

/** Who an account stands for; `undefined` once it is out of use. */
function accountCaller(token: string, ledger: Ledger): Caller | undefined {
  const account = ledger.accounts.byId(token.slice(accountActor('').length))
  if (!account || account.disabledAt !== null) return undefined
  const { role, scope, provider } = account
  return { token, role, scope, provider: provider ?? token }
}

function callerOf(token: string, { ledger, adminToken }: SignInSettings) {
  if (token.startsWith(accountActor(''))) return accountCaller(token, ledger)
  if (!token.startsWith('settings/')) return callerWithToken(ledger, token)
  return adminToken !== null && token === settingsKey(adminToken) ? settingsCaller : undefined
}

/** Who may sign in at a desk. */
export type DeskRoles = readonly Role[]

/**
 * Signs in at a desk with a token: gives back the secret of a new session, of 256 random bits, for the cookie. It ends
 * after 8 hours without a request, 12 hours after it began, or with its token.
 *
 * @throws Refusal `unauthorised` for a token that is not recognised, `forbidden` for one of another role.
 */
export function signIn(token: string, settings: SignInSettings, roles: DeskRoles): string {
  const { ledger, adminToken, now } = settings
  const caller = recognise(`Bearer ${token.trim()}`, settings)
  permit(caller, roles)
  const secret = newSessionSecret()
  const isSettings = caller === settingsCaller && adminToken !== null
  ledger.deskSessions.begin(isSettings ? settingsKey(adminToken) : caller.token, secret, now())
  return secret
}

/** Who is signed in under this secret, for some hours more. @throws Refusal `unauthorised` when nobody is, or no longer. */
export function signedIn(secret: string | undefined, settings: SignInSettings): Caller {
  const { ledger, now } = settings
  const token = secret === undefined ? undefined : ledger.deskSessions.ownerOf(secret, now())
  const caller = token === undefined ? undefined : callerOf(token, settings)
  if (!caller) throw new Refusal('unauthorised', 'Sign in at the desk')
  return caller
}

/** Ends the session under this secret, if there is one. */
export function signOut(secret: string, { ledger }: SignInSettings): void {
  ledger.deskSessions.end(secret)
}
