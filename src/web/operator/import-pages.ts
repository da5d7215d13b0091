import { type Request, type Response, Router } from 'express'
import { inLanguage } from '../../language.ts'
import { formatDate } from '../../messages/format.ts'
import { messagesFor } from '../../messages/offered.ts'
import { batchUnderWayPage, draftPage, importsPage } from '../../pages/operator/imports-page.ts'
import { hasInScope, permit } from '../../service/access.ts'
import { readDraftChange } from '../../service/drafts/draft-options.ts'
import { sendBatchCsv } from '../batch-routes.ts'
import type { Desk } from '../desk-session.ts'
import { filesIn, readForm, textIn } from '../form.ts'
import { param } from '../guard.ts'
import { batchFor } from '../imports/batch-control-routes.ts'
import { draftFor, expectedIn, samplePicture } from '../imports/draft-routes.ts'
import { checkFormToken, smallForm } from '../signed-in.ts'
import { receiveUpload } from '../upload.ts'
import { complaintOf } from './complaint.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const maxBytes = 65 * 1024 * 1024
const shown = 50
const rowsShown = 200

function sendImports(visit: OperatorVisit, problem?: { title: string; remedy: string }): void {
  const { service, caller, frame, response } = visit
  const scope = caller.role === 'admin' ? [] : caller.scope
  const courses = service.catalogue.courses
    .filter(({ id }) => hasInScope(caller, id))
    .map(({ id, name }) => ({ id, name: inLanguage(name, frame.language) }))
  const drafts = service.drafts
    .open(scope, shown)
    .map(({ id, fileName, options }) => ({ id, name: `${fileName} · ${options.run}` }))
  const batches = service.ledger.batches
    .recent(scope, { before: null, limit: shown })
    .map(({ id, course, run, createdAt }) => ({
      id,
      name: `${course} · ${run} · ${formatDate(createdAt, frame.language)}`,
    }))
  const view = { courses, drafts, batches, ...(problem && { problem }) }
  response.type('html').send(importsPage(view, frame).markup)
}

async function handIn(visit: OperatorVisit): Promise<void> {
  const { service, request, response, caller, frame } = visit
  const upload = await receiveUpload(request, maxBytes)
  try {
    const fields = await readForm(upload, request.get('Content-Type') ?? '', 10)
    await checkFormToken(fields, visit)
    const [file] = filesIn(fields)
    const [course = '', run = ''] = [await textIn(fields, 'course'), await textIn(fields, 'run')]
    permit(caller, ['issuer'], course)
    const chunks = (async function* () {
      if (file) yield await file.bytes()
    })()
    const named = { name: file?.filename ?? '', chunks }
    const { id } = await service.drafts.add(named, { course, run: run.trim() }, caller.token)
    response.redirect(303, `/desk/imports/${id}`)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    sendImports(visit, problem)
  } finally {
    await upload.discard()
  }
}

async function sendDraft(visit: OperatorVisit, refused?: { title: string; remedy: string }) {
  const { service, request, response, caller, frame } = visit
  const draft = draftFor(param(request, 'id'), caller, service)
  if (draft.batch !== null) return response.redirect(303, `/desk/batches/${draft.batch}`)
  const look = await service.drafts.look(draft)
  const problem =
    refused ?? (look.problem ? messagesFor(frame.language).refusals[look.problem.code] : undefined)
  const view = {
    id: draft.id,
    fileName: draft.fileName,
    dates: draft.options.dates,
    counts: look.counts,
    reserved: look.problem ? 0 : look.summary.reserved,
    samples: look.samples.map(({ award }, index) => ({
      number: index + 1,
      name: award.learner.name,
    })),
    rows: look.rows(0, rowsShown).map(({ line, name, awards, complaints }) => ({
      line,
      name,
      told: [...awards.map(({ outcome }) => outcome), ...complaints.map(({ code }) => code)],
    })),
    ...(problem && { problem }),
  }
  response.type('html').send(draftPage(view, frame).markup)
}

async function actOnDraft(visit: OperatorVisit, act: string): Promise<void> {
  const { service, request, response, caller, frame } = visit
  const fields = await smallForm(visit)
  const { id } = draftFor(param(request, 'id'), caller, service)
  try {
    if (act === 'options')
      service.drafts.change(id, readDraftChange({ dates: fields.get('dates') }))
    if (act === 'discard') service.drafts.discard(id)
    if (act === 'issue')
      await service.drafts.issued.issue(id, expectedIn(fields.get('expected')), caller.token)
    response.redirect(303, act === 'discard' ? '/desk/imports' : `/desk/imports/${id}`)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    await sendDraft(visit, problem)
  }
}

function sendBatch({ service, request, response, caller, frame }: OperatorVisit): void {
  const batch = batchFor(param(request, 'id'), caller, service)
  const { state, progress, mayUndo, undoUntil } = service.batches.now(batch)
  const view = {
    id: batch.id,
    name: batch.fileName ?? `${batch.course} · ${batch.run}`,
    state,
    issued: progress.issued,
    left: progress.reserved,
    mayUndo,
    undoUntil: undoUntil && `${undoUntil.slice(11, 16)} UTC`,
  }
  response.type('html').send(batchUnderWayPage(view, frame).markup)
}

/** `/desk/imports` and `/desk/batches`: imports at the desk, for issuers of their courses. */
export function importPages(desk: Desk): Router {
  const router = Router()
  const visit = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, ['issuer'])
  router.get('/desk/imports', (request, response) => sendImports(visit(request, response)))
  router.post('/desk/imports', (request, response) => handIn(visit(request, response)))
  router.get('/desk/imports/:id', async (request, response) => {
    await sendDraft(visit(request, response))
  })
  router.get('/desk/imports/:id/previews/:n', async (request, response) => {
    const { service, caller } = visit(request, response)
    const draft = draftFor(param(request, 'id'), caller, service)
    response.type('png').send(Buffer.from(await samplePicture(request, draft, service)))
  })
  for (const act of ['options', 'issue', 'discard'])
    router.post(`/desk/imports/:id/${act}`, (request, response) =>
      actOnDraft(visit(request, response), act),
    )
  router.get('/desk/batches/:id', (request, response) => sendBatch(visit(request, response)))
  router.get('/desk/batches/:id/result.csv', (request, response) => {
    const { service, caller } = visit(request, response)
    sendBatchCsv(batchFor(param(request, 'id'), caller, service), response, service)
  })
  for (const act of ['pause', 'resume', 'undo', 'release'] as const)
    router.post(`/desk/batches/:id/${act}`, async (request, response) => {
      const here = visit(request, response)
      await smallForm(here)
      const { id } = batchFor(param(request, 'id'), here.caller, here.service)
      here.service.batches[act](id)
      response.redirect(303, `/desk/batches/${id}`)
    })
  return router
}
