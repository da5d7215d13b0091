import { createHash, timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { type Figures, figuresOf } from '../../service/figures.ts'
import type { Service } from '../../service/service.ts'
import type { Load, Metrics } from './metrics.ts'
import type { RequestClass } from './request-class.ts'

const keptMs = 5_000

/** Headers that a proxy adds: what comes by one is from elsewhere, though its connection is from this machine. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Whether a request was made on this machine itself. */
function isFromHere(request: Request): boolean {
  const { remoteAddress = '' } = request.socket
  const isLoopback = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/.test(remoteAddress)
  return isLoopback && ofProxies.every((name) => request.headers[name] === undefined)
}

const hashOf = (text: string) => createHash('sha256').update(text).digest()

function hasMetricsToken(request: Request, metricsToken: string | null): boolean {
  const given = /^Bearer +(\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  return Boolean(given && metricsToken && timingSafeEqual(hashOf(given), hashOf(metricsToken)))
}

/**
 * `/metrics` in the text format of Prometheus: to this machine, to the token of the settings, and to administrators.
 * Others are answered `unauthorised` or `forbidden`.
 */
export function metricsRoutes(
  service: Service,
  { metrics, load }: { readonly metrics: Metrics; load(of: RequestClass): Load },
): Router {
  const router = Router()
  let kept: { readonly figures: Figures; readonly until: number } | undefined
  const figures = () => {
    if (!kept || kept.until < Date.now())
      kept = { figures: figuresOf(service), until: Date.now() + keptMs }
    return kept.figures
  }
  router.get('/metrics', (request, response) => {
    if (!isFromHere(request) && !hasMetricsToken(request, service.config.metricsToken)) {
      const { role } = service.recognise(request.headers.authorization)
      if (role !== 'admin') throw new Refusal('forbidden', 'This is for administrators')
    }
    response
      .set('Cache-Control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(metrics.text(figures(), load))
  })
  return router
}
