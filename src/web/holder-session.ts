import type { Request, Response } from 'express'
import type { HolderProfile } from '../holder/holders.ts'
import type { HolderFrame } from '../pages/holder-frame.ts'
import { nameActor } from '../service/acting.ts'
import type { Service } from '../service/service.ts'
import type { Door } from './door.ts'
import { frameOf } from './frame.ts'
import { type CookieRules, cookieWith, formTokenOf, secretIn } from './signed-in.ts'

/** What the routes of learners share. */
export interface HolderDesk {
  readonly service: Service
  readonly door: Door
}

/** A request of a learner who is signed in. */
export interface HolderVisit extends HolderDesk {
  readonly request: Request
  readonly response: Response
  readonly holder: HolderProfile
  readonly frame: HolderFrame
}

// Learners come by links of letters and of other sites, where a strict cookie would stay behind.
const holderCookie: CookieRules = {
  name: 'holder',
  path: '/',
  sameSite: 'Lax',
  seconds: 12 * 60 * 60,
}

/** The header that hands out a session, or with `''` takes it back. */
export const holderCookieWith = (secret: string, service: Service) =>
  cookieWith(secret, holderCookie, service)

export const holderSecret = (request: Request, service: Service) =>
  secretIn(request, holderCookie, service)

/** A request of a learner. @throws Refusal `unauthorised`, which is answered with the way to a new link. */
export function holderVisitOf(
  request: Request,
  response: Response,
  { service, door }: HolderDesk,
): HolderVisit {
  const secret = holderSecret(request, service)
  const holder = service.holders.signedIn(secret)
  nameActor(`learner/${holder.id}`)
  const frame = { ...frameOf(request, service), formToken: formTokenOf(secret ?? '') }
  return { request, response, service, door, holder, frame }
}
