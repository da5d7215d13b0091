import { type Request, Router } from 'express'
import { type Caller, permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { param } from './guard.ts'

const administratorOf = (request: Request, service: Service): Caller => {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, [])
  return caller
}

/** `POST /api/keys/{kid}/reissue`: sign anew all that a key signed which is out of use; `GET` tells how far it is. */
export function reissueRoutes(service: Service): Router {
  const router = Router()
  router.post('/api/keys/:kid/reissue', async (request, response) => {
    const { token } = administratorOf(request, service)
    const kid = param(request, 'kid')
    const standing = await service.reissues.begin(kid, token)
    response
      .status(202)
      .set('Cache-Control', 'no-store')
      .location(`/api/keys/${encodeURIComponent(kid)}/reissue`)
      .json(standing)
  })

  router.get('/api/keys/:kid/reissue', async (request, response) => {
    administratorOf(request, service)
    const standing = await service.reissues.standing(param(request, 'kid'))
    response.set('Cache-Control', 'no-store').json(standing)
  })
  return router
}
