import { type Request, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { type Caller, hasInScope, permit } from '../../service/access.ts'
import type { Service } from '../../service/service.ts'
import { param } from '../guard.ts'
import { readBody } from '../upload.ts'
import { jsonIn } from './sender.ts'

const maxBytes = 256 * 1024

async function objectIn(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const value = jsonIn(await readBody(request, maxBytes))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('bad-request', 'Send a JSON object')
  return value as Readonly<Record<string, unknown>>
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Whoever may see to a connection: an administrator, or an issuer of its course. */
function callerFor(request: Request, service: Service): Caller {
  const caller = recognised(request, service)
  permit(caller, ['issuer'], service.inbound.connections.courseOf(param(request, 'id')))
  return caller
}

function recognised(request: Request, service: Service): Caller {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, ['issuer'])
  return caller
}

/** `/api/connections`: which machines may tell of completions; docs/CONNECTIONS.md. */
export function connectionRoutes(service: Service): Router {
  const router = Router()
  const { connections } = service.inbound

  router.use('/api/connections', (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.get('/api/connections', (request, response) => {
    const caller = recognised(request, service)
    const seen = connections.list().filter(({ course }) => hasInScope(caller, course))
    response.json({ connections: seen })
  })
  router.post('/api/connections', async (request, response) => {
    const caller = recognised(request, service)
    const { kind, label, course, run, ...settings } = await objectIn(request)
    permit(caller, ['issuer'], text(course))
    const { record } = await connections.add({
      kind: text(kind),
      label: text(label),
      course: text(course),
      run: text(run),
      settings,
      createdBy: caller.token,
    })
    const made = { ...connections.view(record), ...connections.secretShown(record) }
    response.status(201).set('Location', `/api/connections/${record.id}`).json(made)
  })
  router.get('/api/connections/:id', (request, response) => {
    callerFor(request, service)
    const { record } = connections.find(param(request, 'id'))
    const batches = service.ledger.connections.batches(record.id, 50)
    response.json({ ...connections.view(record), batches })
  })
  router.put('/api/connections/:id', async (request, response) => {
    callerFor(request, service)
    const { record } = connections.set(param(request, 'id'), await objectIn(request))
    response.json(connections.view(record))
  })
  router.delete('/api/connections/:id', (request, response) => {
    callerFor(request, service)
    const id = param(request, 'id')
    connections.remove(id)
    response.json({ id, removed: true })
  })
  router.post('/api/connections/:id/secret', (request, response) => {
    // Only for administrators: whoever has it can have anything of the course issued.
    permit(service.recognise(request.headers.authorization), [])
    response.json(connections.showSecret(param(request, 'id')))
  })
  return router
}
