import { type Request, type Response, Router } from 'express'
import { messagesFor } from '../../messages/offered.ts'
import {
  accountPage,
  accountsPage,
  type DeskComplaint,
  onceToldPage,
  ownPasswordPage,
} from '../../pages/operator/accounts-page.ts'
import { roleNames } from '../../service/access.ts'
import { viewOf } from '../../service/accounts.ts'
import { newPassword } from '../../service/passwords.ts'
import type { Desk } from '../desk-session.ts'
import { param, queryText } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { complaintOf } from './complaint.ts'
import { rightsIn, scopeChoices } from './scope-asked.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const wordsOf = ({ frame }: OperatorVisit) => messagesFor(frame.language).pages.operator.accounts

function sendAccounts(
  visit: OperatorVisit,
  more: { problem?: DeskComplaint; typed?: ReadonlyMap<string, string> } = {},
): void {
  const { service, frame, response } = visit
  const rows = service.operator.accounts.all()
  const choices = scopeChoices(service, frame.language)
  response.type('html').send(accountsPage({ rows, choices, ...more }, frame).markup)
}

function sendAccount(
  visit: OperatorVisit,
  more: { problem?: DeskComplaint; isSaved?: boolean } = {},
) {
  const { service, frame, response, request } = visit
  const account = viewOf(service.operator.accounts.one(param(request, 'id')))
  const choices = scopeChoices(service, frame.language)
  response.type('html').send(accountPage({ account, choices, ...more }, frame).markup)
}

/** Shows a password this once, and where to go on. */
function sendPassword(visit: OperatorVisit, login: string, secret: string): void {
  const words = wordsOf(visit)
  const told = { title: login, what: words.passwordIs, secret, once: words.passwordOnce }
  const back = { path: ['desk', 'accounts'], text: words.title, here: 'accounts' } as const
  visit.response.type('html').send(onceToldPage(told, back, visit.frame).markup)
}

async function make(visit: OperatorVisit): Promise<void> {
  const { service, frame, response } = visit
  const fields = await smallForm(visit)
  try {
    const password = fields.has('password') ? newPassword() : null
    const wish = { ...rightsIn(fields), login: fields.get('login') ?? '' }
    const { login } = await service.operator.accounts.make(wish, password)
    if (password === null) response.redirect(303, '/desk/accounts')
    else sendPassword(visit, login, password)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    sendAccounts(visit, { problem, typed: fields })
  }
}

/** Does something to the account of the address, and says on its page what came of it. */
async function change(
  visit: OperatorVisit,
  work: (id: string, fields: ReadonlyMap<string, string>) => unknown,
): Promise<void> {
  const fields = await smallForm(visit)
  const id = param(visit.request, 'id')
  try {
    await work(id, fields)
    visit.response.redirect(303, `/desk/accounts/${id}?saved=1`)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, visit.frame.language)
    visit.response.status(status)
    sendAccount(visit, { problem })
  }
}

async function changeOwnPassword(visit: OperatorVisit): Promise<void> {
  const { service, frame, response, caller } = visit
  const fields = await smallForm(visit)
  try {
    const [current, next] = [fields.get('current') ?? '', fields.get('next') ?? '']
    await service.operator.accounts.changeOwnPassword(caller.token, current, next)
    response.redirect(303, '/desk')
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status).type('html').send(ownPasswordPage(problem, frame).markup)
  }
}

/** `/desk/accounts`, for administrators, and `/desk/password`, for whoever has one. */
export function accountRoutes(desk: Desk): Router {
  const router = Router()
  const { accounts } = desk.service.operator
  const administrator = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, [])

  router.get('/desk/accounts', (request, response) =>
    sendAccounts(administrator(request, response)),
  )
  router.post('/desk/accounts', (request, response) => make(administrator(request, response)))
  router.get('/desk/accounts/:id', (request, response) =>
    sendAccount(administrator(request, response), { isSaved: queryText(request, 'saved') === '1' }),
  )
  router.post('/desk/accounts/:id', (request, response) =>
    change(administrator(request, response), (id, fields) => accounts.change(id, rightsIn(fields))),
  )
  router.post('/desk/accounts/:id/password', async (request, response) => {
    const visit = administrator(request, response)
    await smallForm(visit)
    const { id, login } = accounts.one(param(request, 'id'))
    sendPassword(visit, login, await accounts.resetPassword(id))
  })
  for (const [path, isDisabled] of [
    ['disable', true],
    ['enable', false],
  ] as const)
    router.post(`/desk/accounts/:id/${path}`, (request, response) =>
      change(administrator(request, response), (id) => accounts.setDisabled(id, isDisabled)),
    )
  router.get('/desk/password', (request, response) => {
    const { frame } = operatorVisit(request, response, desk, roleNames)
    response.type('html').send(ownPasswordPage(undefined, frame).markup)
  })
  router.post('/desk/password', (request, response) =>
    changeOwnPassword(operatorVisit(request, response, desk, roleNames)),
  )
  return router
}
