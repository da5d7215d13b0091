import { type Request, type Response, Router } from 'express'
import type { DecisionView } from '../admission/decision-view.ts'
import { attachmentDisposition } from '../documents/content-disposition.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import { messagesFor } from '../messages/offered.ts'
import { deskDecisionPage } from '../pages/desk-decision-page.ts'
import type { DeskDecision, StepDone } from '../pages/desk-decision-view.ts'
import { deskDecisionOf } from './desk-decision-shown.ts'
import { type Desk, type Visit, visitOf } from './desk-session.ts'
import { param, queryText } from './guard.ts'
import { statusOf } from './problem.ts'
import { smallForm } from './signed-in.ts'

type Extra = Pick<DeskDecision, 'done' | 'problem' | 'given'>

function sendDecision(view: DecisionView, visit: Visit, extra: Extra = {}): void {
  const { response, frame } = visit
  const status = extra.problem ? statusOf[extra.problem] : 200
  const shown = { ...deskDecisionOf(view, visit), ...extra }
  const path = `/provider/decisions/${view.id}`
  response
    .status(status)
    .type('html')
    .send(deskDecisionPage(shown, { ...frame, path }).markup)
}

const steps: readonly StepDone[] = ['decided', 'reviewed', 'issued', 'enrolled']

function show(visit: Visit): void {
  const { request, service, caller } = visit
  const view = service.admissions.find(param(request, 'id'), caller)
  if (queryText(request, 'again') !== undefined) {
    const { isSame } = service.admissions.rerun(view.id, caller)
    sendDecision(view, visit, { done: isSame ? 'same' : 'differs' })
    return
  }
  const asked = queryText(request, 'done')
  const done = steps.find((step) => step === asked)
  sendDecision(view, visit, done ? { done } : {})
}

// Whoever sent the form can mend these there, or reads on the page why it no longer stands.
const mendable: readonly RefusalCode[] = [
  'reason-missing',
  'bad-request',
  'not-to-review',
  'not-eligible',
  'decision-expired',
  'country-needed',
  'already-enrolled',
  'maybe-enrolled',
]

type Fields = ReadonlyMap<string, string>

function review(id: string, fields: Fields, { service, caller }: Visit): void {
  const verdict = fields.get('verdict')
  if (verdict !== 'accepted' && verdict !== 'refused')
    throw new Refusal('bad-request', 'verdict is accepted or refused')
  const [item, note] = [fields.get('item') ?? '', fields.get('note') ?? '']
  service.admissions.review(id, { item, verdict, note }, caller)
}

function enrol(id: string, fields: Fields, { service, caller }: Visit): void {
  const country = fields.get('country') || null
  const isAnotherPerson = fields.get('another') === 'yes'
  const request = { ground: { decision: id }, country, reference: null, isAnotherPerson }
  service.enrolments.enrol(request, caller)
}

async function issue(id: string, { service, caller, frame }: Visit): Promise<void> {
  await service.admissions.issue(id, { language: frame.language }, caller)
}

/** Does one step, and leads back to the decision; what was wrong with it is said there. */
async function take(
  visit: Visit,
  done: StepDone,
  work: (id: string, fields: Fields) => void | Promise<void>,
): Promise<void> {
  const { request, response, service, caller } = visit
  const fields = await smallForm(visit)
  const view = service.admissions.find(param(request, 'id'), caller)
  try {
    await work(view.id, fields)
    response.redirect(303, `/provider/decisions/${view.id}?done=${done}`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    const given = {
      item: fields.get('item') ?? '',
      note: (fields.get('note') ?? '').slice(0, 2_000),
      country: fields.get('country') ?? '',
    }
    sendDecision(view, visit, { problem: thrown.code, given })
  }
}

async function sendReceipt(visit: Visit, form: 'pdf' | 'jwt'): Promise<void> {
  const { request, response, service, caller, frame } = visit
  const view = service.admissions.find(param(request, 'id'), caller)
  const token = await service.receipts.ofView(view, frame.language)
  const title = messagesFor(frame.language).receipts.titles.decision
  response.set('Content-Disposition', attachmentDisposition(title, form, 'receipt'))
  if (form === 'jwt') {
    response.set('Content-Type', 'application/jwt').send(token)
    return
  }
  const sheet = await service.receipts.pdf(token, frame.language)
  response.set('Content-Type', 'application/pdf').send(Buffer.from(sheet))
}

/** `/provider/decisions/{id}` and what can be done with a decision: settle, sign, enrol, take a receipt away. */
export function deskDecisionRoutes(desk: Desk): Router {
  const { door } = desk
  const router = Router()
  const at = '/provider/decisions/:id'
  const visit = (request: Request, response: Response) => visitOf(request, response, desk)

  router.get(at, (request, response) => show(visit(request, response)))
  router.post(`${at}/review`, (request, response) => {
    const guest = visit(request, response)
    return take(guest, 'reviewed', (id, fields) => review(id, fields, guest))
  })
  router.post(`${at}/issue`, door.limit, (request, response) => {
    const guest = visit(request, response)
    return take(guest, 'issued', (id) => issue(id, guest))
  })
  router.post(`${at}/enrol`, (request, response) => {
    const guest = visit(request, response)
    return take(guest, 'enrolled', (id, fields) => enrol(id, fields, guest))
  })
  for (const form of ['pdf', 'jwt'] as const)
    router.get(`${at}/receipt.${form}`, door.limit, (request, response) =>
      sendReceipt(visit(request, response), form),
    )
  return router
}
