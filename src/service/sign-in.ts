import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '../errors.ts'
import type { DeskSession } from '../ledger/desk-sessions.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Caller, callerWithToken, permit, recognise, settingsCaller } from './access.ts'

/** What sessions are kept in and judged by. */
export interface SignInSettings {
  readonly ledger: Ledger
  readonly adminToken: string | null
  readonly now: () => Date
}

const hourMs = 60 * 60 * 1000
const idleMs = 8 * hourMs
const longestMs = 12 * hourMs
// A page more or less is not worth a write to disk.
const worthExtendingMs = 5 * 60 * 1000

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Of the token of the settings its digest as well, so that another one ends the sessions of the one before. */
const settingsKey = (adminToken: string) => `settings/${digest(adminToken)}`

function callerOf({ token }: DeskSession, { ledger, adminToken }: SignInSettings) {
  if (!token.startsWith('settings/')) return callerWithToken(ledger, token)
  return adminToken !== null && token === settingsKey(adminToken) ? settingsCaller : undefined
}

const endOf = (beganAt: string, now: Date) =>
  new Date(Math.min(now.getTime() + idleMs, Date.parse(beganAt) + longestMs))

/**
 * Signs in at the desk with a token: gives back the secret of a new session, of 256 random bits, for the cookie. It ends
 * after 8 hours without a request, 12 hours after it began, or with its token.
 *
 * @throws Refusal `unauthorised` for a token that is not recognised, `forbidden` for one of another role.
 */
export function signIn(token: string, settings: SignInSettings): string {
  const { ledger, adminToken, now } = settings
  const caller = recognise(`Bearer ${token.trim()}`, settings)
  permit(caller, ['provider'])
  const secret = randomBytes(32).toString('base64url')
  const beganAt = now().toISOString()
  const isSettings = caller === settingsCaller && adminToken !== null
  ledger.deskSessions.add({
    hash: digest(secret),
    token: isSettings ? settingsKey(adminToken) : caller.token,
    beganAt,
    expiresAt: endOf(beganAt, now()).toISOString(),
  })
  return secret
}

/** Who is signed in under this secret, for some hours more. @throws Refusal `unauthorised` when nobody is, or no longer. */
export function signedIn(secret: string | undefined, settings: SignInSettings): Caller {
  const { ledger, now } = settings
  const session = secret === undefined ? undefined : ledger.deskSessions.byHash(digest(secret))
  const isOver = !session || Date.parse(session.expiresAt) <= now().getTime()
  const caller = isOver ? undefined : callerOf(session, settings)
  if (!session || !caller) throw new Refusal('unauthorised', 'Sign in at /provider')
  const end = endOf(session.beganAt, now())
  if (end.getTime() - Date.parse(session.expiresAt) > worthExtendingMs)
    ledger.deskSessions.extend(session.hash, end.toISOString())
  return caller
}

/** Ends the session under this secret, if there is one. */
export function signOut(secret: string, { ledger }: SignInSettings): void {
  ledger.deskSessions.remove(digest(secret))
}
