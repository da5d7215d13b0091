import { createHmac } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import { readEmail } from '../learning/learner.ts'
import { claimPage, type NewLinkView, type NoClaim, newLinkPage } from '../pages/claim-page.ts'
import { Allowance } from './allowance.ts'
import { frameOf } from './frame.ts'
import { clientOf, param } from './guard.ts'
import { type HolderDesk, holderCookieWith, holderSecret } from './holder-session.ts'
import { languageCookie } from './language.ts'
import { newLinkView } from './new-link.ts'
import { statusOf } from './problem.ts'
import { type CookieRules, cookieWith, fieldsOf, ownPagesOnly, secretIn } from './signed-in.ts'

interface Call extends HolderDesk {
  readonly request: Request
  readonly response: Response
}

// Binds the button to the browser that was shown it.
const visitCookie: CookieRules = {
  name: 'claim',
  path: '/claim',
  sameSite: 'Lax',
  seconds: 60 * 60,
}

/**
 * The session that a browser gets for a link. It is the same each time, so that an impatient second press finds the
 * session of the first; nobody can foretell it who has not both the cookie and the link.
 */
const sessionFor = (visit: string, claim: string) =>
  createHmac('sha256', visit).update(`session\n${claim}`).digest('base64url')

function sendNewLink(view: NewLinkView, status: number, { request, response, service }: Call) {
  const frame = { ...frameOf(request, service), path: '/claim' }
  response.status(status).type('html').send(newLinkPage(view, frame).markup)
}

const statuses: Readonly<Record<NoClaim, number>> = {
  used: 410,
  ended: 410,
  unknown: 404,
  away: 200,
}

/** Whether somebody is signed in here already as the learner of the link: then it is not used up for nothing. */
function isInside(learner: string, { request, service }: Call): boolean {
  return service.holders.isSignedIn(holderSecret(request, service), learner)
}

function sendNoClaim(text: string, call: Call): void {
  const { claims } = call.service.mail
  const learner = claims.learnerOf(text)
  if (learner !== undefined && isInside(learner, call)) {
    call.response.redirect(303, '/my')
    return
  }
  const state = claims.stateOf(text)
  // It may have become open meanwhile, and then be pressed again.
  const why = state === 'open' ? 'away' : state
  sendNewLink(newLinkView(why, call.service), statuses[why], call)
}

function sendClaim(text: string, call: Call, isCookieMissing = false): void {
  const { request, response, service } = call
  const { learner } = service.mail.claims.open(text)
  if (isInside(learner, call)) {
    response.redirect(303, '/my')
    return
  }
  if (secretIn(request, visitCookie, service) === undefined)
    response.append('Set-Cookie', cookieWith(service.holders.newSecret(), visitCookie, service))
  const view = { ...service.holders.summary(learner), secret: text, isCookieMissing }
  response.type('html').send(claimPage(view, frameOf(request, service)).markup)
}

/** Uses the link, and signs its learner in. @throws Refusal `claim-not-valid`. */
function enter(text: string, session: string, { service }: Call): void {
  const { holders, mail } = service
  try {
    mail.claims.use(text, ({ learner }) => holders.signIn(learner, session))
  } catch (thrown) {
    if (!holders.isSignedIn(session)) throw thrown
  }
}

async function takeClaim(text: string, call: Call): Promise<void> {
  const { request, response, service } = call
  await fieldsOf(call, async () => undefined)
  const visit = secretIn(request, visitCookie, service)
  if (visit === undefined) return sendClaim(text, call, true)
  const session = sessionFor(visit, text)
  enter(text, session, call)
  const before = holderSecret(request, service)
  if (before !== undefined && before !== session) service.holders.signOut(before)
  const { language } = service.holders.signedIn(session)
  response.append('Set-Cookie', holderCookieWith(session, service))
  const hasChosen = /(?:^|;\s*)lang=/.test(request.headers.cookie ?? '')
  if (language !== null && !hasChosen) response.append('Set-Cookie', languageCookie(language))
  response.redirect(303, '/my')
}

/** What opens nothing leads to the form for another link. */
const orNewLink =
  (desk: HolderDesk, work: (text: string, call: Call) => void | Promise<void>) =>
  async (request: Request, response: Response) => {
    const call = { ...desk, request, response }
    const text = param(request, 'secret')
    try {
      await work(text, call)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || thrown.code !== 'claim-not-valid') throw thrown
      sendNoClaim(text, call)
    }
  }

const linksAMinute = 5
// Longer than the work for an address that is known, so that its answer takes as long as that for any other.
const answerMs = 600

async function askForLink(call: Call, asked: Allowance): Promise<void> {
  const { request, response, service } = call
  const given = (await fieldsOf(call, async () => undefined)).get('email') ?? ''
  const view = newLinkView('away', service)
  if (!view.isOffered) return sendNewLink(view, 200, call)
  const { email } = readEmail(given)
  if (email === null) return sendNewLink({ ...view, problem: 'wrong', given }, 422, call)
  const seconds = asked.take(clientOf(request), 1, Date.now())
  if (seconds !== undefined) {
    response.set('Retry-After', String(seconds))
    const problem = 'too-many-requests'
    return sendNewLink({ ...view, problem, given }, statusOf[problem], call)
  }
  const answer = wait(answerMs)
  for (const learner of service.holders.withEmail(email)) service.mail.enqueueLink(learner)
  await answer
  sendNewLink({ ...view, isSent: true }, 200, call)
}

/** `/claim/{secret}`, which a letter leads to, and `/claim`, which sends another. */
export function claimRoutes(desk: HolderDesk): Router {
  const { service, door } = desk
  const asked = new Allowance(linksAMinute)
  const router = Router()
  router.use('/claim', ownPagesOnly(service))
  router.get('/claim', (request, response) =>
    sendNewLink(newLinkView('away', service), 200, { ...desk, request, response }),
  )
  router.post('/claim', door.limit, (request, response) =>
    askForLink({ ...desk, request, response }, asked),
  )
  router.get('/claim/:secret', door.limit, orNewLink(desk, sendClaim))
  router.post('/claim/:secret', door.limit, orNewLink(desk, takeClaim))
  return router
}
