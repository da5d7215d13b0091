import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import { isLanguage } from '../language.ts'
import { type CsvOptions, readCompletions } from '../learning/csv.ts'
import { type ImportPreview, previewCompletions } from '../learning/exports/preview.ts'
import { readProfiles } from '../learning/exports/profiles.ts'
import { type Caller, permit } from '../service/access.ts'
import { readDraftChange } from '../service/drafts/draft-options.ts'
import { courseOf, type ImportRequest } from '../service/import-completions.ts'
import type { ImportSummary, LineReport } from '../service/import-report.ts'
import { jsonRows } from '../service/json-completions.ts'
import { readOptions } from '../service/read-options.ts'
import type { Service } from '../service/service.ts'
import { receiveCompletions } from './completion-upload.ts'
import { queryText, requestKey } from './guard.ts'
import { once } from './once.ts'

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
  const issuer = queryText(request, 'issuer')
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
      ...(issuer === undefined ? {} : { issuer: service.issuers.named(issuer) }),
    },
    options: readOptions({
      course,
      run,
      format: queryText(request, 'format'),
      dates: queryText(request, 'dates'),
      matchByName: queryText(request, 'matchByName') === 'true',
      columns: queryText(request, 'columns'),
      completedOn: queryText(request, 'completedOn'),
      now: service.now(),
    }),
  }
}

interface DryRun {
  readonly summary: ImportSummary
  readonly lines: readonly LineReport[]
  /** What a CSV was understood to be. */
  readonly preview: ImportPreview | null
}

const answerDryRun = (response: Response, { summary, lines, preview }: DryRun) =>
  response.json({ dryRun: true, summary, lines, ...preview })

/** `POST /api/completions`: a CSV or JSON of completions; a dry run answers at once, a real one with its batch. */
export function completionRoutes(service: Service, onFault: (thrown: unknown) => void): Router {
  const router = Router()
  router.post('/api/completions', async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const asked = readAsked(request, service, caller)
    const upload = await receiveCompletions(request)
    try {
      const profiles = upload.profiles ? await readProfiles(upload.profiles()) : null
      const options = { ...asked.options, profiles }
      const rows = () =>
        upload.isJson ? jsonRows(upload.file(), options) : readCompletions(upload.file(), options)
      if (asked.request.isDryRun) {
        const lines: LineReport[] = []
        const summary = await service.import(rows, asked.request, (line) => lines.push(line))
        const preview = upload.isJson ? null : await previewCompletions(upload.file(), options)
        answerDryRun(response, { summary, lines, preview })
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
