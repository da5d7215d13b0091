import { Router } from 'express'
import type { Service } from '../../service/service.ts'
import type { Door } from '../door.ts'
import { connectionRoutes } from './connection-routes.ts'
import { hookRoutes } from './hook-routes.ts'
import { launchRoutes } from './launch-routes.ts'
import { InboundLimits } from './sender.ts'
import { xapiRoutes } from './xapi-routes.ts'

/** Everything that machines call to tell of completions, and what they are set up by. */
export function inboundRoutes(
  service: Service,
  door: Door,
  onFault: (thrown: unknown) => void,
): Router {
  const limits = new InboundLimits(service.config.callsPerMinute)
  const desk = { service, door, limits, onFault }
  const router = Router()
  router.use(connectionRoutes(service))
  router.use(hookRoutes(desk))
  router.use(xapiRoutes(desk))
  router.use(launchRoutes(desk))
  return router
}
