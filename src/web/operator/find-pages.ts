import { Readable } from 'node:stream'
import { Router } from 'express'
import { credentialFilePage, learnerFilePage } from '../../pages/operator/file-pages.ts'
import { type FindFields, findFields, findPage } from '../../pages/operator/find-page.ts'
import { hasInScope, type Role } from '../../service/access.ts'
import { csvHeaders } from '../csv.ts'
import type { Desk } from '../desk-session.ts'
import { param, queryText } from '../guard.ts'
import { complaintOf } from './complaint.ts'
import { findAsked, foundCsv } from './find-routes.ts'
import { scopeChoices } from './scope-asked.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const perPage = 50
const shownHistory = 100

/** Who looks at what was issued. */
export const lookers: readonly Role[] = ['issuer', 'reviewer']

function sendFound({ request, response, service, frame, caller }: OperatorVisit): void {
  const asked: FindFields = Object.fromEntries(
    findFields.map((name) => [name, queryText(request, name)?.trim() ?? '']),
  )
  const isAsked = Object.values(asked).some((value) => value !== '')
  const courses = scopeChoices(service, frame.language).filter(({ id }) => hasInScope(caller, id))
  const show = (page: object) => {
    const view = { asked, courses, rows: null, next: null, ...page }
    response.type('html').send(findPage(view, frame).markup)
  }
  try {
    const after = queryText(request, 'after') ?? null
    const page = isAsked
      ? service.acting.finds.credentials(findAsked(request), caller, { after, limit: perPage })
      : { found: null, next: null }
    show({ rows: page.found, next: page.next })
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    show({ problem })
  }
}

function sendCredential({ request, response, service, frame, caller }: OperatorVisit): void {
  const found = service.acting.finds.one(param(request, 'id'), caller)
  const history = service.ledger.audit.newest(shownHistory, { about: found.id })
  response.type('html').send(credentialFilePage({ ...found, history }, frame).markup)
}

function sendLearner({ request, response, service, frame, caller }: OperatorVisit): void {
  const file = service.acting.finds.learner(param(request, 'id'), caller)
  const now = service.now().toISOString()
  response.type('html').send(learnerFilePage({ ...file, now }, frame).markup)
}

/** `/desk/find`, and the pages of what is found: one credential, one learner. */
export function findPages(desk: Desk): Router {
  const router = Router()
  router.get('/desk/find', (request, response) =>
    sendFound(operatorVisit(request, response, desk, lookers)),
  )
  router.get('/desk/find.csv', (request, response, next) => {
    const { service, caller } = operatorVisit(request, response, desk, lookers)
    const asked = findAsked(request)
    service.acting.finds.credentials(asked, caller, { after: null, limit: 1 })
    response.set(csvHeaders('credentials.csv'))
    Readable.from(foundCsv(service.acting.finds.all(asked, caller)))
      .on('error', next)
      .pipe(response)
  })
  router.get('/desk/credentials/:id', (request, response) =>
    sendCredential(operatorVisit(request, response, desk, lookers)),
  )
  router.get('/desk/learners/:id', (request, response) =>
    sendLearner(operatorVisit(request, response, desk, lookers)),
  )
  return router
}
