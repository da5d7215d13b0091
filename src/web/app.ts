import express, { type Express } from 'express'
import { Refusal } from '../errors.ts'
import type { Service } from '../service/service.ts'
import { batchRoutes } from './batch-routes.ts'
import { boundRoutes } from './bound-routes.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { completionRoutes } from './completion-routes.ts'
import { correctionRoutes } from './correction-routes.ts'
import { credentialRoutes } from './credential-routes.ts'
import { deskRoutes } from './desk-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { Door } from './door.ts'
import { eligibilityRoutes } from './eligibility-routes.ts'
import { enrolmentRoutes } from './enrolment-routes.ts'
import { erasureRoutes } from './erasure-routes.ts'
import { assets } from './frame.ts'
import { securityHeaders } from './guard.ts'
import { healthRoutes } from './health-routes.ts'
import { issuerRoutes } from './issuers/issuer-routes.ts'
import { rememberLanguage } from './language.ts'
import { learnerRoutes } from './learner-routes.ts'
import { listRoutes } from './list-routes.ts'
import { workOnLists } from './list-work.ts'
import { oid4vciRoutes } from './oid4vci-routes.ts'
import { openApi } from './openapi.ts'
import { previewRoutes } from './preview-routes.ts'
import { problemHandler } from './problem.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { revocationRoutes } from './revocation-routes.ts'
import { ruleRoutes } from './rule-routes.ts'
import { selfCheckRoutes } from './self-check-routes.ts'
import { specializationRoutes } from './specialization-routes.ts'
import { vcApiIssuingRoutes } from './vc-api-issuing-routes.ts'
import { vcApiRoutes } from './vc-api-routes.ts'
import { verifyBatchPages } from './verify-batch-pages.ts'
import { verifyBatchRoutes } from './verify-batch-routes.ts'
import { verifyRoutes } from './verify-routes.ts'
import { walletRoutes } from './wallet-routes.ts'

export interface AppOptions {
  readonly onFault: (thrown: unknown) => void
  readonly isStopping: () => boolean
  /** Told of work that outlives its request. */
  readonly onWork?: (work: Promise<void>) => void
  /** The way in for everything that is checked, where others share it. */
  readonly door?: Door
}

/** The whole service over HTTP. */
export function createApp(service: Service, options: AppOptions): Express {
  const { onFault, isStopping, onWork = () => undefined } = options
  const { door = new Door(service.config.callsPerMinute) } = options
  const begin = () => workOnLists({ service, gate: door.gate, isStopping, onWork, onFault })
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', service.config.trustProxy)
  // Nested query objects are of no use here and a way in for surprises.
  app.set('query parser', 'simple')
  app.use(securityHeaders(service.publicUrl.protocol === 'https:'))
  for (const [name, bytes] of Object.entries(assets))
    app.get(`/assets/${name}`, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type(name).send(bytes)
    })
  app.use(healthRoutes(service, isStopping))
  app.use(documentRoutes(service))
  app.use(previewRoutes(service))
  app.use(rememberLanguage)
  app.use(boundRoutes(service))
  app.use(credentialRoutes(service))
  app.use(revocationRoutes(service))
  app.use(correctionRoutes(service))
  app.use(erasureRoutes(service))
  app.use(catalogueRoutes(service))
  app.use(issuerRoutes(service))
  app.use(specializationRoutes(service))
  app.use(selfCheckRoutes(service, door))
  app.use(verifyRoutes(service, door))
  app.use(receiptRoutes(service, door))
  app.use(verifyBatchRoutes(service, door, onFault))
  app.use(verifyBatchPages({ service, door, onFault, isStopping, onWork }))
  app.use(completionRoutes(service, onFault))
  app.use(batchRoutes(service))
  app.use(ruleRoutes(service))
  app.use(listRoutes({ service, door, isStopping, begin }))
  app.use(eligibilityRoutes(service, door))
  app.use(enrolmentRoutes(service))
  app.use(vcApiRoutes(service, door))
  app.use(walletRoutes(service, door))
  app.use(deskRoutes({ service, door, begin }))
  app.use(learnerRoutes({ service, door }))
  app.use(vcApiIssuingRoutes(service, door))
  app.use(oid4vciRoutes(service, door, onFault))
  app.get('/openapi.json', (_request, response) => {
    response.json(openApi(service.publicUrl))
  })
  app.get('/robots.txt', (_request, response) => {
    // Pages say noindex themselves; a Disallow would keep LinkedIn from reading a shared one.
    response.type('text/plain').send('User-agent: *\nAllow: /\n')
  })
  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address')
  })
  app.use(problemHandler(service, onFault))
  return app
}
