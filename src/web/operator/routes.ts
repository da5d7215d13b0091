import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { operatorHomePage } from '../../pages/operator/home-page.ts'
import { roleNames } from '../../service/access.ts'
import { type Desk, sessionSecret } from '../desk-session.ts'
import { ownPagesOnly } from '../signed-in.ts'
import { accountRoutes } from './account-routes.ts'
import { actPages } from './act-pages.ts'
import { auditPages } from './audit-pages.ts'
import { cataloguePages } from './catalogue-pages.ts'
import { connectionPages } from './connection-pages.ts'
import { correctionPages } from './correction-pages.ts'
import { findPages } from './find-pages.ts'
import { importPages } from './import-pages.ts'
import { issuerPages } from './issuer-pages.ts'
import { safetyPages } from './safety-pages.ts'
import { nextAfterSignIn, operatorSignInRoutes, sendOperatorSignIn } from './sign-in-routes.ts'
import { statisticsPages } from './statistics-pages.ts'
import { tokenPages } from './token-pages.ts'
import { operatorVisit } from './visit.ts'
import { webhookPages } from './webhook-pages.ts'

/** `/desk`: what one may do there, else the form to sign in. */
const home =
  (desk: Desk): RequestHandler =>
  (request, response) => {
    if (sessionSecret(request, desk.service) === undefined)
      return sendOperatorSignIn({}, { request, response, desk })
    const { frame } = operatorVisit(request, response, desk, roleNames)
    response.type('html').send(operatorHomePage(frame).markup)
  }

// The page that a form stands on, as far as its address tells.
const pageOf = ({ method, originalUrl }: Request) => {
  const path = originalUrl.replace(/\?.*/, '')
  return nextAfterSignIn(method === 'GET' ? path : path.replace(/\/[\w-]+$/, ''))
}

/** Whoever is not signed in is asked to, and led back to the page. */
const askToSignIn =
  (desk: Desk): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    if (!(thrown instanceof Refusal) || thrown.code !== 'unauthorised') return next(thrown)
    const problem = request.method === 'GET' ? 'ended' : 'not-done'
    sendOperatorSignIn({ problem, next: pageOf(request) }, { request, response, desk })
  }

/**
 * The operator's desk: HTML that works without a script, for whoever has an account or a token.
 *
 * A page is added as a `Router` below, with its whole path (`/desk/imports/:id`), and its place in `pages/operator/frame.ts`
 * with the roles that see it. Its handlers begin with `operatorVisit(request, response, desk, roles)` and, for what belongs
 * to a course, `permit(caller, roles, course)`; they render with `operatorPage(content, visit.frame)`. Each of its forms holds
 * `formToken(frame)`, and its POST reads it with `smallForm(visit)`, or where files are uploaded calls
 * `checkFormToken(fields, visit)`. What they throw becomes a page.
 */
export function operatorRoutes(desk: Desk, isStopping: () => boolean): Router {
  const router = Router()
  router.use('/desk', ownPagesOnly(desk.service))
  router.get('/desk', home(desk))
  router.use(operatorSignInRoutes(desk))
  router.use(accountRoutes(desk))
  router.use(importPages(desk, isStopping))
  router.use(tokenPages(desk))
  router.use(auditPages(desk))
  router.use(safetyPages(desk))
  router.use(findPages(desk))
  router.use(actPages(desk))
  router.use(correctionPages(desk))
  router.use(cataloguePages(desk))
  router.use(statisticsPages(desk))
  router.use(connectionPages(desk))
  router.use(issuerPages(desk))
  router.use(webhookPages(desk))
  router.use('/desk', askToSignIn(desk))
  return router
}
