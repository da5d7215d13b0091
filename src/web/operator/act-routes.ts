import { Readable } from 'node:stream'
import { type Request, Router } from 'express'
import type { Act } from '../../acting/act.ts'
import { actStateOf, type Caller } from '../../service/access.ts'
import type { Service } from '../../service/service.ts'
import { membersIn } from '../correction-body.ts'
import { csvHeaders, csvRow } from '../csv.ts'
import { limitAsked, param, queryText } from '../guard.ts'
import { readBody } from '../upload.ts'
import { readActBody } from './act-body.ts'
import { tellStanding } from './act-events.ts'

const maxActBytes = 16 * 1024 * 1024
const maxAnswerBytes = 64 * 1024
const pageSize = 1_000

const callerOf = (request: Request, service: Service): Caller =>
  service.recognise(request.headers.authorization)

/** Nothing more comes of it, whatever anybody does. */
export const isOver = ({ state }: Act) => ['done', 'refused', 'ended'].includes(state)

/** What an act did to each, as a table, made while it is sent (RFC 4180). */
export function* actCsv(id: string, service: Service, caller: Caller): Generator<string> {
  yield csvRow(['id', 'url', 'result', 'code', 'done_at'])
  let after = -1
  for (;;) {
    const items = service.acting.acts.items(id, after, pageSize, caller)
    for (const { credential, state, code, doneAt } of items)
      yield csvRow([
        credential,
        new URL(`/c/${credential}`, service.publicUrl).href,
        state,
        code,
        doneAt,
      ])
    const last = items.at(-1)
    if (!last || items.length < pageSize) return
    after = last.ordinal
  }
}

function settlingRoutes(service: Service): Router {
  const router = Router()
  const { acts } = service.acting

  router.post('/api/acts/:id/approve', async (request, response) => {
    const act = await acts.approve(param(request, 'id'), callerOf(request, service))
    response.set('Cache-Control', 'no-store').json(act)
  })

  router.post('/api/acts/:id/refuse', async (request, response) => {
    const caller = callerOf(request, service)
    const body = await readBody(request, maxAnswerBytes)
    const { answer = '' } = membersIn(body, { answer: 'string' })
    const act = acts.refuse(param(request, 'id'), answer, caller)
    response.set('Cache-Control', 'no-store').json(act)
  })

  router.post('/api/acts/:id/pause', (request, response) => {
    const act = acts.turn(param(request, 'id'), 'paused', callerOf(request, service))
    response.set('Cache-Control', 'no-store').json(act)
  })

  router.post('/api/acts/:id/resume', (request, response) => {
    const act = acts.turn(param(request, 'id'), 'running', callerOf(request, service))
    response.set('Cache-Control', 'no-store').json(act)
  })
  return router
}

/** One thing done to many credentials: `/api/acts`. */
export function actRoutes(service: Service, isStopping: () => boolean): Router {
  const router = Router()
  const { acts } = service.acting

  router.post('/api/acts', async (request, response) => {
    const caller = callerOf(request, service)
    const asked = readActBody(await readBody(request, maxActBytes))
    response.set('Cache-Control', 'no-store')
    if (['true', '1'].includes(queryText(request, 'dryRun') ?? '')) {
      response.json(await acts.preview(asked, caller))
      return
    }
    const act = await acts.ask(asked, caller)
    response.status(202).location(`/api/acts/${act.id}`).json(act)
  })

  router.get('/api/acts', (request, response) => {
    const state = queryText(request, 'state')
    const page = acts.list(
      {
        state: state === undefined ? null : actStateOf(state),
        after: queryText(request, 'after') ?? null,
        limit: limitAsked(request, 50),
      },
      callerOf(request, service),
    )
    response.set('Cache-Control', 'no-store').json(page)
  })

  router.get('/api/acts/:id', (request, response) => {
    const act = acts.one(param(request, 'id'), callerOf(request, service))
    response.set('Cache-Control', 'no-store').json(act)
  })

  router.get('/api/acts/:id/events', async (request, response) => {
    const caller = callerOf(request, service)
    const id = param(request, 'id')
    acts.one(id, caller)
    const look = () => {
      const body = acts.one(id, caller)
      return { body, isOver: isOver(body) }
    }
    await tellStanding(look, response, () => !isStopping())
  })

  router.get('/api/acts/:id/result.csv', (request, response, next) => {
    const caller = callerOf(request, service)
    const { id } = acts.one(param(request, 'id'), caller)
    response.set(csvHeaders(`act-${id}.csv`))
    Readable.from(actCsv(id, service, caller))
      .on('error', next)
      .pipe(response)
  })

  router.use(settlingRoutes(service))
  return router
}
