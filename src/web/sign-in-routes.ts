import { type Request, type Response, Router } from 'express'
import { Refusal, type RefusalCode } from '../errors.ts'
import { type SignInView, signInPage } from '../pages/sign-in-page.ts'
import { signIn, signOut } from '../service/sign-in.ts'
import { Allowance } from './allowance.ts'
import {
  type Desk,
  sessionCookie,
  sessionSecret,
  signInSettings,
  type Visit,
  visitOf,
  visitWith,
} from './desk-session.ts'
import { readForm, textIn } from './form.ts'
import { frameOf } from './frame.ts'
import { clientOf } from './guard.ts'
import { type KeptForm, keptIn } from './kept-form.ts'
import { statusOf } from './problem.ts'
import { smallForm } from './signed-in.ts'

const failuresAMinute = 10
// What was typed into another form comes along, percent-encoded.
const maxFormBytes = 256 * 1024
const maxFields = 120

const signInProblems: readonly RefusalCode[] = ['unauthorised', 'forbidden', 'too-many-requests']

type Ended = 'ended' | 'kept' | 'not-done'

const isEnded = (problem: RefusalCode | Ended): problem is Ended =>
  problem === 'ended' || problem === 'kept' || problem === 'not-done'

/** Shows the form to sign in, with what was wrong. */
export function sendSignIn(
  { problem, next, kept }: SignInView,
  { request, response, desk }: { request: Request; response: Response; desk: Desk },
): void {
  const status = problem === undefined ? 200 : isEnded(problem) ? 401 : statusOf[problem]
  const view = {
    ...(problem && { problem }),
    ...(next !== undefined && { next }),
    ...(kept && { kept }),
  }
  const frame = { ...frameOf(request, desk.service), path: '/provider' }
  response.status(status).type('html').send(signInPage(view, frame).markup)
}

/** Where to go on to: a page of the desk, whatever was written into the form. */
function ownNext(text: string | undefined): string {
  const path = text?.trim() ?? ''
  return /^\/provider\/[\w./-]{1,300}$/.test(path) && !path.includes('..') ? path : '/provider'
}

/** A client that guesses waits; one that knows its token never notices. @throws Refusal `too-many-requests`. */
function turnAwayGuessers(request: Request, response: Response, failures: Allowance): void {
  const seconds = failures.wait(clientOf(request), Date.now())
  if (seconds === undefined) return
  response.set('Retry-After', String(seconds))
  throw new Refusal('too-many-requests', 'Too many wrong tokens from this address')
}

async function fieldsOf(request: Request, { door }: Desk) {
  const upload = await door.receive(request, maxFormBytes)
  try {
    const fields = await readForm(upload, request.headers['content-type'] ?? '', maxFields)
    const token = (await textIn(fields, 'token')) ?? ''
    const kept = await keptIn(fields, ((await textIn(fields, 'kept')) ?? '').trim())
    return { token, next: await textIn(fields, 'next'), kept }
  } finally {
    await upload.discard()
  }
}

/** Shows a form again in a session that has just begun, with what was typed into it before. */
export type Resume = (kept: KeptForm, visit: Visit) => Promise<void>

/** `POST /provider/sign-in` and `/provider/sign-out`. */
export function signInRoutes(desk: Desk, resume: Resume): Router {
  const { service, door } = desk
  const failures = new Allowance(failuresAMinute)
  const router = Router()

  router.post('/provider/sign-in', door.limit, async (request, response) => {
    const { token, next, kept } = await fieldsOf(request, desk)
    const where = ownNext(next)
    try {
      turnAwayGuessers(request, response, failures)
      const secret = signIn(token, signInSettings(service), ['provider'])
      response.append('Set-Cookie', sessionCookie(secret, service))
      if (kept) return await resume(kept, visitWith(secret, { request, response, desk }))
      response.redirect(303, where)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !signInProblems.includes(thrown.code)) throw thrown
      if (thrown.code !== 'too-many-requests') failures.take(clientOf(request), 1, Date.now())
      const again = { problem: thrown.code, next: where, ...(kept && { kept }) }
      sendSignIn(again, { request, response, desk })
    }
  })

  router.post('/provider/sign-out', async (request, response) => {
    await smallForm(visitOf(request, response, desk))
    signOut(sessionSecret(request, service) ?? '', signInSettings(service))
    response.append('Set-Cookie', sessionCookie('', service))
    response.redirect(303, '/provider')
  })
  return router
}
