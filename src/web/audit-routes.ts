import { Readable } from 'node:stream'
import { type Request, Router } from 'express'
import { permit } from '../service/access.ts'
import { type AuditFilter, auditFilterOf, exportAudit } from '../service/audit-log.ts'
import type { Service } from '../service/service.ts'
import { limitAsked, queryText } from './guard.ts'

/** What is wanted of the log, by the query. @throws Refusal `bad-request`. */
export const auditAsked = (request: Request): AuditFilter => {
  const asked = (name: keyof AuditFilter) => queryText(request, name) ?? ''
  return auditFilterOf({
    about: asked('about'),
    actor: asked('actor'),
    action: asked('action'),
    from: asked('from'),
    to: asked('to'),
  })
}

function permitted(request: Request, service: Service): AuditFilter {
  permit(service.recognise(request.headers.authorization), [])
  return auditAsked(request)
}

/** `/api/audit`: who did what, for administrators; see docs/AUDIT.md. */
export function auditRoutes(service: Service): Router {
  const router = Router()
  router.get('/api/audit', (request, response) => {
    const filter = permitted(request, service)
    const limit = limitAsked(request)
    const after = Number(queryText(request, 'after') ?? 0)
    const entries = service.ledger.audit.after(Number.isInteger(after) ? after : 0, limit, filter)
    const head = service.ledger.audit.head() ?? null
    response.json({
      entries,
      head: head && { seq: head.seq, at: head.at, hash: head.hash },
      next: entries.length === limit ? (entries.at(-1)?.seq ?? null) : null,
    })
  })
  router.get('/api/audit.jsonl', (request, response, next) => {
    const lines = exportAudit(service.ledger, permitted(request, service))
    response
      .type('application/jsonl')
      .set('Content-Disposition', 'attachment; filename="audit.jsonl"')
    Readable.from(lines).on('error', next).pipe(response)
  })
  return router
}
