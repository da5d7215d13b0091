import { type Request, type Response, Router } from 'express'
import { inLanguage, type Language } from '../../language.ts'
import { formatDate, formatMoment } from '../../messages/format.ts'
import { messagesFor } from '../../messages/offered.ts'
import {
  batchUnderWayPage,
  isMoving,
  progressWords,
} from '../../pages/operator/batch-under-way-page.ts'
import { draftPage } from '../../pages/operator/draft-page.ts'
import { importsPage } from '../../pages/operator/imports-page.ts'
import { hasInScope, permit } from '../../service/access.ts'
import type { BatchRecord } from '../../service/batches.ts'
import { readDraftChange } from '../../service/drafts/draft-options.ts'
import type { Service } from '../../service/service.ts'
import { Places } from '../allowance.ts'
import { sendBatchCsv } from '../batch-routes.ts'
import type { Desk } from '../desk-session.ts'
import { filesIn, readForm, textIn } from '../form.ts'

import { clientOf, mayRunOwnScript, param } from '../guard.ts'
import { batchFor } from '../imports/batch-control-routes.ts'
import { draftFor, expectedIn, samplePicture } from '../imports/draft-routes.ts'
import { tellProgress } from '../progress-events.ts'
import { checkFormToken, smallForm } from '../signed-in.ts'
import { receiveUpload } from '../upload.ts'
import { complaintOf } from './complaint.ts'
import { columnsIn, draftView } from './draft-view.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const maxBytes = 65 * 1024 * 1024
const shown = 50
const listeners = { inAll: 50, perClient: 10, of: 'listeners' }

function sendImports(visit: OperatorVisit, problem?: { title: string; remedy: string }): void {
  const { service, caller, frame, response } = visit
  const scope = caller.role === 'admin' ? [] : caller.scope
  const courses = service.catalogue.courses
    .filter(({ id }) => hasInScope(caller, id))
    .map(({ id, name }) => ({ id, name: inLanguage(name, frame.language) }))
  const drafts = service.drafts.open(scope, shown).map(({ id, fileName, course, options }) => ({
    id,
    name: fileName,
    course: `${course} · ${options.run}`,
  }))
  const batches = service.ledger.batches
    .recent(scope, { before: null, limit: shown })
    .map((batch) => {
      const { state, progress } = service.batches.now(batch)
      return {
        id: batch.id,
        name: batch.fileName ?? batch.id.slice(0, 6),
        course: `${batch.course} · ${batch.run}`,
        day: formatDate(batch.createdAt, frame.language),
        state,
        issued: progress.issued,
      }
    })
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

async function sendDraft(visit: OperatorVisit, problem?: { title: string; remedy: string }) {
  const { service, request, response, caller, frame } = visit
  const draft = draftFor(param(request, 'id'), caller, service)
  if (draft.batch !== null) return response.redirect(303, `/desk/batches/${draft.batch}`)
  const look = await service.drafts.look(draft)
  const view = { ...draftView(draft, look, visit), ...(problem && { problem }) }
  response.type('html').send(draftPage(view, frame).markup)
}

const optionNames = ['dates', 'completedOn', 'language', 'undoMinutes'] as const

/** What either form of a draft says: a tick that is not there is a no, once the form is the one with ticks. */
function changeIn(fields: ReadonlyMap<string, string>) {
  const columns = columnsIn(fields)
  if (columns !== null) return readDraftChange({ columns })
  return readDraftChange({
    ...Object.fromEntries(optionNames.map((name) => [name, fields.get(name)?.trim()])),
    matchByName: fields.has('matchByName'),
    letters: fields.has('letters'),
  })
}

async function actOnDraft(visit: OperatorVisit, act: string): Promise<void> {
  const { service, request, response, caller, frame } = visit
  const fields = await smallForm(visit)
  const { id } = draftFor(param(request, 'id'), caller, service)
  try {
    if (act === 'options') service.drafts.change(id, changeIn(fields))
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

/** A batch as its page shows it. */
function batchView(batch: BatchRecord, service: Service, language: Language) {
  const { state, progress, perSecond, mayUndo, undoUntil } = service.batches.now(batch)
  return {
    id: batch.id,
    name: batch.fileName ?? `${batch.course} · ${batch.run}`,
    state,
    issued: progress.issued,
    left: progress.reserved,
    perSecond,
    mayUndo,
    undoUntil: undoUntil && formatMoment(undoUntil, language),
    counts: progress.outcomes,
  }
}

function sendBatch({ service, request, response, caller, frame }: OperatorVisit): void {
  const batch = batchFor(param(request, 'id'), caller, service)
  const view = batchView(batch, service, frame.language)
  if (isMoving(view)) mayRunOwnScript(request, response, () => undefined)
  response.type('html').send(batchUnderWayPage(view, frame).markup)
}

/** How far it is, in the words of the page, whenever that changes. */
async function tellBatch(
  { service, request, response, caller, frame }: OperatorVisit,
  isStopping: () => boolean,
) {
  const { id } = batchFor(param(request, 'id'), caller, service)
  const messages = messagesFor(frame.language)
  const look = () => {
    const view = batchView(service.batches.find(id), service, frame.language)
    const { state, issued, left } = view
    const told = { state, done: issued, all: issued + left, words: progressWords(view, messages) }
    return { text: JSON.stringify(told), isDone: !isMoving(view) }
  }
  await tellProgress(look, { request, response }, () => !isStopping())
}

/** `/desk/imports` and `/desk/batches`: imports at the desk, for issuers of their courses. */
export function importPages(desk: Desk, isStopping: () => boolean): Router {
  const router = Router()
  const listening = new Places(listeners)
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
  router.get('/desk/batches/:id/events', async (request, response) => {
    const here = visit(request, response)
    const leave = listening.enter(clientOf(request))
    try {
      await tellBatch(here, isStopping)
    } finally {
      leave()
    }
  })
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
