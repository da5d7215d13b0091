import { type Request, type Response, Router } from 'express'
import { lineStates, stateOf } from '../admission/ranked-lines.ts'
import { Refusal } from '../errors.ts'
import type { ApplicantRow } from '../learning/applicants/applicant.ts'
import { readApplicants } from '../learning/applicants/applicant-csv.ts'
import { type Caller, permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { Places } from './allowance.ts'
import { listAsked } from './application-json.ts'
import { byteOrderMark, csvHeaders } from './csv.ts'
import type { Door } from './door.ts'
import { readingOf } from './eligibility-routes.ts'
import { utf8 } from './form.ts'
import { clientOf, limitAsked, param, queryText, requestKey } from './guard.ts'
import { languageOf } from './language.ts'
import { lineBody, progressOf } from './list-body.ts'
import { lineRow, listCsvHead } from './list-csv.ts'
import { isDoneWithin, listProgress } from './list-events.ts'
import { once } from './once.ts'
import { tellProgress } from './progress-events.ts'
import { bytesOf, type Upload } from './upload.ts'
import { write } from './write.ts'

export interface ListOptions {
  readonly service: Service
  readonly door: Door
  readonly isStopping: () => boolean
  /** Begins to decide what is open. */
  readonly begin: () => void
}

const maxCsvBytes = 16 * 1024 * 1024
const maxJsonBytes = 8 * 1024 * 1024
const answeredAtOnce = 50
const answerWithinMs = 60_000
const listeners = { inAll: 50, perClient: 5, of: 'listeners' }

interface Asked {
  readonly specialization: string
  readonly rows: AsyncIterable<ApplicantRow> | Iterable<ApplicantRow>
  /** How many, where that is known before they are read. */
  readonly count: number | undefined
}

async function readAsked(
  request: Request,
  upload: Upload,
  { service, caller }: { readonly service: Service; readonly caller: Caller },
): Promise<Asked> {
  const inAddress = queryText(request, 'specialization')
  if (!request.is('application/json')) {
    const specialization = inAddress ?? ''
    const rows = readApplicants(upload.read(), readingOf(specialization, caller, service))
    return { specialization, rows, count: undefined }
  }
  const asked = listAsked(utf8(await bytesOf(upload)))
  const specialization = asked.specialization || (inAddress ?? '')
  const rows = asked.rows(readingOf(specialization, caller, service))
  return { specialization, rows, count: asked.count }
}

const callerOf = (request: Request, service: Service) => {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, ['provider'])
  return caller
}

/** Receives a list and stores it; gives back its id, and whether its sender may wait for the whole answer. */
async function takeList(
  request: Request,
  { service, door }: ListOptions,
): Promise<{ id: string; caller: Caller; isShort: boolean }> {
  const caller = callerOf(request, service)
  const isJson = Boolean(request.is('application/json'))
  if (!isJson && !request.is(['text/csv', 'text/plain', 'application/octet-stream']))
    throw new Refusal('unsupported-media-type', 'Send text/csv or application/json')
  const leave = door.enterBatch(request)
  let upload: Upload | undefined
  try {
    upload = await door.receive(request, isJson ? maxJsonBytes : maxCsvBytes)
    const { specialization, rows, count } = await readAsked(request, upload, { service, caller })
    const hash = `${request.originalUrl} ${upload.hash}`
    const key = requestKey(request)
    const id = await once(key, { service, caller, hash }, (keep) =>
      service.lists.open(rows, { specialization, caller }, keep),
    )
    const mayWait = !/\brespond-async\b/.test(request.get('Prefer') ?? '')
    return { id, caller, isShort: mayWait && count !== undefined && count <= answeredAtOnce }
  } finally {
    leave()
    await upload?.discard()
  }
}

function answerAll(
  { request, response }: { readonly request: Request; readonly response: Response },
  list: ReturnType<Service['lists']['find']>,
  { service, caller }: { readonly service: Service; readonly caller: Caller },
): void {
  const reader = { caller, language: languageOf(request), service }
  const lines = [...service.lists.ranked(list.id)].sort((a, b) => a.line - b.line)
  const decisions = lines.map((line) => lineBody(line, reader))
  response.json({ ...progressOf(list, service), decisions })
}

/** The lines of one state, or all. @throws Refusal `bad-request`. */
function linesAsked(request: Request, id: string, { lists }: Service) {
  const asked = queryText(request, 'outcome')
  const state = lineStates.find((each) => each === asked)
  if (asked !== undefined && !state)
    throw new Refusal('bad-request', `outcome is one of ${lineStates.join(', ')}`)
  const lines = lists.ranked(id)
  return state ? lines.filter((line) => stateOf(line) === state) : lines
}

function placeAsked(request: Request): number {
  const from = Number(queryText(request, 'from') ?? 0)
  if (!Number.isInteger(from) || from < 0)
    throw new Refusal('bad-request', 'from is the place of the first line, counted from 0')
  return from
}

/** Sends what a list came to as a table, written as fast as it is read. */
export async function sendListCsv(
  { request, response }: { readonly request: Request; readonly response: Response },
  list: ReturnType<Service['lists']['find']>,
  { service, caller }: { readonly service: Service; readonly caller: Caller },
): Promise<void> {
  // Its words are needed for every row: an answer that has begun could not be refused any more.
  service.admissions.specialization(list.specialization)
  const lines = linesAsked(request, list.id, service)
  const reader = { caller, language: languageOf(request), service }
  response.set(csvHeaders(`applicants-${list.id}.csv`))
  await write(response, byteOrderMark + listCsvHead)
  for (const line of lines) {
    if (response.destroyed) return
    await write(response, lineRow(line, reader))
  }
  response.end()
}

/** Lists of applicants for programs: handed in, decided in the background, and taken away as a table. */
export function listRoutes(options: ListOptions): Router {
  const { service, door, isStopping, begin } = options
  const router = Router()
  const listening = new Places(listeners)

  router.post('/api/eligibility/batch', door.limit, async (request, response) => {
    response.set('Cache-Control', 'no-store')
    const { id, caller, isShort } = await takeList(request, options)
    begin()
    const location = `/api/eligibility/lists/${id}`
    response.location(location)
    const isWanted = () => !isStopping() && !response.destroyed
    const isDone = isShort && (await isDoneWithin(id, answerWithinMs, { service, isWanted }))
    const list = service.lists.find(id, caller)
    if (isDone) answerAll({ request, response }, list, { service, caller })
    else response.status(202).json({ ...progressOf(list, service), location })
  })

  router.get('/api/eligibility/lists', (request, response) => {
    const caller = callerOf(request, service)
    const specialization = queryText(request, 'specialization') ?? ''
    readingOf(specialization, caller, service)
    const lists = service.lists.recent(specialization, caller)
    const bodies = lists.map((list) => progressOf(list, service))
    response.set('Cache-Control', 'no-store').json({ lists: bodies })
  })

  router.get('/api/eligibility/lists/:id', (request, response) => {
    const caller = callerOf(request, service)
    const list = service.lists.find(param(request, 'id'), caller)
    const [from, limit] = [placeAsked(request), limitAsked(request, 100)]
    const reader = { caller, language: languageOf(request), service }
    const lines = linesAsked(request, list.id, service)
    const shown = lines.slice(from, from + limit).map((line) => lineBody(line, reader))
    const next = from + limit < lines.length ? from + limit : null
    response.set('Cache-Control', 'no-store')
    response.json({ ...progressOf(list, service), lines: shown, next })
  })

  router.get('/api/eligibility/lists/:id/result.csv', async (request, response) => {
    const caller = callerOf(request, service)
    const list = service.lists.find(param(request, 'id'), caller)
    await sendListCsv({ request, response }, list, { service, caller })
  })

  router.get('/api/eligibility/lists/:id/events', async (request, response) => {
    const list = service.lists.find(param(request, 'id'), callerOf(request, service))
    const leave = listening.enter(clientOf(request))
    try {
      const look = () => listProgress(list.id, service)
      await tellProgress(look, { request, response }, () => !isStopping())
    } finally {
      leave()
    }
  })
  return router
}
