import { type Request, Router } from 'express'
import { type Caller, permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { membersIn } from './correction-body.ts'
import { param } from './guard.ts'
import { readBody } from './upload.ts'

const administratorOf = (request: Request, service: Service): Caller => {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, [])
  return caller
}

const maxBodyBytes = 4 * 1024

/** `/api/keys`: the signing keys, for administrators; rotated, and taken out of use. */
export function keyRoutes(service: Service): Router {
  const router = Router()
  const { keys } = service.operator
  router.get('/api/keys', async (request, response) => {
    administratorOf(request, service)
    response.json({ issuers: await keys.all() })
  })
  router.post('/api/keys/rotate', async (request, response) => {
    administratorOf(request, service)
    const { issuer } = membersIn(await readBody(request, maxBodyBytes), { issuer: 'string' })
    const partner = issuer === undefined ? null : service.issuers.partner(issuer).id
    response.json({ made: await keys.rotate(partner) })
  })
  router.post('/api/keys/:kid/retire', async (request, response) => {
    administratorOf(request, service)
    const asked = membersIn(await readBody(request, maxBodyBytes), { compromised: 'boolean' })
    const state = asked.compromised === true ? 'compromised' : 'verify-only'
    response.json({ state, made: await keys.retire(param(request, 'kid'), state) })
  })
  return router
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
