import { Router } from 'express'
import type { Desk } from './desk-session.ts'
import { myRoutes } from './my-routes.ts'
import { sharedRoutes } from './shared-routes.ts'

/** What a learner does with what is theirs, and what they show of it to others. */
export function learnerRoutes(place: Desk): Router {
  const router = Router()
  router.use(myRoutes(place))
  router.use(sharedRoutes(place.service))
  return router
}
