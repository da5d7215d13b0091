import express, { type Express, Router } from 'express'
import { Refusal } from '../errors.ts'
import { actingAs } from '../service/acting.ts'
import type { Service } from '../service/service.ts'
import { accountApiRoutes } from './account-api-routes.ts'
import { problemHandler } from './answer-problem.ts'
import { apiDocsRoutes } from './api-docs-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { batchRoutes } from './batch-routes.ts'
import { boundRoutes } from './bound-routes.ts'
import { catalogueApiRoutes } from './catalogue-api-routes.ts'
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
import { batchControlRoutes } from './imports/batch-control-routes.ts'
import { draftRoutes } from './imports/draft-routes.ts'
import { inboundRoutes } from './inbound/inbound-routes.ts'
import { issuerRoutes } from './issuers/issuer-routes.ts'
import { rememberLanguage } from './language.ts'
import { learnerRoutes } from './learner-routes.ts'
import { listRoutes } from './list-routes.ts'
import { workOnLists } from './list-work.ts'
import { oid4vciRoutes } from './oid4vci-routes.ts'
import { openApi } from './openapi.ts'
import { Metrics } from './operations/metrics.ts'
import { metricsRoutes } from './operations/metrics-routes.ts'
import { observe, type RequestLine } from './operations/observe.ts'
import { actRoutes } from './operator/act-routes.ts'
import { findRoutes } from './operator/find-routes.ts'
import { operatorRoutes } from './operator/routes.ts'
import { previewRoutes } from './preview-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { keyRoutes, reissueRoutes } from './reissue-routes.ts'
import { revocationRoutes } from './revocation-routes.ts'
import { ruleRoutes } from './rule-routes.ts'
import { selfCheckRoutes } from './self-check-routes.ts'
import { specializationRoutes } from './specialization-routes.ts'
import { statisticsRoutes } from './statistics-routes.ts'
import { vcApiIssuingRoutes } from './vc-api-issuing-routes.ts'
import { vcApiRoutes } from './vc-api-routes.ts'
import { verifyBatchPages } from './verify-batch-pages.ts'
import { verifyBatchRoutes } from './verify-batch-routes.ts'
import { verifyRoutes } from './verify-routes.ts'
import { walletRoutes } from './wallet-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

export interface AppOptions {
  /** Told of faults of ours, and in which request they happened where it is known. */
  readonly onFault: (thrown: unknown, request?: string) => void
  readonly isStopping: () => boolean
  /** Told of work that outlives its request. */
  readonly onWork?: (work: Promise<void>) => void
  /** The way in for everything that is checked, where others share it. */
  readonly door?: Door
  /** Told of every request that was answered. */
  readonly onRequest?: (line: RequestLine) => void
}

/** Counts requests and faults, and tells of them. */
function watched(app: Express, options: AppOptions) {
  const metrics = new Metrics()
  app.use(observe(metrics, options.onRequest ?? (() => undefined)))
  const onFault = (thrown: unknown, request?: string) => {
    metrics.recordFault()
    options.onFault(thrown, request)
  }
  return { metrics, onFault }
}

/** What is there besides what the service is for. */
function plainRoutes(service: Service): Router {
  const router = Router()
  for (const [name, bytes] of Object.entries(assets))
    router.get(`/assets/${name}`, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type(name).send(bytes)
    })
  router.get('/openapi.json', (_request, response) => {
    response.json(openApi(service.publicUrl))
  })
  router.get('/robots.txt', (_request, response) => {
    // Pages say noindex themselves; a Disallow would keep LinkedIn from reading a shared one.
    response.type('text/plain').send('User-agent: *\nAllow: /\n')
  })
  return router
}

/** What routes are made with. */
interface World extends Required<Omit<AppOptions, 'onRequest'>> {
  readonly service: Service
  readonly begin: () => void
}

/** Pages and documents for everybody. */
function publicRoutes({ service, door, onFault, isStopping, onWork }: World): Router {
  const router = Router()
  router.use(boundRoutes(service))
  router.use(credentialRoutes(service))
  router.use(catalogueRoutes(service))
  router.use(issuerRoutes(service))
  router.use(apiDocsRoutes(service))
  router.use(specializationRoutes(service))
  router.use(selfCheckRoutes(service, door))
  router.use(verifyRoutes(service, door))
  router.use(receiptRoutes(service, door))
  router.use(verifyBatchRoutes(service, door, onFault))
  router.use(verifyBatchPages({ service, door, onFault, isStopping, onWork }))
  router.use(vcApiRoutes(service, door))
  router.use(walletRoutes(service, door))
  return router
}

/** What programs with a token call. */
function programRoutes({ service, door, onFault, isStopping, begin }: World): Router {
  const router = Router()
  router.use(revocationRoutes(service))
  router.use(correctionRoutes(service))
  router.use(reissueRoutes(service))
  router.use(keyRoutes(service))
  router.use(erasureRoutes(service))
  router.use(completionRoutes(service, onFault))
  router.use(batchRoutes(service))
  router.use(batchControlRoutes(service, isStopping))
  router.use(draftRoutes(service))
  router.use(auditRoutes(service))
  router.use(statisticsRoutes(service))
  router.use(findRoutes(service))
  router.use(actRoutes(service, isStopping))
  router.use(accountApiRoutes(service))
  router.use(catalogueApiRoutes(service))
  router.use(ruleRoutes(service))
  router.use(listRoutes({ service, door, isStopping, begin }))
  router.use(eligibilityRoutes(service, door))
  router.use(enrolmentRoutes(service))
  router.use(webhookRoutes(service))
  router.use(inboundRoutes(service, door, onFault))
  return router
}

/** The whole service over HTTP. */
export function createApp(service: Service, options: AppOptions): Express {
  const { isStopping, onWork = () => undefined } = options
  const { door = new Door(service.config) } = options
  const app = express()
  const { metrics, onFault } = watched(app, options)
  const refuse = problemHandler(service, onFault, (of) => door.intake.retryAfter(of))
  const begin = () => workOnLists({ service, gate: door.gate, isStopping, onWork, onFault })
  app.disable('x-powered-by')
  app.set('trust proxy', service.config.trustProxy)
  // Nested query objects are of no use here and a way in for surprises.
  app.set('query parser', 'simple')
  app.use(securityHeaders(service.publicUrl.protocol === 'https:'))
  app.use((_request, _response, next) => actingAs('anybody', next))
  app.use(door.intake.admit(refuse))
  app.use(healthRoutes(service, isStopping))
  app.use(metricsRoutes(service, { metrics, load: (of) => door.intake.load(of) }))
  app.use(plainRoutes(service))
  app.use(documentRoutes(service))
  app.use(previewRoutes(service))
  app.use(rememberLanguage)
  const world = { service, door, begin, onFault, isStopping, onWork }
  app.use(publicRoutes(world))
  app.use(programRoutes(world))
  app.use(deskRoutes({ service, door, begin }))
  app.use(operatorRoutes({ service, door }, isStopping))
  app.use(learnerRoutes({ service, door }))
  app.use(vcApiIssuingRoutes(service, door))
  app.use(oid4vciRoutes(service, door, onFault))
  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address')
  })
  app.use(refuse)
  return app
}
