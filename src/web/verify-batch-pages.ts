import { type Request, type Response, Router } from 'express'
import { Refusal, type RefusalCode } from '../errors.ts'
import { batchFormPage } from '../pages/batch-form-page.ts'
import { type BatchRow, batchPage, rowsPerPage } from '../pages/batch-page.ts'
import { tallyOf } from '../pages/batch-tally.ts'
import { reportPage } from '../pages/report-page.ts'
import type { Service } from '../service/service.ts'
import { type BatchOutcome, checkBatch } from './check-batch.ts'
import { byteOrderMark, csvHeaders } from './csv.ts'
import type { Door } from './door.ts'
import { frameOf } from './frame.ts'
import { clientOf, param, queryText, rowAsked } from './guard.ts'
import { KeptBatches } from './kept-batches.ts'
import { statusOf } from './problem.ts'
import { csvHead, csvRows } from './report-csv.ts'
import { type OpenBatch, openBatch } from './verify-batch-routes.ts'

export interface BatchPageOptions {
  readonly service: Service
  readonly door: Door
  readonly onFault: (thrown: unknown) => void
  readonly isStopping: () => boolean
  /** Told of work that goes on after its request was answered, so that a service that stops can wait for it. */
  readonly onWork: (work: Promise<void>) => void
}

const reloadSeconds = 2

// Whoever filled in the form can mend these there.
const mendable: readonly RefusalCode[] = ['bad-request', 'too-large', 'input-too-large']

function rowOf(outcome: BatchOutcome): BatchRow {
  const { index, name } = outcome
  if ('report' in outcome) return { index, name, report: outcome.report }
  return { index, name, refused: outcome.thrown instanceof Refusal ? outcome.thrown.code : 'fault' }
}

/** Begins to check, and gives back the secret under which the outcomes will be found. */
function begin(
  { batch, client }: { readonly batch: OpenBatch; readonly client: string },
  kept: KeptBatches,
  options: BatchPageOptions,
): string {
  const { service, door, onFault, isStopping, onWork } = options
  const { secret, add, end } = kept.begin(client, batch.items.length)
  const isWanted = () => !isStopping()
  const work = async () => {
    try {
      for await (const outcome of checkBatch(batch.items, {
        gate: door.gate,
        isWanted,
        onFault,
        pace: service.pace,
      }))
        add(outcome)
    } finally {
      end()
      await batch.close()
    }
  }
  onWork(work().catch(onFault))
  return secret
}

function formRoutes(kept: KeptBatches, options: BatchPageOptions): Router {
  const { service, door } = options
  const router = Router()
  router.get('/verify/batch', (request, response) => {
    response.type('html').send(batchFormPage({}, frameOf(request, service)).markup)
  })
  const formAgain = (
    problem: RefusalCode | 'nothing-given',
    { request, response }: { readonly request: Request; readonly response: Response },
  ) => {
    const status = problem === 'nothing-given' ? 422 : statusOf[problem]
    const page = batchFormPage({ problem }, frameOf(request, service))
    response.status(status).type('html').send(page.markup)
  }
  router.post('/verify/batch', door.limit, async (request, response) => {
    response.set('Cache-Control', 'no-store')
    try {
      const batch = await openBatch(request, response, { service, door })
      if (batch.items.length > 0) {
        const secret = begin({ batch, client: clientOf(request) }, kept, options)
        return response.redirect(303, `/verify/batch/${secret}`)
      }
      await batch.close()
      formAgain('nothing-given', { request, response })
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
      formAgain(thrown.code, { request, response })
    }
  })
  return router
}

function sendCsv(outcomes: readonly BatchOutcome[], response: Response): void {
  response.set(csvHeaders('results.csv'))
  const rows = outcomes.map((outcome) => csvRows(outcome.name, outcome))
  response.send([byteOrderMark, csvHead, ...rows].join(''))
}

/**
 * Many at once as pages: `/verify/batch` is the form; it leads to `/verify/batch/{secret}`, which tells how far it is
 * and loads itself anew until it is done, also without a script. What is shown there is kept for 15 minutes.
 */
export function verifyBatchPages(options: BatchPageOptions): Router {
  const { service } = options
  const kept = new KeptBatches(service.now)
  const router = Router()
  router.use(formRoutes(kept, options))

  router.get('/verify/batch/:secret', (request, response) => {
    const name = param(request, 'secret')
    const isCsv = name.endsWith('.csv')
    const secret = isCsv ? name.slice(0, -'.csv'.length) : name
    const { total, outcomes, isDone } = kept.find(secret)
    response.set('Cache-Control', 'no-store')
    if (isCsv) return sendCsv(outcomes, response)
    const from = rowAsked(request, outcomes.length)
    const reloads = !isDone && queryText(request, 'still') === undefined
    if (reloads) response.set('Refresh', String(reloadSeconds))
    const all = outcomes.map(rowOf)
    const view = {
      secret,
      total,
      isDone,
      reloads,
      done: all.length,
      rows: all.slice(from, from + rowsPerPage),
      tally: tallyOf(all),
      from,
    }
    response.type('html').send(batchPage(view, frameOf(request, service)).markup)
  })

  router.get('/verify/batch/:secret/:number', (request, response) => {
    const secret = param(request, 'secret')
    const place = Number(param(request, 'number')) - 1
    const outcome = kept.find(secret).outcomes[place]
    if (!outcome) throw new Refusal('not-found', 'There is no such item in this batch')
    if ('thrown' in outcome) throw outcome.thrown
    response.set('Cache-Control', 'no-store').type('html')
    const from = Math.floor(place / rowsPerPage) * rowsPerPage
    const view = { report: outcome.report, batch: { secret, from } }
    response.send(reportPage(view, frameOf(request, service)).markup)
  })
  return router
}
