import { type Request, type Response, Router } from 'express'
import type { SignedBadge } from '../credential/open-badge.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import { allErasedPage, erasePage } from '../pages/erase-page.ts'
import { sendAward } from './award-routes.ts'
import { frameOf } from './frame.ts'
import { param } from './guard.ts'
import {
  type HolderDesk,
  type HolderVisit,
  holderCookieWith,
  holderVisitOf,
} from './holder-session.ts'
import { smallForm } from './signed-in.ts'

// Whoever filled in the form can mend these there, or reads why nothing more can be asked.
const mendable: readonly RefusalCode[] = [
  'bad-request',
  'correction-under-way',
  'not-correctable',
  'nothing-to-correct',
]

/** Says that something is wrong; what was typed stays where it cannot be taken. */
async function report(id: string, visit: HolderVisit): Promise<void> {
  const { response, service, holder } = visit
  const fields = await smallForm(visit)
  const { id: credential } = service.holders.one(holder.id, id)
  // Browsers send the ends of lines in their own way.
  const note = (fields.get('note') ?? '').replace(/\r\n?/g, '\n')
  const wish = { name: fields.get('name') ?? '', note }
  try {
    service.corrections.ask(credential, wish)
    response.redirect(303, `/my/${credential}?done=reported`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    await sendAward(id, visit, { problem: thrown.code, wish })
  }
}

function awardOf(id: string, { service, holder }: HolderVisit) {
  const record = service.holders.one(holder.id, id)
  return { id: record.id, title: (JSON.parse(record.signed) as SignedBadge).name }
}

function sendErase(visit: HolderVisit, id?: string, isUnsure = false): void {
  const { response, frame } = visit
  const path = id === undefined ? '/my/erase' : `/my/${id}/erase`
  const view = { isUnsure, ...(id !== undefined && { award: awardOf(id, visit) }) }
  response
    .status(isUnsure ? 422 : 200)
    .type('html')
    .send(erasePage(view, { ...frame, path }).markup)
}

/** Nobody is left who could be signed in. */
function sendAllErased({ request, response, service }: HolderVisit): void {
  response.append('Set-Cookie', holderCookieWith('', service))
  const frame = { ...frameOf(request, service), path: '/claim' }
  response.type('html').send(allErasedPage(frame).markup)
}

/** Erases one, or without an id everything, once its holder says to know what that means. */
async function erase(visit: HolderVisit, id?: string): Promise<void> {
  const { response, service, holder } = visit
  const fields = await smallForm(visit)
  if (fields.get('sure') !== 'yes') return sendErase(visit, id, true)
  const target =
    id === undefined
      ? { learner: holder.id }
      : { credential: service.holders.one(holder.id, id).id }
  const { isLearnerErased } = service.erasure.erase(target, 'holder')
  if (isLearnerErased) return sendAllErased(visit)
  response.redirect(303, '/my?done=erased')
}

/** What learners do about what is kept of them: say that it is wrong, and have it erased. */
export function rightsRoutes(desk: HolderDesk): Router {
  const router = Router()
  const visit = (request: Request, response: Response) => holderVisitOf(request, response, desk)
  router.get('/my/erase', (request, response) => sendErase(visit(request, response)))
  router.post('/my/erase', (request, response) => erase(visit(request, response)))
  router.get('/my/:id/erase', (request, response) =>
    sendErase(visit(request, response), param(request, 'id')),
  )
  router.post('/my/:id/erase', (request, response) =>
    erase(visit(request, response), param(request, 'id')),
  )
  router.post('/my/:id/mistake', (request, response) =>
    report(param(request, 'id'), visit(request, response)),
  )
  return router
}
