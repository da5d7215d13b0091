import type { Request, Response } from 'express'
import type { Specialization } from '../learning/specialization.ts'
import type { DeskFrame } from '../pages/desk-frame.ts'
import { type Caller, permit } from '../service/access.ts'
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
  path: '/provider',
  sameSite: 'Strict',
  seconds: 12 * 60 * 60,
}

/** The header that hands out a session, or with `''` takes it back. */
export const sessionCookie = (secret: string, service: Service) =>
  cookieWith(secret, deskCookie, service)

export const sessionSecret = (request: Request, service: Service) =>
  secretIn(request, deskCookie, service)

/** A request at the desk. @throws Refusal `unauthorised`, which the desk answers with the form to sign in. */
export function visitOf(request: Request, response: Response, { service, door }: Desk): Visit {
  const secret = sessionSecret(request, service)
  const caller = signedIn(secret, signInSettings(service))
  const frame = { ...frameOf(request, service), formToken: formTokenOf(secret ?? '') }
  return { request, response, service, door, caller, frame }
}

/**
 * The specialization that an address of the desk names.
 *
 * @throws Refusal `forbidden` beyond the scope, `specialization-unknown`.
 */
export function specializationOf({ request, service, caller }: Visit): Specialization {
  const id = param(request, 'specialization')
  permit(caller, ['provider'], id)
  return service.admissions.specialization(id)
}
