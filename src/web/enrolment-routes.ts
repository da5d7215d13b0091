import { type Request, Router } from 'express'
import { type Enrolment, enrolmentStateOf } from '../admission/enrolment.ts'
import { Refusal } from '../errors.ts'
import type { Service } from '../service/service.ts'
import { csvHeaders } from './csv.ts'
import { enrolmentAsked, textsIn } from './enrolment-body.ts'
import { enrolmentCsv } from './enrolment-csv.ts'
import { limitAsked, param, queryText, requestKey } from './guard.ts'
import { readBody } from './upload.ts'

const maxBytes = 64 * 1024

/** What is told of an enrolment; its address beside it. */
function enrolmentBody(enrolment: Enrolment) {
  return { ...enrolment, location: `/api/enrolments/${enrolment.id}` }
}

function pageAsked(request: Request) {
  const after = queryText(request, 'after') ?? null
  return { ...listAsked(request), after, limit: limitAsked(request) }
}

function listAsked(request: Request) {
  const specialization = queryText(request, 'specialization')
  if (!specialization) throw new Refusal('bad-request', 'Name the specialization: ?specialization=')
  const state = queryText(request, 'state')
  return { specialization, state: state === undefined ? null : enrolmentStateOf(state) }
}

const noteRefused = (why: string) =>
  new Refusal('bad-request', `Send {"note": "…"}, or nothing: ${why}`)

function noteIn(body: Uint8Array): string | null {
  return body.length === 0 ? null : (textsIn(body, ['note'], noteRefused).get('note') ?? null)
}

function listRoutes(service: Service): Router {
  const router = Router()
  router.get('/api/enrolments', (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const asked = pageAsked(request)
    const found = service.enrolments.list(asked, caller)
    response.set('Cache-Control', 'no-store').json({
      specialization: asked.specialization,
      places: service.enrolments.places(asked.specialization),
      enrolments: found.map(enrolmentBody),
      next: found.length === asked.limit ? (found.at(-1)?.id ?? null) : null,
    })
  })

  router.get('/api/enrolments.csv', (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const asked = listAsked(request)
    const pieces = enrolmentCsv(service.enrolments.all(asked, caller))
    response.set(csvHeaders('enrolments.csv'))
    for (const piece of pieces) response.write(piece)
    response.end()
  })
  return router
}

/** Enrolment by programs: one address for one enrolment, one for a list of them, and the list as a table. */
export function enrolmentRoutes(service: Service): Router {
  const router = Router()
  router.use(listRoutes(service))

  router.post('/api/enrolments', async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    if (!request.is('application/json'))
      throw new Refusal('unsupported-media-type', 'Send application/json')
    const key = requestKey(request)
    const { request: asked, hash } = enrolmentAsked(
      await readBody(request, maxBytes),
      service.publicUrl,
    )
    const keyed = key === undefined ? undefined : { key, hash }
    const { enrolment, isNew } = service.enrolments.enrol(asked, caller, keyed)
    const body = enrolmentBody(enrolment)
    response
      .status(isNew ? 201 : 200)
      .set({ Location: body.location, 'Cache-Control': 'no-store' })
      .json(body)
  })

  router.get('/api/enrolments/:id', (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const enrolment = service.enrolments.find(param(request, 'id'), caller)
    response.set('Cache-Control', 'no-store').json(enrolmentBody(enrolment))
  })

  router.post('/api/enrolments/:id/withdraw', async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const note = noteIn(await readBody(request, maxBytes))
    const { enrolment, ...moved } = service.enrolments.withdraw(param(request, 'id'), note, caller)
    response
      .set('Cache-Control', 'no-store')
      .json({ enrolment: enrolmentBody(enrolment), ...moved })
  })
  return router
}
