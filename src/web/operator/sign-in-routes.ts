import { type Request, type RequestHandler, type Response, Router } from 'express'
import { Refusal, type RefusalCode } from '../../errors.ts'
import {
  goOnPage,
  type OperatorSignInView,
  operatorSignInPage,
} from '../../pages/operator/sign-in-page.ts'
import { roleNames } from '../../service/access.ts'
import { signIn, signOut } from '../../service/sign-in.ts'
import { Allowance } from '../allowance.ts'
import { type Desk, sessionCookie, sessionSecret, signInSettings } from '../desk-session.ts'
import { frameOf } from '../frame.ts'
import { clientOf, queryText } from '../guard.ts'
import { statusOf } from '../problem.ts'
import { type CookieRules, cookieWith, fieldsOf, secretIn, smallForm } from '../signed-in.ts'
import { operatorVisit } from './visit.ts'

const failuresAMinute = 10
// Of one login, from whatever address: many machines that guess one password.
const failuresOfLogin = 20
const told: readonly RefusalCode[] = [
  'unauthorised',
  'forbidden',
  'too-many-requests',
  'address-unreachable',
]

// The organisation sends the browser back from elsewhere, where a strict cookie would stay behind.
const errandCookie: CookieRules = {
  name: 'errand',
  path: '/desk/sign-in',
  sameSite: 'Lax',
  seconds: 10 * 60,
}

interface Place {
  readonly request: Request
  readonly response: Response
  readonly desk: Desk
}

/** Shows the form to sign in, with what was wrong. */
export function sendOperatorSignIn(
  view: Omit<OperatorSignInView, 'organisation'>,
  { request, response, desk }: Place,
): void {
  const { problem } = view
  const status =
    problem === undefined
      ? 200
      : problem === 'ended' || problem === 'not-done'
        ? 401
        : statusOf[problem]
  const frame = { ...frameOf(request, desk.service), path: '/desk' }
  const organisation = desk.service.operator.organisation.name
  response
    .status(status)
    .type('html')
    .send(operatorSignInPage({ ...view, organisation }, frame).markup)
}

/** Where to go on to: a page of a desk, whatever was asked for. */
export function nextAfterSignIn(text: string | undefined): string {
  const path = text?.trim() ?? ''
  return /^\/(?:desk|provider)(?:\/[\w./-]{1,300})?$/.test(path) && !path.includes('..')
    ? path
    : '/desk'
}

/** Turns away who guesses, by address and by login. */
class Guesses {
  readonly #ofClient = new Allowance(failuresAMinute)
  readonly #ofLogin = new Allowance(failuresOfLogin)

  /** @throws Refusal `too-many-requests`. */
  turnAway(request: Request, response: Response, login: string): void {
    const now = Date.now()
    const seconds = this.#ofClient.wait(clientOf(request), now) ?? this.#ofLogin.wait(login, now)
    if (seconds === undefined) return
    response.set('Retry-After', String(seconds))
    throw new Refusal('too-many-requests', 'Too many wrong passwords')
  }

  count(request: Request, login: string): void {
    this.#ofClient.take(clientOf(request), 1, Date.now())
    this.#ofLogin.take(login, 1, Date.now())
  }
}

/** By name and password or by token: the secret of a new session. */
async function secretFor(fields: ReadonlyMap<string, string>, { service }: Desk): Promise<string> {
  const token = fields.get('token')?.trim()
  if (token) return signIn(token, signInSettings(service), roleNames)
  return service.operator.accounts.signIn(fields.get('login') ?? '', fields.get('password') ?? '')
}

function signInHandler(desk: Desk, guesses: Guesses): RequestHandler {
  return async (request, response) => {
    const fields = await fieldsOf({ request, door: desk.door }, async () => undefined)
    const login = (fields.get('login') ?? '').trim().toLowerCase()
    const next = nextAfterSignIn(fields.get('next'))
    try {
      guesses.turnAway(request, response, login)
      const secret = await secretFor(fields, desk)
      response.append('Set-Cookie', sessionCookie(secret, desk.service))
      response.redirect(303, next)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !told.includes(thrown.code)) throw thrown
      if (thrown.code !== 'too-many-requests') guesses.count(request, login)
      sendOperatorSignIn({ problem: thrown.code, next, login }, { request, response, desk })
    }
  }
}

/** The way to the organisation and back. */
function organisationRoutes(desk: Desk): Router {
  const { service, door } = desk
  const { organisation } = service.operator
  const router = Router()
  const tellingWhy =
    (work: (request: Request, response: Response) => Promise<void>): RequestHandler =>
    async (request, response) => {
      try {
        await work(request, response)
      } catch (thrown) {
        if (!(thrown instanceof Refusal) || !told.includes(thrown.code)) throw thrown
        sendOperatorSignIn({ problem: thrown.code }, { request, response, desk })
      }
    }

  router.get(
    '/desk/sign-in/organisation',
    door.limit,
    tellingWhy(async (request, response) => {
      const { address, errand } = await organisation.begin(
        nextAfterSignIn(queryText(request, 'next')),
      )
      response.append('Set-Cookie', cookieWith(errand, errandCookie, service))
      response.redirect(302, address.href)
    }),
  )
  router.get(
    '/desk/sign-in/organisation/back',
    door.limit,
    tellingWhy(async (request, response) => {
      const query = new URL(request.originalUrl, service.publicUrl).searchParams
      const { secret, next } = await organisation.end(
        query,
        secretIn(request, errandCookie, service),
      )
      response.append('Set-Cookie', sessionCookie(secret, service))
      response.append('Set-Cookie', cookieWith('', errandCookie, service))
      response.set('Refresh', `0; url=${next}`)
      response
        .type('html')
        .send(goOnPage(next, { ...frameOf(request, service), path: '/desk' }).markup)
    }),
  )
  return router
}

/** `/desk/sign-in`, by password, token or organisation, and `/desk/sign-out`. */
export function operatorSignInRoutes(desk: Desk): Router {
  const router = Router()
  router.get('/desk/sign-in', (request, response) => {
    const next = nextAfterSignIn(queryText(request, 'next'))
    sendOperatorSignIn({ next }, { request, response, desk })
  })
  router.post('/desk/sign-in', desk.door.limit, signInHandler(desk, new Guesses()))
  router.post('/desk/sign-out', async (request, response) => {
    const visit = operatorVisit(request, response, desk, roleNames)
    await smallForm(visit)
    signOut(sessionSecret(request, desk.service) ?? '', signInSettings(desk.service))
    response.append('Set-Cookie', sessionCookie('', desk.service))
    response.redirect(303, '/desk')
  })
  router.use(organisationRoutes(desk))
  return router
}
