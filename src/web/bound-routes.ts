import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import { isPrivate } from '../holder/visibility.ts'
import type { Service } from '../service/service.ts'
import type { SignedBound } from '../service/wallets.ts'
import { idForm } from './credential-routes.ts'
import { openToAll, param, suffixedParam } from './guard.ts'

const jsonTypes = [
  'application/vc',
  'application/vc+ld+json',
  'application/ld+json',
  'application/json',
]
const jwtTypes = ['application/vc+jwt', 'application/jwt', 'text/plain']

/**
 * A bound credential in force or revoked; one whose award is not to be seen is not either.
 *
 * @throws Refusal `credential-erased`.
 */
function boundOf(service: Service, id: string): SignedBound | undefined {
  if (!idForm.test(id)) return undefined
  if (service.isErased(service.wallets.awardOf(id) ?? ''))
    throw new Refusal('credential-erased', 'It was erased; nothing of it is kept')
  const bound = service.wallets.bound(id)
  const award = bound && service.issued(bound.credential)
  return award && !isPrivate(award) ? bound : undefined
}

function sendForm(
  bound: SignedBound,
  form: 'json' | 'jwt',
  contentType: string,
  response: Response,
) {
  response
    .set('Cache-Control', 'public, no-cache')
    .set('Content-Type', contentType)
    .send(Buffer.from(form === 'json' ? bound.signed : bound.jwt))
}

/** By suffix or `Accept` its documents; a browser is led to the page of the award. @throws Refusal `not-found`. */
function answer(
  bound: SignedBound,
  suffix: string | undefined,
  request: Request,
  response: Response,
) {
  if (suffix === 'json') return sendForm(bound, 'json', 'application/vc', response)
  if (suffix === 'jwt') return sendForm(bound, 'jwt', 'text/plain', response)
  if (suffix !== undefined) throw new Refusal('not-found', 'It is had as .json or .jwt')
  response.vary('Accept')
  const type = request.accepts(['text/html', ...jsonTypes, ...jwtTypes])
  if (!type) throw new Refusal('not-acceptable', 'Ask for HTML, JSON or JWT')
  if (jsonTypes.includes(type)) return sendForm(bound, 'json', type, response)
  if (jwtTypes.includes(type)) return sendForm(bound, 'jwt', type, response)
  response.set('Cache-Control', 'no-cache').redirect(302, `/c/${bound.credential}`)
}

/** `/c/{id}` of credentials that are bound to a wallet: they have documents and a status, and the page of their award. */
export function boundRoutes(service: Service): Router {
  const router = Router()
  // A router that has an address answers for it beforehand, whatever follows.
  router.options(['/c/:id', '/c/:id/status.json'], openToAll)

  router.get('/c/:id/status.json', openToAll, (request, response, next) => {
    const bound = boundOf(service, param(request, 'id'))
    if (!bound) return next()
    const { revokedAt } = bound
    // The award itself may go on, corrected: then this one was replaced with it.
    const reason =
      service.issued(bound.credential)?.revocationCode ?? bound.revocationCode ?? 'replaced'
    response.set('Cache-Control', 'no-cache').json({
      id: new URL(`/c/${bound.id}`, service.publicUrl).href,
      status: revokedAt ? 'revoked' : 'active',
      ...(revokedAt ? { revokedAt, reason } : {}),
    })
  })

  router.get('/c/:id', openToAll, (request, response, next) => {
    const [id, suffix] = suffixedParam(request, 'id')
    const bound = boundOf(service, id)
    if (!bound) return next()
    answer(bound, suffix, request, response)
  })
  return router
}
