import { Readable } from 'node:stream'
import { type Request, Router } from 'express'
import { auditPage } from '../../pages/operator/audit-page.ts'
import {
  type AuditFilter,
  auditActionNames,
  auditFilterOf,
  exportAudit,
} from '../../service/audit-log.ts'
import type { Desk } from '../desk-session.ts'
import { queryText } from '../guard.ts'
import { complaintOf } from './complaint.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const perPage = 50
const names = ['about', 'actor', 'action', 'from', 'to'] as const

const askedIn = (request: Request) =>
  Object.fromEntries(names.map((name) => [name, queryText(request, name)?.trim() ?? '']))

function send({ request, response, service, frame }: OperatorVisit): void {
  const asked = askedIn(request)
  const { audit } = service.ledger
  const show = (filter: AuditFilter | undefined, more: object = {}) => {
    const before = Number(queryText(request, 'before') ?? Number.NaN)
    const rows = filter
      ? audit.newest(perPage, filter, Number.isInteger(before) ? before : undefined)
      : []
    const view = {
      rows,
      asked,
      actions: auditActionNames,
      before: rows.length === perPage ? (rows.at(-1)?.seq ?? null) : null,
      head: audit.head() ?? null,
      ...more,
    }
    response.type('html').send(auditPage(view, frame).markup)
  }
  try {
    show(auditFilterOf(asked))
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    show(undefined, { problem })
  }
}

/** `/desk/audit`, for administrators. */
export function auditPages(desk: Desk): Router {
  const router = Router()
  router.get('/desk/audit', (request, response) => send(operatorVisit(request, response, desk, [])))
  router.get('/desk/audit.jsonl', (request, response, next) => {
    const { service } = operatorVisit(request, response, desk, [])
    response
      .type('application/jsonl')
      .set('Content-Disposition', 'attachment; filename="audit.jsonl"')
    Readable.from(exportAudit(service.ledger)).on('error', next).pipe(response)
  })
  return router
}
