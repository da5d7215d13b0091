import { type Request, type Response, Router } from 'express'
import { messagesFor } from '../../messages/offered.ts'
import { type DeskComplaint, onceToldPage } from '../../pages/operator/accounts-page.ts'
import { tokensPage } from '../../pages/operator/tokens-page.ts'
import type { Desk } from '../desk-session.ts'
import { param } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { complaintOf } from './complaint.ts'
import { rightsIn, scopeChoices } from './scope-asked.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

function sendTokens({ service, frame, response }: OperatorVisit, problem?: DeskComplaint): void {
  const rows = service.operator.tokens.all()
  const choices = scopeChoices(service, frame.language)
  const view = { rows, choices, ...(problem && { problem }) }
  response.type('html').send(tokensPage(view, frame).markup)
}

async function make(visit: OperatorVisit): Promise<void> {
  const { service, frame, response } = visit
  const fields = await smallForm(visit)
  try {
    const wish = rightsIn(fields)
    const secret = service.operator.tokens.make(wish)
    const { tokens: words } = messagesFor(frame.language).pages.operator
    const told = { title: wish.label, what: words.tokenIs, secret, once: words.tokenOnce }
    const back = { path: ['desk', 'tokens'], text: words.title, here: 'tokens' } as const
    response.type('html').send(onceToldPage(told, back, frame).markup)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    sendTokens(visit, problem)
  }
}

async function revoke(visit: OperatorVisit): Promise<void> {
  const { service, frame, response, request } = visit
  await smallForm(visit)
  try {
    service.operator.tokens.revoke(param(request, 'id'))
    response.redirect(303, '/desk/tokens')
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    sendTokens(visit, problem)
  }
}

/** `/desk/tokens`, for administrators. */
export function tokenPages(desk: Desk): Router {
  const router = Router()
  const administrator = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, [])
  router.get('/desk/tokens', (request, response) => sendTokens(administrator(request, response)))
  router.post('/desk/tokens', (request, response) => make(administrator(request, response)))
  router.post('/desk/tokens/:id/revoke', (request, response) =>
    revoke(administrator(request, response)),
  )
  return router
}
