import { type Request, type Response, Router } from 'express'
import type { Service } from '../service/service.ts'
import { deliveryStateOf } from '../webhooks/webhooks.ts'
import { membersIn } from './correction-body.ts'
import { limitAsked, param, queryText } from './guard.ts'
import { readBody } from './upload.ts'
import { deliveriesBody, deliveryBody, endpointBody, readEndpoint } from './webhook-body.ts'

const maxBodyBytes = 64 * 1024

/** `/api/webhooks`: who is told of what happens, for administrators, and issuers of their own courses. */
export function webhookRoutes(service: Service): Router {
  const router = Router()
  const { webhooks } = service
  const callerOf = (request: Request) => service.recognise(request.headers.authorization)
  const answer = (response: Response, body: object, status = 200) =>
    response.status(status).set('Cache-Control', 'no-store').json(body)

  router.get('/api/webhooks', (request, response) => {
    answer(response, { endpoints: webhooks.list(callerOf(request)).map(endpointBody) })
  })

  router.post('/api/webhooks', async (request, response) => {
    const caller = callerOf(request)
    const wish = readEndpoint(await readBody(request, maxBodyBytes))
    const added = webhooks.add(wish, caller)
    response.location(`/api/webhooks/${added.id}`)
    answer(response, endpointBody(added), 201)
  })

  router.get('/api/webhooks/:id', (request, response) => {
    answer(response, endpointBody(webhooks.find(param(request, 'id'), callerOf(request))))
  })

  router.delete('/api/webhooks/:id', (request, response) => {
    webhooks.remove(param(request, 'id'), callerOf(request))
    response.status(204).set('Cache-Control', 'no-store').end()
  })

  router.post('/api/webhooks/:id/rotate', async (request, response) => {
    const caller = callerOf(request)
    const { keepHours } = membersIn(await readBody(request, maxBodyBytes), { keepHours: 'number' })
    answer(response, endpointBody(webhooks.rotate(param(request, 'id'), caller, keepHours)))
  })

  router.post('/api/webhooks/:id/test', async (request, response) => {
    answer(response, deliveryBody(await webhooks.test(param(request, 'id'), callerOf(request))))
  })

  router.post('/api/webhooks/:id/enable', (request, response) => {
    answer(response, endpointBody(webhooks.enable(param(request, 'id'), callerOf(request))))
  })

  router.get('/api/webhooks/:id/deliveries', (request, response) => {
    const caller = callerOf(request)
    const state = queryText(request, 'state')
    const limit = limitAsked(request, 50)
    const asked = {
      state: state === undefined ? null : deliveryStateOf(state),
      after: queryText(request, 'after') ?? null,
      limit,
    }
    const found = webhooks.deliveries(param(request, 'id'), asked, caller)
    answer(response, deliveriesBody(found, asked))
  })

  router.post('/api/webhooks/:id/deliveries/:delivery/resend', (request, response) => {
    const [id, delivery] = [param(request, 'id'), param(request, 'delivery')]
    answer(response, deliveryBody(webhooks.resend(delivery, callerOf(request), id)))
  })
  return router
}
