import { type Request, type Response, Router } from 'express'
import { messagesFor } from '../../messages/offered.ts'
import { type DeskComplaint, onceToldPage } from '../../pages/operator/accounts-page.ts'
import { webhookPage, webhooksPage } from '../../pages/operator/webhooks-page.ts'
import { hasInScope } from '../../service/access.ts'
import { eventTypes, type ReceiverKeys } from '../../webhooks/webhooks.ts'
import type { Desk } from '../desk-session.ts'
import { param, queryText } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { deliveriesBody } from '../webhook-body.ts'
import { complaintOf } from './complaint.ts'
import { scopeChoices } from './scope-asked.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const pageSize = 50

/** Names behind a prefix that were ticked. */
const ticked = (fields: ReadonlyMap<string, string>, prefix: string) =>
  [...fields.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))

function sendAll(
  { service, caller, frame, response }: OperatorVisit,
  problem?: DeskComplaint,
): void {
  const rows = service.webhooks.list(caller)
  const choices = scopeChoices(service, frame.language).filter(({ id }) => hasInScope(caller, id))
  const isAdmin = caller.role === 'admin'
  const events = eventTypes.filter((type) => isAdmin || type.startsWith('credential.'))
  const view = { rows, choices, events, ...(problem && { problem }) }
  response.type('html').send(webhooksPage(view, frame).markup)
}

function sendOne(
  { service, caller, frame, request, response }: OperatorVisit,
  problem?: DeskComplaint,
): void {
  const id = param(request, 'id')
  const endpoint = service.webhooks.find(id, caller)
  const after = queryText(request, 'after') ?? null
  const asked = { state: null, after, limit: pageSize }
  const told = deliveriesBody(service.webhooks.deliveries(id, asked, caller), asked)
  const view = { endpoint, ...told, ...(problem && { problem }) }
  response.type('html').send(webhookPage(view, frame).markup)
}

/** Shows a secret, this once. */
function sendSecret(
  { frame, response }: OperatorVisit,
  { url, secret }: ReceiverKeys & { readonly url: string },
): void {
  const { webhooks: words, pages } = messagesFor(frame.language)
  const told = { title: url, what: words.secretIs, secret, once: words.once }
  const text = pages.operator.places.webhooks.name
  const back = { path: ['desk', 'webhooks'], text, here: 'webhooks' } as const
  response.type('html').send(onceToldPage(told, back, frame).markup)
}

async function add(visit: OperatorVisit): Promise<void> {
  const { service, caller, frame, response } = visit
  const fields = await smallForm(visit)
  try {
    const wish = {
      url: (fields.get('url') ?? '').trim(),
      events: ticked(fields, 'event:'),
      scope: ticked(fields, 'scope:'),
    }
    sendSecret(visit, service.webhooks.add(wish, caller))
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    sendAll(visit, problem)
  }
}

async function remove(visit: OperatorVisit): Promise<void> {
  const { service, caller, request, response } = visit
  const fields = await smallForm(visit)
  const id = param(request, 'id')
  if (fields.get('sure') !== 'yes') return response.redirect(303, `/desk/webhooks/${id}`)
  service.webhooks.remove(id, caller)
  response.redirect(303, '/desk/webhooks')
}

/** Something done with one endpoint; then its page is shown. */
const doing =
  (work: (id: string, visit: OperatorVisit) => unknown) =>
  async (visit: OperatorVisit): Promise<void> => {
    await smallForm(visit)
    const id = param(visit.request, 'id')
    await work(id, visit)
    visit.response.redirect(303, `/desk/webhooks/${id}`)
  }

const test = doing((id, { service, caller }) => service.webhooks.test(id, caller))
const enable = doing((id, { service, caller }) => service.webhooks.enable(id, caller))
const resend = doing((id, { service, caller, request }) =>
  service.webhooks.resend(param(request, 'delivery'), caller, id),
)

async function rotate(visit: OperatorVisit): Promise<void> {
  const { service, caller, request } = visit
  await smallForm(visit)
  sendSecret(visit, service.webhooks.rotate(param(request, 'id'), caller))
}

/** `/desk/webhooks`, for administrators, and issuers of their own courses. */
export function webhookPages(desk: Desk): Router {
  const router = Router()
  const at =
    (work: (visit: OperatorVisit) => void | Promise<void>) =>
    (request: Request, response: Response) =>
      work(operatorVisit(request, response, desk, ['issuer']))
  router.get('/desk/webhooks', at(sendAll))
  router.post('/desk/webhooks', at(add))
  router.get('/desk/webhooks/:id', at(sendOne))
  router.post('/desk/webhooks/:id/test', at(test))
  router.post('/desk/webhooks/:id/enable', at(enable))
  router.post('/desk/webhooks/:id/rotate', at(rotate))
  router.post('/desk/webhooks/:id/remove', at(remove))
  router.post('/desk/webhooks/:id/deliveries/:delivery/resend', at(resend))
  return router
}
