import type { Request, Response } from 'express'
import type { Specialization } from '../learning/specialization.ts'
import type { DeskFrame } from '../pages/desk-frame.ts'
import { type Caller, permit } from '../service/access.ts'
import { nameActor } from '../service/acting.ts'
import type { Service } from '../service/service.ts'
import { type SignInSettings, signedIn } from '../service/sign-in.ts'
import type { Door } from './door.ts'
import { frameOf } from './frame.ts'
import { param } from './guard.ts'
import { type CookieRules, cookieWith, formTokenOf, secretIn } from './signed-in.ts'

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

const deskCookie: CookieRules = {
  name: 'desk',
  path: '/',
  sameSite: 'Strict',
  seconds: 12 * 60 * 60,
}

/** The header that hands out a session, or with `''` takes it back. */
export const sessionCookie = (secret: string, service: Service) =>
  cookieWith(secret, deskCookie, service)

export const sessionSecret = (request: Request, service: Service) =>
  secretIn(request, deskCookie, service)

/** A request at the desk. @throws Refusal `unauthorised`, which the desk answers with the form to sign in. */
export const visitOf = (request: Request, response: Response, desk: Desk): Visit =>
  visitWith(sessionSecret(request, desk.service), { request, response, desk })

/** The same in a session that has just begun, of which the browser does not know yet. @throws Refusal `unauthorised`, `forbidden`. */
export function visitWith(
  secret: string | undefined,
  { request, response, desk }: { request: Request; response: Response; desk: Desk },
): Visit {
  const { service, door } = desk
  const caller = signedIn(secret, signInSettings(service))
  nameActor(caller.token)
  permit(caller, ['provider'])
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
