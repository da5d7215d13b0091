import { createHmac } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { Refusal } from '../errors.ts'
import { withLineFeeds } from '../learning/applicants/written-text.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { DeskFrame } from '../pages/desk-frame.ts'
import { type Caller, permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { type SignInSettings, signedIn } from '../service/sign-in.ts'
import type { Door } from './door.ts'
import { type Field, readForm, textIn } from './form.ts'
import { frameOf } from './frame.ts'
import { param } from './guard.ts'

/** What the routes of the desk share. */
export interface Desk {
  readonly service: Service
  readonly door: Door
}

/** A request of somebody who is signed in. */
export interface Visit {
  readonly request: Request
  readonly response: Response
  readonly service: Service
  readonly door: Door
  readonly caller: Caller
  readonly frame: DeskFrame
}

export function signInSettings({ config, ledger, now }: Service): SignInSettings {
  return { ledger, adminToken: config.adminToken, now }
}

// RFC 6265bis §4.1.3: behind https neither a page of plain http nor another host of the domain can put a cookie of this
// name in its place, and with it a session of theirs, in which applicants would be handed to them.
const cookieName = ({ publicUrl }: Service) =>
  publicUrl.protocol === 'https:' ? '__Host-desk' : 'desk'

const longestSeconds = 12 * 60 * 60

/** The header that hands out a session, or with `''` takes it back. */
export function sessionCookie(secret: string, service: Service): string {
  const isHttps = service.publicUrl.protocol === 'https:'
  const age = secret === '' ? 0 : longestSeconds
  const flags = `Path=${isHttps ? '/' : '/provider'}; Max-Age=${age}; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`
  return `${cookieName(service)}=${secret}; ${flags}`
}

export function sessionSecret(request: Request, service: Service): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  const start = `${cookieName(service)}=`
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length)
}

// Needs no place of its own: whoever has it has the session.
const formTokenOf = (secret: string) =>
  createHmac('sha256', secret).update('form').digest('base64url')

/** A request at the desk. @throws Refusal `unauthorised`, which the desk answers with the form to sign in. */
export const visitOf = (request: Request, response: Response, desk: Desk): Visit =>
  visitWith(sessionSecret(request, desk.service), { request, response, desk })

/** The same in a session that has just begun, of which the browser does not know yet. @throws Refusal `unauthorised`. */
export function visitWith(
  secret: string | undefined,
  { request, response, desk }: { request: Request; response: Response; desk: Desk },
): Visit {
  const { service, door } = desk
  const caller = signedIn(secret, signInSettings(service))
  const frame = { ...frameOf(request, service), formToken: formTokenOf(secret ?? '') }
  return { request, response, service, door, caller, frame }
}

/**
 * The specialization that an address of the desk names.
 *
 * @throws Refusal `forbidden` beyond the scope, `specialization-unknown`.
 */
export const specializationOf = (visit: Visit): Specialization =>
  specializationNamed(param(visit.request, 'specialization'), visit)

/** The one of this id. @throws Refusal as {@link specializationOf}. */
export function specializationNamed(id: string, { service, caller }: Visit): Specialization {
  permit(caller, ['provider'], id)
  return service.admissions.specialization(id)
}

function isOwnOrigin(origin: string, request: Request, service: Service): boolean {
  if (origin === service.publicUrl.origin) return true
  // A proxy may have another name for us than the browser: then it tells which one was asked for.
  return URL.canParse(origin) && new URL(origin).host === request.headers.host
}

function isFromElsewhere(request: Request, service: Service): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && !isOwnOrigin(origin, request, service)
}

/**
 * For every address of the desk: nothing is kept by anybody, and nothing is done that a page of somebody else asks for.
 *
 * @throws Refusal `forbidden` for a POST from elsewhere, by `Origin` and `Sec-Fetch-Site`.
 */
export function atTheDesk(service: Service): RequestHandler {
  return (request, response, next) => {
    // With `no-referrer` a browser would not tell where our own forms come from.
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
    if (request.method !== 'GET' && request.method !== 'HEAD' && isFromElsewhere(request, service))
      throw new Refusal('forbidden', 'This form was not sent from a page of ours')
    next()
  }
}

/** Whether a form comes from a page of this session. */
export const isOfSession = async (fields: readonly Field[], { frame }: Visit): Promise<boolean> =>
  (await textIn(fields, 'form'))?.trim() === frame.formToken

/** Refuses a form that does not come from a page of this session. @throws Refusal `forbidden`. */
export async function checkFormToken(fields: readonly Field[], visit: Visit): Promise<void> {
  if (!(await isOfSession(fields, visit)))
    throw new Refusal('forbidden', 'This form is not of your session; load the page anew')
}

const maxSmallFormBytes = 512 * 1024
const maxSmallFormFields = 100

/** The fields of a form without files, sent from a page of this session. @throws Refusal `forbidden`, `bad-request`. */
export async function smallForm(visit: Visit): Promise<ReadonlyMap<string, string>> {
  const { request, door } = visit
  const upload = await door.receive(request, maxSmallFormBytes)
  try {
    const type = request.headers['content-type'] ?? ''
    const fields = await readForm(upload, type, maxSmallFormFields)
    await checkFormToken(fields, visit)
    const entries = fields.map(
      async ({ name, bytes }) => [name, withLineFeeds(String(await bytes()))] as const,
    )
    return new Map(await Promise.all(entries))
  } finally {
    await upload.discard()
  }
}
