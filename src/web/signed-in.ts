import { createHmac } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { Refusal } from '../errors.ts'
import { withLineFeeds } from '../learning/applicants/written-text.ts'
import type { SignedInFrame } from '../pages/form-token.ts'
import type { Service } from '../service/service.ts'
import type { Door } from './door.ts'
import { type Field, readForm, textIn } from './form.ts'

/** The cookie of one kind of session. */
export interface CookieRules {
  readonly name: string
  /** Where it is sent on plain http; behind https its name asks for the whole host. */
  readonly path: string
  /**
   * `Lax` where people come by links of letters, which would leave a strict one at home; `None` where another site posts
   * to us, which browsers take behind https alone.
   */
  readonly sameSite: 'Strict' | 'Lax' | 'None'
  readonly seconds: number
}

/** What a form of somebody who is signed in is read with. */
export interface Guest {
  readonly request: Request
  readonly door: Door
  readonly frame: SignedInFrame
}

const isHttps = ({ publicUrl }: Service) => publicUrl.protocol === 'https:'

// RFC 6265bis §4.1.3: behind https neither a page of plain http nor another host of the domain can put a cookie of this
// name in its place, and with it a session of theirs, in which what somebody gives would be handed to them.
const cookieName = ({ name }: CookieRules, service: Service) =>
  isHttps(service) ? `__Host-${name}` : name

/** The header that hands out a secret, or with `''` takes it back. */
export function cookieWith(secret: string, rules: CookieRules, service: Service): string {
  const path = isHttps(service) ? '/' : rules.path
  const age = secret === '' ? 0 : rules.seconds
  const sameSite = rules.sameSite === 'None' && !isHttps(service) ? 'Lax' : rules.sameSite
  // Within a frame, a browser that keeps sites apart keeps one only for the site around it.
  const apart = sameSite === 'None' ? '; Partitioned' : ''
  const flags = `Path=${path}; Max-Age=${age}; HttpOnly; SameSite=${sameSite}${isHttps(service) ? '; Secure' : ''}${apart}`
  return `${cookieName(rules, service)}=${secret}; ${flags}`
}

/** The secret in a cookie; an empty one is none, for anybody could compute what is derived from it. */
export function secretIn(
  request: Request,
  rules: CookieRules,
  service: Service,
): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/)
  const start = `${cookieName(rules, service)}=`
  return cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length) || undefined
}

/** What the forms of a session hold. Needs no place of its own: whoever has it has the session. */
export const formTokenOf = (secret: string) =>
  createHmac('sha256', secret).update('form').digest('base64url')

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
 * For addresses of people who are signed in: nothing is kept by anybody, and nothing is done that a page of somebody
 * else asks for.
 *
 * @throws Refusal `forbidden` for a POST from elsewhere, by `Origin` and `Sec-Fetch-Site`.
 */
export function ownPagesOnly(service: Service): RequestHandler {
  return (request, response, next) => {
    // With `no-referrer` a browser would not tell where our own forms come from.
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
    if (request.method !== 'GET' && request.method !== 'HEAD' && isFromElsewhere(request, service))
      throw new Refusal('forbidden', 'This form was not sent from a page of ours')
    next()
  }
}

/** Whether a form comes from a page of this session. */
export const isOfSession = async (
  fields: readonly Field[],
  { frame }: Pick<Guest, 'frame'>,
): Promise<boolean> => (await textIn(fields, 'form'))?.trim() === frame.formToken

/** Refuses a form that does not come from a page of this session. @throws Refusal `forbidden`. */
export async function checkFormToken(
  fields: readonly Field[],
  guest: Pick<Guest, 'frame'>,
): Promise<void> {
  if (!(await isOfSession(fields, guest)))
    throw new Refusal('forbidden', 'This form is not of your session; load the page anew')
}

const maxSmallFormBytes = 512 * 1024
const maxSmallFormFields = 100

/** The fields of a form without files. @throws Refusal `bad-request`, `too-large`. */
export async function fieldsOf(
  { request, door }: Pick<Guest, 'request' | 'door'>,
  check: (fields: readonly Field[]) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const upload = await door.receive(request, maxSmallFormBytes)
  try {
    const type = request.headers['content-type'] ?? ''
    const fields = await readForm(upload, type, maxSmallFormFields)
    await check(fields)
    const entries = fields.map(
      async ({ name, bytes }) => [name, withLineFeeds(String(await bytes()))] as const,
    )
    return new Map(await Promise.all(entries))
  } finally {
    await upload.discard()
  }
}

/** The fields of a form without files, sent from a page of this session. @throws Refusal `forbidden`, `bad-request`. */
export const smallForm = (guest: Guest): Promise<ReadonlyMap<string, string>> =>
  fieldsOf(guest, (fields) => checkFormToken(fields, guest))
