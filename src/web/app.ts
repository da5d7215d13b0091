import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import express, { type Express } from 'express'
import { Refusal } from '../errors.ts'
import { packageFile } from '../package-root.ts'
import type { Service } from '../service/service.ts'
import { batchRoutes } from './batch-routes.ts'
import { catalogueRoutes } from './catalogue-routes.ts'
import { completionRoutes } from './completion-routes.ts'
import { credentialRoutes, revocationRoutes } from './credential-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { securityHeaders } from './guard.ts'
import { healthRoutes } from './health-routes.ts'
import { openApi } from './openapi.ts'
import { problemHandler } from './problem.ts'
import { verifyRoutes } from './verify-routes.ts'

export interface AppOptions {
  readonly onFault: (thrown: unknown) => void
  readonly isStopping: () => boolean
}

/** The one style sheet, with its hash in the address so that it may be kept for ever. */
function styleRoute(app: Express): void {
  const css = readFileSync(packageFile('assets', 'style.css'))
  const etag = `"${createHash('sha256').update(css).digest('base64url').slice(0, 16)}"`
  app.get('/assets/style.css', (_request, response) => {
    response
      .set({ 'Content-Type': 'text/css; charset=utf-8', ETag: etag })
      .set('Cache-Control', 'public, max-age=86400')
      .send(css)
  })
}

/** The whole service over HTTP. */
export function createApp(service: Service, { onFault, isStopping }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', service.config.trustProxy)
  // Nested query objects are of no use here and a way in for surprises.
  app.set('query parser', 'simple')
  app.use(securityHeaders(service.publicUrl.protocol === 'https:'))
  styleRoute(app)
  app.use(healthRoutes(service, isStopping))
  app.use(documentRoutes(service))
  app.use(credentialRoutes(service))
  app.use(revocationRoutes(service))
  app.use(catalogueRoutes(service))
  app.use(verifyRoutes(service))
  app.use(completionRoutes(service, onFault))
  app.use(batchRoutes(service))
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
  app.use(problemHandler(onFault))
  return app
}
