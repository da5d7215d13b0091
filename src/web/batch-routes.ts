import { type Request, Router } from 'express'
import { Refusal } from '../errors.ts'
import { permit, recognise } from '../service/access.ts'
import type { BatchLineNow, BatchRecord } from '../service/batches.ts'
import { batchLines } from '../service/batches.ts'
import type { Service } from '../service/service.ts'
import { param, queryText } from './guard.ts'

/** Quotes a cell, and takes from a spreadsheet the idea that it might be a formula. */
export function csvCell(value: string | number | null): string {
  const text = String(value ?? '')
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const maxPage = 1_000

/** What an import came to: `/api/batches/{id}` in counts and lines, `/result.csv` one line per award or complaint. */
export function batchRoutes(service: Service): Router {
  const router = Router()

  const batchOf = (request: Request): BatchRecord => {
    const access = { ledger: service.ledger, adminToken: service.config.adminToken }
    const caller = recognise(request.headers.authorization, access)
    const batch = service.ledger.batches.byId(param(request, 'id'))
    if (!batch) throw new Refusal('not-found', 'There is no such batch')
    permit(caller, ['issuer'], batch.course)
    return batch
  }

  const publicLine = ({
    line,
    outcome,
    achievement,
    credential,
    state,
    code,
    column,
    value,
  }: BatchLineNow) => ({
    line,
    outcome: outcome === 'reserved' ? (state ?? outcome) : outcome,
    ...(credential
      ? { achievement, url: new URL(`/c/${credential}`, service.publicUrl).href }
      : {}),
    ...(code ? { code, column, value } : {}),
  })

  router.get('/api/batches/:id', (request, response) => {
    const batch = batchOf(request)
    const from = Number(queryText(request, 'fromLine') ?? 0)
    const limit = Number(queryText(request, 'limit') ?? 200)
    if (!Number.isInteger(from) || !Number.isInteger(limit) || limit < 0 || limit > maxPage)
      throw new Refusal('bad-request', `fromLine is a line number, limit at most ${maxPage}`)
    const progress = service.ledger.batches.progress(batch.id)
    const { id, course, run, state, createdAt } = batch
    const isDone = state !== 'reading' && progress.reserved === 0
    const lines = service.ledger.batches.lines(id, { line: from, offset: 0 }, limit)
    response.set('Cache-Control', 'no-store').json({
      batch: id,
      course,
      run,
      createdAt,
      state: state === 'reserved' ? (isDone ? 'done' : 'issuing') : state,
      progress,
      lines: lines.map(publicLine),
    })
  })

  router.get('/api/batches/:id/result.csv', (request, response) => {
    const batch = batchOf(request)
    response.set({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="result-${batch.id}.csv"`,
      'Cache-Control': 'no-store',
    })
    response.write('line,outcome,achievement,url,code,column,value\r\n')
    for (const line of batchLines(service.ledger, batch.id)) {
      const { outcome, achievement, url, code, column, value } = {
        achievement: null,
        url: null,
        code: null,
        column: null,
        value: null,
        ...publicLine(line),
      }
      const cells = [line.line, outcome, achievement, url, code, column, value]
      response.write(`${cells.map(csvCell).join(',')}\r\n`)
    }
    response.end()
  })
  return router
}
