import {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import { Refusal } from '../errors.ts'
import { isLanguage } from '../language.ts'
import { newLinkPage } from '../pages/claim-page.ts'
import { wallPage } from '../pages/wall-page.ts'
import { Allowance } from './allowance.ts'
import { awardRoutes, heldNow } from './award-routes.ts'
import { claimRoutes } from './claim-routes.ts'
import { frameOf } from './frame.ts'
import { queryText } from './guard.ts'
import {
  type HolderDesk,
  type HolderVisit,
  holderCookieWith,
  holderSecret,
  holderVisitOf,
} from './holder-session.ts'
import { languageCookie } from './language.ts'
import { newLinkView } from './new-link.ts'
import { rightsRoutes } from './rights-routes.ts'
import { ownPagesOnly, smallForm } from './signed-in.ts'
import { sendZip } from './zip-download.ts'

async function sendWall(visit: HolderVisit): Promise<void> {
  const { request, response, service, holder, frame } = visit
  const wall = service.holders.wall(holder.id)
  const others = await Promise.all(wall.others.map((award) => heldNow(award, service)))
  const asked = queryText(request, 'done')
  const done = (['language', 'erased'] as const).find((step) => step === asked)
  const { name, language } = holder
  const view = { ...wall, others, name, language, ...(done && { done }) }
  response.type('html').send(wallPage(view, frame).markup)
}

async function chooseLanguage(visit: HolderVisit): Promise<void> {
  const { response, service, holder } = visit
  const language = (await smallForm(visit)).get('language')
  if (!isLanguage(language)) throw new Refusal('bad-request', 'There is no such language here')
  service.holders.setLanguage(holder.id, language)
  response.append('Set-Cookie', languageCookie(language))
  response.redirect(303, '/my?done=language')
}

async function signOut(visit: HolderVisit): Promise<void> {
  const { request, response, service } = visit
  await smallForm(visit)
  service.holders.signOut(holderSecret(request, service) ?? '')
  response.append('Set-Cookie', holderCookieWith('', service))
  response.redirect(303, '/my')
}

const pressesAMinute = 120

/**
 * What a learner presses is kept, an offer or a link each time, so one who lets a program press would fill the disk. Told
 * by the learner and not by the address, which a whole classroom may share.
 */
function notTooOften(desk: HolderDesk): RequestHandler {
  const presses = new Allowance(pressesAMinute)
  return (request, response, next) => {
    if (request.method !== 'POST') return next()
    const { holder } = holderVisitOf(request, response, desk)
    const seconds = presses.take(holder.id, 1, Date.now())
    if (seconds === undefined) return next()
    response.set('Retry-After', String(seconds))
    throw new Refusal('too-many-requests', 'Too many forms were sent at once; slow down')
  }
}

/** Whoever is not signed in is shown the way to a new link; nothing of what was sent is done. */
const showTheWayIn =
  ({ service }: HolderDesk): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    if (!(thrown instanceof Refusal) || thrown.code !== 'unauthorised') return next(thrown)
    const frame = { ...frameOf(request, service), path: '/claim' }
    response
      .status(401)
      .type('html')
      .send(newLinkPage(newLinkView('away', service), frame).markup)
  }

/** `/claim`, the way in, and `/my`: the learner's own view, for whoever came by the link of a letter. */
export function myRoutes(desk: HolderDesk): Router {
  const router = Router()
  const visit = (request: Request, response: Response) => holderVisitOf(request, response, desk)
  router.use(claimRoutes(desk))
  router.use('/my', ownPagesOnly(desk.service), notTooOften(desk))
  router.get('/my', (request, response) => sendWall(visit(request, response)))
  router.post('/my/language', (request, response) => chooseLanguage(visit(request, response)))
  router.post('/my/sign-out', (request, response) => signOut(visit(request, response)))
  router.get('/my/all.zip', desk.door.limit, (request, response) =>
    sendZip(visit(request, response)),
  )
  router.use(rightsRoutes(desk))
  router.use(awardRoutes(desk))
  router.use('/my', showTheWayIn(desk))
  return router
}
