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
import type { KeptForm } from './kept-form.ts'
import { statusOf } from './problem.ts'
import { smallForm } from './signed-in.ts'

type Extra = Pick<DeskDecision, 'done' | 'problem' | 'particular' | 'given'>

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
  'text-too-long',
  'bad-request',
  'not-to-review',
  'not-eligible',
  'decision-expired',
  'country-needed',
  'already-enrolled',
  'maybe-enrolled',
]

type Fields = ReadonlyMap<string, string>

const verdicts = ['accepted', 'refused'] as const
const noteOf = 'note:'

/** The notes that were typed, but for that of an item. */
function notesIn(fields: Iterable<readonly [string, string]>, settled?: string) {
  const notes = [...fields].flatMap(([name, text]) =>
    name.startsWith(noteOf) && text.trim() !== ''
      ? [[name.slice(noteOf.length), text] as const]
      : [],
  )
  return new Map(notes.filter(([item]) => item !== settled))
}

/** The item whose button was pressed, or that is named beside its verdict. */
const itemOf = (fields: Fields) =>
  [...verdicts, 'item'].map((name) => fields.get(name)).find(Boolean)

/** A signed answer in force is not lost unawares: the form has a box to tick beside each verdict. */
function checkTicked(id: string, fields: Fields, visit: Visit): void {
  const item = itemOf(fields)
  if (item === undefined || fields.has(`revokes:${item}`)) return
  const { service, caller } = visit
  const { credential, isWithdrawn } = deskDecisionOf(service.admissions.find(id, caller), visit)
  if (credential !== null && !isWithdrawn)
    throw new Refusal('bad-request', 'Say that the signed answer may be revoked', {
      particular: { kind: 'missing', at: 'revokes' },
    })
}

function review(id: string, fields: Fields, visit: Visit): void {
  const { service, caller } = visit
  checkTicked(id, fields, visit)
  const asked = fields.get('verdict')
  const verdict = verdicts.find((each) => fields.has(each) || each === asked)
  if (!verdict) throw new Refusal('bad-request', 'Send accepted or refused with an item')
  const item = itemOf(fields) ?? ''
  const note = fields.get(`${noteOf}${item}`) ?? fields.get('note') ?? ''
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
    const notes = notesIn(fields, itemOf(fields))
    // What was typed for other items is not settled yet, and not lost.
    if (notes.size > 0)
      return sendDecision(service.admissions.find(view.id, caller), visit, {
        done,
        given: { notes },
      })
    response.redirect(303, `/provider/decisions/${view.id}?done=${done}`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    const { code: problem, particular } = thrown
    const given = { notes: notesIn(fields), country: fields.get('country') ?? '' }
    sendDecision(view, visit, { problem, given, ...(particular && { particular }) })
  }
}

/** A decision with the notes that were typed before the session was over. */
export async function resumeReview(kept: KeptForm, visit: Visit): Promise<void> {
  const { service, caller } = visit
  const id = kept.path.split('/').at(-2) ?? ''
  sendDecision(service.admissions.find(id, caller), visit, {
    given: { notes: notesIn(kept.fields) },
  })
}

async function sendReceipt(visit: Visit, form: 'pdf' | 'jwt'): Promise<void> {
  const { request, response, service, caller, frame } = visit
  const view = service.admissions.find(param(request, 'id'), caller)
  const token = await service.receipts.ofView(view, frame.language)
  const title = messagesFor(frame.language).receipts.titles.decision
  // Several lie in one folder: each is known by what the provider calls the applicant, else by the decision.
  const name = `${title} ${view.reference ?? view.id}`
  response.set('Content-Disposition', attachmentDisposition(name, form, `receipt ${view.id}`))
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
  // Also of those who are not signed in, since what they typed is read and kept.
  router.post(`${at}/review`, door.limit, (request, response) => {
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
