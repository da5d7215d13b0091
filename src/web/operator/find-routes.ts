import { Readable } from 'node:stream'
import { type Request, Router } from 'express'
import type { FindAsked } from '../../acting/find-asked.ts'
import type { Found } from '../../acting/found.ts'
import type { Caller } from '../../service/access.ts'
import type { Service } from '../../service/service.ts'
import { byteOrderMark, csvHeaders, csvRow } from '../csv.ts'
import { limitAsked, param, queryText } from '../guard.ts'

const terms = ['q', 'course', 'run', 'achievement', 'issuer', 'batch', 'from', 'to'] as const

/** What is looked for, by the query; `status` may stand several times, or once with commas. */
export function findAsked(request: Request): FindAsked {
  const statuses = [request.query.status ?? []].flat()
  const status = statuses
    .flatMap((each) => (typeof each === 'string' ? each.split(',') : []))
    .filter(Boolean)
  const texts = terms.flatMap((name) => {
    const text = queryText(request, name)
    return text ? [[name, text] as const] : []
  })
  return { ...Object.fromEntries(texts), ...(status.length > 0 ? { status } : {}) }
}

/** The columns of what was found; names are public and stable. A table of corrections may have them all. */
const columns = {
  id: 'id',
  url: 'url',
  name: 'name',
  title: 'title',
  learner: 'learner',
  achievement: 'achievement',
  course: 'course',
  run: 'run',
  state: 'state',
  issued_at: 'issuedAt',
  corrected_at: 'correctedAt',
  revoked_at: 'revokedAt',
  revocation_code: 'revocationCode',
  letter: 'letter',
} as const satisfies Record<string, keyof Found>

/** All that was found as a table, made while it is sent (RFC 4180, UTF-8). */
export function* foundCsv(found: Iterable<Found>): Generator<string> {
  yield byteOrderMark + csvRow([...Object.keys(columns), 'claimed'])
  for (const each of found)
    yield csvRow([
      ...Object.values(columns).map((member) => each[member]),
      each.isClaimed ? 'yes' : 'no',
    ])
}

const callerOf = (request: Request, service: Service): Caller =>
  service.recognise(request.headers.authorization)

const pageAsked = (request: Request) => ({
  after: queryText(request, 'after') ?? null,
  limit: limitAsked(request, 50),
})

/** What was issued, and to whom: `/api/credentials`, `/api/learners`. Nothing of what is looked for is written down. */
export function findRoutes(service: Service): Router {
  const router = Router()
  const { finds } = service.acting

  router.get('/api/credentials', (request, response) => {
    const page = finds.credentials(
      findAsked(request),
      callerOf(request, service),
      pageAsked(request),
    )
    response.set('Cache-Control', 'no-store').json({ credentials: page.found, next: page.next })
  })

  router.get('/api/credentials.csv', (request, response, next) => {
    const asked = findAsked(request)
    const caller = callerOf(request, service)
    // A refusal has to come before the first byte.
    finds.credentials(asked, caller, { after: null, limit: 1 })
    response.set(csvHeaders('credentials.csv'))
    Readable.from(foundCsv(finds.all(asked, caller)))
      .on('error', next)
      .pipe(response)
  })

  router.get('/api/credentials/:id', (request, response) => {
    const found = finds.one(param(request, 'id'), callerOf(request, service))
    response.set('Cache-Control', 'no-store').json(found)
  })

  router.get('/api/learners', (request, response) => {
    const page = finds.learners(findAsked(request), callerOf(request, service), pageAsked(request))
    response.set('Cache-Control', 'no-store').json({ learners: page.found, next: page.next })
  })

  router.get('/api/learners/:id', (request, response) => {
    const file = finds.learner(param(request, 'id'), callerOf(request, service))
    response.set('Cache-Control', 'no-store').json(file)
  })
  return router
}
