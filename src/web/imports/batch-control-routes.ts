import { type Request, Router } from 'express'
import { permit } from '../../service/access.ts'
import type { BatchRecord } from '../../service/batches.ts'
import type { Service } from '../../service/service.ts'
import { Places } from '../allowance.ts'
import { clientOf, limitAsked, param, queryText } from '../guard.ts'
import { type Progress, tellProgress } from '../progress-events.ts'

const listeners = { inAll: 50, perClient: 5, of: 'listeners' }

/** What a batch is, and how far: without its lines. */
export function batchNowBody(batch: BatchRecord, service: Service) {
  const { id, course, run, issuer, createdAt, fileName, heldUntil, pausedAt } = batch
  return {
    batch: id,
    course,
    run,
    issuer,
    fileName,
    createdAt,
    heldUntil,
    pausedAt,
    ...service.batches.now(batch),
  }
}

/** How far it is, for whoever listens. */
export function batchProgress(id: string, service: Service): Progress | undefined {
  const batch = service.ledger.batches.byId(id)
  if (!batch) return undefined
  const body = batchNowBody(batch, service)
  return {
    text: JSON.stringify(body),
    isDone: ['done', 'failed', 'undone'].includes(body.state),
  }
}

/** The batch that an address names, for whoever may see it. @throws Refusal `not-found`, `forbidden`. */
export function batchFor(
  id: string,
  caller: ReturnType<Service['recognise']>,
  service: Service,
): BatchRecord {
  const batch = service.batches.find(id)
  permit(caller, ['issuer'], batch.course)
  return batch
}

/** Imports under way, for programs: listed, listened to, held up, let go, taken back. */
export function batchControlRoutes(service: Service, isStopping: () => boolean): Router {
  const router = Router()
  const listening = new Places(listeners)
  const callerOf = (request: Request) => {
    const caller = service.recognise(request.headers.authorization)
    permit(caller, ['issuer'])
    return caller
  }
  const asked = (request: Request) => batchFor(param(request, 'id'), callerOf(request), service)

  router.get('/api/batches', (request, response) => {
    const { role, scope } = callerOf(request)
    const courses = role === 'admin' ? [] : scope
    const limit = limitAsked(request, 50)
    const before = queryText(request, 'before') ?? null
    const batches = service.ledger.batches.recent(courses, { before, limit })
    const next = batches.length === limit ? (batches.at(-1)?.id ?? null) : null
    const bodies = batches.map((batch) => batchNowBody(batch, service))
    response.set('Cache-Control', 'no-store').json({ batches: bodies, next })
  })

  router.get('/api/batches/:id/events', async (request, response) => {
    const { id } = asked(request)
    const leave = listening.enter(clientOf(request))
    const look = () => batchProgress(id, service)
    try {
      await tellProgress(look, { request, response }, () => !isStopping())
    } finally {
      leave()
    }
  })

  const acts = {
    pause: (id: string) => service.batches.pause(id),
    resume: (id: string) => service.batches.resume(id),
    release: (id: string) => service.batches.release(id),
    undo: (id: string) => service.batches.undo(id),
  }
  for (const [name, act] of Object.entries(acts))
    router.post(`/api/batches/:id/${name}`, (request, response) => {
      const batch = act(asked(request).id)
      // Taking back goes on after the answer.
      response.status(name === 'undo' ? 202 : 200).set('Cache-Control', 'no-store')
      response.json(batchNowBody(batch, service))
    })
  return router
}
