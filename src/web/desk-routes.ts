import { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import { Refusal } from '../errors.ts'
import { deskHomePage } from '../pages/desk-home-page.ts'
import { applyRoutes } from './apply-routes.ts'
import { deskDecisionRoutes } from './desk-decision-routes.ts'
import { deskEnrolmentRoutes } from './desk-enrolment-routes.ts'
import { deskListRoutes, type ListDesk } from './desk-list-routes.ts'
import { deskRows } from './desk-rows.ts'
import { type Desk, sessionSecret, visitOf } from './desk-session.ts'
import { rankedRoutes } from './ranked-routes.ts'
import { sendSignIn, signInRoutes } from './sign-in-routes.ts'
import { ownPagesOnly } from './signed-in.ts'

/** `/provider`: the desk of whoever is signed in, else the form to sign in. */
const home =
  (desk: Desk): RequestHandler =>
  (request, response) => {
    if (sessionSecret(request, desk.service) === undefined)
      return sendSignIn({}, { request, response, desk })
    const { caller, frame } = visitOf(request, response, desk)
    response.type('html').send(deskHomePage(deskRows(caller, desk.service), frame).markup)
  }

/** Whoever is not signed in is asked to, and led back to the page. */
const askToSignIn =
  (desk: Desk): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    if (!(thrown instanceof Refusal) || thrown.code !== 'unauthorised') return next(thrown)
    // What a form would have done is not done later by itself: only pages are gone on to.
    const isPage = request.method === 'GET' && request.originalUrl.startsWith('/provider/')
    const path = isPage ? { next: request.originalUrl.replace(/\?.*/, '') } : {}
    sendSignIn({ problem: 'ended', ...path }, { request, response, desk })
  }

/**
 * The provider's desk: HTML that works without a script, for whoever has signed in with its token.
 *
 * A page is added as a `Router` below, with its whole path (`/provider/:specialization/lists`). Its handlers begin with
 * `visitOf(request, response, desk)`, which tells the `caller` or refuses, and `permit` for the specialization; they
 * render with `deskPage(content, visit.frame)`. Each of its forms holds `formToken(frame)`, and its POST reads it with
 * `smallForm(visit)`, or where files are uploaded calls `checkFormToken(fields, visit)`. What they throw becomes a page.
 */
export function deskRoutes(desk: ListDesk): Router {
  const router = Router()
  router.use('/provider', ownPagesOnly(desk.service))
  router.get('/provider', home(desk))
  router.use(signInRoutes(desk))
  router.use(deskEnrolmentRoutes(desk))
  router.use(deskDecisionRoutes(desk))
  router.use(applyRoutes(desk))
  router.use(rankedRoutes(desk))
  router.use(deskListRoutes(desk))
  router.use('/provider', askToSignIn(desk))
  return router
}
