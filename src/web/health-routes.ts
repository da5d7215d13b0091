import { Router } from 'express'
import type { Service } from '../service/service.ts'

/** `/healthz`: the process answers. `/readyz`: it can also issue and verify, and is not about to stop. */
export function healthRoutes(service: Service, isStopping: () => boolean): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const look = async (check: () => unknown) => {
      try {
        await check()
        return 'ok'
      } catch {
        return 'failed'
      }
    }
    const checks = {
      ledger: await look(() => service.ledger.credentials.count('reserved')),
      keys: await look(async () => (await service.keyring.current()).signer('Ed25519')),
    }
    const isReady = !isStopping() && Object.values(checks).every((state) => state === 'ok')
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'not-ready', checks })
  })
  return router
}
