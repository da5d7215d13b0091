import { Router } from 'express'
import { Refusal } from '../errors.ts'
import { permit, type RevocationCode, revocationCodeOf } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { idForm, urlOf } from './credential-routes.ts'
import { param } from './guard.ts'
import { readBody } from './upload.ts'

const maxReasonBytes = 64 * 1024

interface RevocationAsked {
  readonly reason: string
  readonly code: RevocationCode
}

function readRevocation(body: Buffer): RevocationAsked {
  let asked: { reason?: unknown; code?: unknown } = {}
  try {
    asked = Object(JSON.parse(body.toString('utf8')))
  } catch {
    // Answered like a body without a reason.
  }
  const { reason, code = 'unspecified' } = asked
  if (typeof reason !== 'string' || reason.length > 2_000)
    throw new Refusal('reason-missing', 'Send {"reason": "…"}, at most 2,000 characters')
  return { reason, code: revocationCodeOf(String(code)) }
}

/** `POST /api/credentials/{id}/revoke`: shows at once on the page, in the API and in the status list. */
export function revocationRoutes(service: Service): Router {
  const router = Router()
  router.post('/api/credentials/:id/revoke', async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    permit(caller, ['issuer'])
    const id = param(request, 'id')
    const held = idForm.test(id) ? service.ledger.credentials.byId(id) : undefined
    if (held) permit(caller, ['issuer'], held.course)
    const { reason, code } = readRevocation(await readBody(request, maxReasonBytes))
    const record = service.revoke(id, reason, code)
    response.set('Cache-Control', 'no-store').json({
      id: urlOf(service, record.id),
      status: 'revoked',
      revokedAt: record.revokedAt,
      reason: record.revocationCode,
    })
  })
  return router
}
