import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import { isLanguage } from '../language.ts'
import { type CsvOptions, readCompletions } from '../learning/csv.ts'
import { type Caller, permit } from '../service/access.ts'
import { readDraftChange } from '../service/drafts/draft-options.ts'
import { courseOf, type ImportRequest } from '../service/import-completions.ts'
import type { ImportSummary, LineReport } from '../service/import-report.ts'
import { jsonRows } from '../service/json-completions.ts'
import { readOptions } from '../service/read-options.ts'
import type { Service } from '../service/service.ts'
import { queryText, requestKey } from './guard.ts'
import { once } from './once.ts'
import { receiveUpload } from './upload.ts'

const maxCsvBytes = 64 * 1024 * 1024
const maxJsonBytes = 16 * 1024 * 1024

interface Asked {
  readonly request: ImportRequest
  readonly options: CsvOptions
}

function readAsked(request: Request, service: Service, caller: Caller): Asked {
  const course = courseOf(service.catalogue.courses, queryText(request, 'course') ?? '')
  permit(caller, ['issuer'], course.id)
  const run = queryText(request, 'run') ?? ''
  const language = queryText(request, 'lang') ?? course.language
  if (!isLanguage(language)) throw new Refusal('bad-request', 'lang is not a language we write')
  const dryRun = queryText(request, 'dryRun') ?? 'false'
  if (!['true', 'false'].includes(dryRun))
    throw new Refusal('bad-request', 'dryRun is true or false')
  const mail = queryText(request, 'mail') ?? 'true'
  if (!['true', 'false'].includes(mail)) throw new Refusal('bad-request', 'mail is true or false')
  const isQuiet = mail === 'false'
  const { undoMinutes = 0 } = readDraftChange({ undoMinutes: queryText(request, 'undoMinutes') })
  const isDryRun = dryRun === 'true'
  return {
    request: {
      course,
      run,
      language,
      isDryRun,
      isQuiet,
      undoMinutes,
      requestedBy: caller.token,
      mayReissueErased: queryText(request, 'reissueErased') === 'true',
    },
    options: readOptions({
      course,
      run,
      format: queryText(request, 'format'),
      dates: queryText(request, 'dates'),
      matchByName: queryText(request, 'matchByName') === 'true',
      now: service.now(),
    }),
  }
}

const answerDryRun = (response: Response, summary: ImportSummary, lines: readonly LineReport[]) =>
  response.json({ dryRun: true, summary, lines })

/** `POST /api/completions`: a CSV or JSON of completions; a dry run answers at once, a real one with its batch. */
export function completionRoutes(service: Service, onFault: (thrown: unknown) => void): Router {
  const router = Router()
  router.post('/api/completions', async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const asked = readAsked(request, service, caller)
    const isJson = Boolean(request.is('application/json'))
    if (!isJson && !request.is(['text/csv', 'text/plain', 'application/octet-stream']))
      throw new Refusal('unsupported-media-type', 'Send text/csv or application/json')
    const upload = await receiveUpload(request, isJson ? maxJsonBytes : maxCsvBytes)
    try {
      const rows = () =>
        isJson
          ? jsonRows(upload.read(), asked.options)
          : readCompletions(upload.read(), asked.options)
      if (asked.request.isDryRun) {
        const lines: LineReport[] = []
        const summary = await service.import(rows, asked.request, (line) => lines.push(line))
        answerDryRun(response, summary, lines)
        return
      }
      const key = requestKey(request)
      const hash = `${request.originalUrl} ${upload.hash}`
      const batch = await once(key, { service, caller, hash }, async (keep) => {
        const summary = await service.import(rows, asked.request, () => undefined, keep)
        return summary.batch ?? ''
      })
      service.issue().catch(onFault)
      const location = `/api/batches/${batch}`
      response.status(202).set('Location', location).json({ batch, location })
    } finally {
      await upload.discard()
    }
  })
  return router
}
