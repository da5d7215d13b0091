import type { Request, Response } from 'express'
import type { OperatorFrame } from '../../pages/operator/frame.ts'
import type { Role } from '../../service/access.ts'
import { type Caller, permit } from '../../service/access.ts'
import { nameActor } from '../../service/acting.ts'
import type { Service } from '../../service/service.ts'
import { signedIn } from '../../service/sign-in.ts'
import { type Desk, sessionSecret, signInSettings } from '../desk-session.ts'
import type { Door } from '../door.ts'
import { assetUrl, frameOf } from '../frame.ts'
import { formTokenOf } from '../signed-in.ts'

const deskScript = assetUrl('desk.js')
const deskStylesheet = assetUrl('desk.css')

/** A request of somebody who is signed in at the operator's desk. */
export interface OperatorVisit {
  readonly request: Request
  readonly response: Response
  readonly service: Service
  readonly door: Door
  readonly caller: Caller
  readonly frame: OperatorFrame
}

/**
 * A request at the operator's desk, of one of these roles; an administrator may always.
 *
 * @throws Refusal `unauthorised`, which the desk answers with the form to sign in; `forbidden` for another role.
 */
export function operatorVisit(
  request: Request,
  response: Response,
  { service, door }: Desk,
  roles: readonly Role[],
): OperatorVisit {
  const secret = sessionSecret(request, service)
  const caller = signedIn(secret, signInSettings(service))
  nameActor(caller.token)
  permit(caller, roles)
  const person = service.operator.personOf(caller)
  const formToken = formTokenOf(secret ?? '')
  return {
    request,
    response,
    service,
    door,
    caller,
    frame: { ...frameOf(request, service), formToken, person, deskScript, deskStylesheet },
  }
}
