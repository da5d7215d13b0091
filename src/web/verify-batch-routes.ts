import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Service } from '../service/service.ts'
import { type BatchItem, itemsOfForm, itemsOfJson, maxItems } from './batch-items.ts'
import { type BatchOutcome, checkBatch } from './check-batch.ts'
import type { Door } from './door.ts'
import { readForm, utf8 } from './form.ts'
import { languageOf } from './language.ts'
import { toProblem } from './problem.ts'
import { reportBody } from './report-body.ts'
import { csvHead, csvRows } from './report-csv.ts'
import { bytesOf, type Upload } from './upload.ts'
import { write } from './write.ts'

const maxFormBytes = 50 * 1024 * 1024
// A credential as JSON or JWT is some 10 kB, and all of this is in memory at once.
const maxJsonBytes = 8 * 1024 * 1024
// A browser sends the empty fields of the form as well.
const maxParts = maxItems + 10

/** What to check, by the body's media type. @throws Refusal `bad-request`, `unsupported-media-type`. */
export async function readItems(
  request: Request,
  upload: Upload,
  service: Service,
): Promise<readonly BatchItem[]> {
  if (request.is('application/json')) {
    if (upload.size > maxJsonBytes) throw new Refusal('too-large', 'The JSON is over 8 MB')
    return itemsOfJson(utf8(await bytesOf(upload)), service)
  }
  if (!request.is(['multipart/form-data', 'application/x-www-form-urlencoded']))
    throw new Refusal('unsupported-media-type', 'Send multipart/form-data or application/json')
  const fields = await readForm(upload, request.headers['content-type'] ?? '', maxParts)
  return itemsOfForm(fields, service)
}

/** The same, counted once it is checked. */
const counted = (item: BatchItem, service: Service): BatchItem => ({
  ...item,
  async check() {
    const checked = await item.check()
    service.checkTally.count(checked.report)
    return checked
  },
})

export interface OpenBatch {
  readonly items: readonly BatchItem[]
  /** Lets go of the files and of the place among the batches. */
  close(): Promise<void>
}

/** Receives a batch and counts it; whoever calls closes it. @throws Refusal as `Door.admit` and {@link readItems}. */
export async function openBatch(
  request: Request,
  response: Response,
  { service, door }: { readonly service: Service; readonly door: Door },
): Promise<OpenBatch> {
  const leave = door.enterBatch(request)
  let upload: Upload | undefined
  const close = async () => {
    leave()
    await upload?.discard()
  }
  try {
    upload = await door.receive(request, maxFormBytes)
    const items = (await readItems(request, upload, service)).map((item) => counted(item, service))
    door.countItems(request, response, items.length)
    return { items, close }
  } catch (thrown) {
    await close()
    throw thrown
  }
}

/** How an answer is put together from the outcomes, one after another. */
interface Form {
  readonly type: string
  readonly head: string
  piece(outcome: BatchOutcome, isFirst: boolean): string
  readonly tail: string
}

function bodyOf({ index, name, ...outcome }: BatchOutcome, language: Language): string {
  const body =
    'report' in outcome
      ? reportBody(outcome.report, language)
      : { problem: toProblem(outcome.thrown, language) }
  return JSON.stringify({ index, name, ...body })
}

function formOf(type: string, language: Language): Form {
  if (type === 'text/csv')
    return {
      type: 'text/csv; charset=utf-8',
      head: csvHead,
      piece: (outcome) => csvRows(outcome.name, outcome),
      tail: '',
    }
  if (type === 'application/x-ndjson')
    return { type, head: '', piece: (outcome) => `${bodyOf(outcome, language)}\n`, tail: '' }
  return {
    type: 'application/json; charset=utf-8',
    head: '{"items":[',
    piece: (outcome, isFirst) => `${isFirst ? '' : ','}${bodyOf(outcome, language)}`,
    tail: ']}',
  }
}

/** `POST /api/verify/batch`: up to 200 files and links, each answered in its place whatever becomes of the others. */
export function verifyBatchRoutes(
  service: Service,
  door: Door,
  onFault: (thrown: unknown) => void,
): Router {
  const router = Router()
  router.post('/api/verify/batch', door.limit, async (request, response) => {
    const type = request.accepts(['application/json', 'application/x-ndjson', 'text/csv'])
    if (!type)
      throw new Refusal('not-acceptable', 'Ask for application/json, application/x-ndjson or CSV')
    const form = formOf(type, languageOf(request))
    const batch = await openBatch(request, response, { service, door })
    try {
      if (batch.items.length === 0)
        throw new Refusal('no-credential-found', 'Send files, links or items to check')
      response.set('Cache-Control', 'no-store').vary('Accept')
      response.set('Content-Type', form.type)
      const isWanted = () => !response.destroyed
      await write(response, form.head)
      let isFirst = true
      for await (const outcome of checkBatch(batch.items, {
        gate: door.gate,
        isWanted,
        onFault,
        pace: service.pace,
      })) {
        await write(response, form.piece(outcome, isFirst))
        isFirst = false
      }
      response.end(form.tail)
    } finally {
      await batch.close()
    }
  })
  return router
}
