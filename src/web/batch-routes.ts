import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import { permit } from '../service/access.ts'
import type { BatchLineNow, BatchRecord } from '../service/batches.ts'
import { batchLines, deliveryOf } from '../service/batches.ts'
import type { Service } from '../service/service.ts'
import { csvHeaders, csvRow } from './csv.ts'
import { param, queryText } from './guard.ts'
import { batchNowBody } from './imports/batch-control-routes.ts'

const maxPage = 1_000

function batchOf(request: Request, service: Service): BatchRecord {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, ['issuer'])
  const batch = service.ledger.batches.byId(param(request, 'id'))
  if (!batch) throw new Refusal('not-found', 'There is no such batch')
  permit(caller, ['issuer'], batch.course)
  return batch
}

/** A line as the caller gets it: what its credential has become, and where it is; or what is wrong with it. */
function publicLine(found: BatchLineNow, batch: BatchRecord, service: Service) {
  const { line, outcome, achievement, credential, state, code, column, voidReason } = found
  const value = found.value ?? (found.isUndone ? null : voidReason)
  const url = credential ? new URL(`/c/${credential}`, service.publicUrl).href : null
  const isBrought = outcome === 'reserved'
  const now = isBrought ? (found.isUndone ? 'undone' : (state ?? outcome)) : outcome
  const told = deliveryOf(found, batch, service)
  return { line, outcome: now, achievement, url, code, column, value, ...told }
}

function pageAsked(request: Request): { from: number; limit: number } {
  const from = Number(queryText(request, 'fromLine') ?? 0)
  const limit = Number(queryText(request, 'limit') ?? 200)
  const isFine = Number.isInteger(from) && Number.isInteger(limit) && limit >= 0 && limit <= maxPage
  if (!isFine)
    throw new Refusal('bad-request', `fromLine is a line number, limit is at most ${maxPage}`)
  return { from, limit }
}

function batchBody(
  batch: BatchRecord,
  service: Service,
  { from, limit }: ReturnType<typeof pageAsked>,
) {
  return {
    ...batchNowBody(batch, service),
    lines: service.ledger.batches
      .lines(batch.id, { line: from, offset: 0 }, limit)
      .map((line) => publicLine(line, batch, service)),
  }
}

const columns = {
  line: 'line',
  outcome: 'outcome',
  achievement: 'achievement',
  url: 'url',
  code: 'code',
  column: 'column',
  value: 'value',
  claim_url: 'claimUrl',
  claim: 'claim',
  mail: 'mail',
  mail_reason: 'mailReason',
} as const

/** Sends every line of a batch as a table. */
export function sendBatchCsv(batch: BatchRecord, response: Response, service: Service): void {
  response.set(csvHeaders(`result-${batch.id}.csv`))
  response.write(csvRow(Object.keys(columns)))
  for (const line of batchLines(service.ledger, batch.id)) {
    const told = publicLine(line, batch, service)
    response.write(csvRow(Object.values(columns).map((member) => told[member])))
  }
  response.end()
}

/** What an import came to: `/api/batches/{id}` in counts and lines, `/result.csv` line by line. */
export function batchRoutes(service: Service): Router {
  const router = Router()

  router.get('/api/batches/:id', (request, response) => {
    const batch = batchOf(request, service)
    const body = batchBody(batch, service, pageAsked(request))
    response.set('Cache-Control', 'no-store').json(body)
  })

  router.get('/api/batches/:id/result.csv', (request, response) => {
    sendBatchCsv(batchOf(request, service), response, service)
  })
  return router
}
