import { Router } from 'express'
import { Refusal } from '../errors.ts'
import type { Service } from '../service/service.ts'
import { openToAll } from './guard.ts'

// A verifier may keep these for five minutes: long enough to spare us, short enough for a revocation to be seen.
const maxAgeSeconds = 300

// Of a checkpoint only the newest is of use.
const cacheOf = (path: string) =>
  path.endsWith('-checkpoint') ? 'no-cache' : `public, max-age=${maxAgeSeconds}`

/** Keys, status lists and did.json: what verifiers everywhere read, with no cookie and no page. */
export function documentRoutes(service: Service): Router {
  const router = Router()
  const paths = [
    '/.well-known/did.json',
    '/.well-known/jwks.json',
    '/.well-known/colophon-checkpoint',
    '/keys/:kid',
    '/issuers/:id/did.json',
    '/issuers/:id/jwks.json',
    '/issuers/:id/mandate.json',
    '/status/:number',
    '/vc-api/status/:name',
    '/receipts/jwks.json',
  ]
  router.options(paths, openToAll)
  router.get(paths, openToAll, async (request, response) => {
    const document = await service.published(request.path)
    if (!document) throw new Refusal('not-found', 'There is nothing at this address')
    response
      .set('Cache-Control', cacheOf(request.path))
      .set('Content-Type', document.contentType)
      .send(Buffer.from(document.text))
  })
  return router
}
