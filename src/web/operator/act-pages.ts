import { Readable } from 'node:stream'
import { type Request, type Response, Router } from 'express'
import { type FindAsked, isOpenFilter } from '../../acting/find-asked.ts'
import type { ActTerms } from '../../acting/plan.ts'
import type { Selection } from '../../acting/selection.ts'
import { Refusal } from '../../errors.ts'
import { actPage, actsPage, type NewActView, newActPage } from '../../pages/operator/acts-pages.ts'
import { findFields } from '../../pages/operator/find-page.ts'
import { csvHeaders } from '../csv.ts'
import type { Desk } from '../desk-session.ts'
import { mayRunOwnScript, param, queryText } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { termsOf } from './act-body.ts'
import { tellStanding } from './act-events.ts'
import { actCsv } from './act-routes.ts'
import { complaintOf } from './complaint.ts'
import { lookers } from './find-pages.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const perPage = 50
const reloadSeconds = 2

/** What a form for an act holds. */
interface Wish {
  readonly terms: ActTerms
  readonly selection: Selection
  readonly view: NewActView
}

const listIn = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

/** A table for corrections; for anything else a list of ids where there is one, and what a search finds. */
function selectionOf(
  kind: ActTerms['kind'],
  { rows, ids }: { readonly rows: string; readonly ids: string },
  filter: FindAsked,
): Selection {
  if (kind === 'correct') return { rows }
  return ids === '' ? { filter } : { ids: listIn(ids) }
}

/** Nothing was said yet of which ones: there is a form, and nothing to look at. */
const isNothing = (selection: Selection): boolean =>
  'rows' in selection
    ? selection.rows === ''
    : 'filter' in selection && isOpenFilter(selection.filter)

function wishIn(textOf: (name: string) => string): Wish {
  const terms = termsOf(textOf('kind'), textOf('code'), textOf('everybody') === 'yes')
  const fields = Object.fromEntries(
    findFields.flatMap((name) => {
      const text = textOf(name)
      return text ? [[name, text] as const] : []
    }),
  )
  const rows = textOf('rows')
  const ids = textOf('ids')
  const { status = '', ...filter } = fields
  return {
    terms,
    selection: selectionOf(terms.kind, { rows, ids }, { ...filter, status: listIn(status) }),
    view: {
      ...terms,
      code: terms.code ?? '',
      fields,
      rows,
      ids,
      reason: textOf('reason'),
      preview: null,
    },
  }
}

/** The page with what it would do now, and what was wrong with what was sent. */
async function sendPreview(visit: OperatorVisit, wish: Wish, thrown?: unknown): Promise<void> {
  const { service, caller, response, frame } = visit
  const { view, terms, selection } = wish
  const refused = thrown === undefined ? undefined : complaintOf(thrown, frame.language)
  if (refused) response.status(refused.status)
  const problem = refused && { problem: refused.problem }
  try {
    const preview = isNothing(selection)
      ? null
      : await service.acting.acts.preview({ terms, selection }, caller)
    response.type('html').send(newActPage({ ...view, ...problem, preview }, frame).markup)
  } catch (cause) {
    const { status, problem: wrong } = complaintOf(cause, frame.language)
    response.status(status)
    response.type('html').send(newActPage({ ...view, problem: wrong }, frame).markup)
  }
}

async function begin(visit: OperatorVisit): Promise<void> {
  const { service, caller, response } = visit
  const fields = await smallForm(visit)
  const wish = wishIn((name) => fields.get(name)?.trim() ?? '')
  if (fields.get('step') !== 'do') return sendPreview(visit, wish)
  const { terms, selection, view } = wish
  const digest = fields.get('selection') ?? ''
  try {
    const asked = { terms, selection, digest, reason: view.reason }
    const { id } = await service.acting.acts.ask(asked, caller)
    response.redirect(303, `/desk/acts/${id}`)
  } catch (thrown) {
    await sendPreview(visit, wish, thrown)
  }
}

async function sendAct(visit: OperatorVisit, thrown?: unknown): Promise<void> {
  const { service, caller, request, response, frame } = visit
  const { acts } = service.acting
  const id = param(request, 'id')
  const refused = thrown === undefined ? undefined : complaintOf(thrown, frame.language)
  if (refused) response.status(refused.status)
  const act = acts.one(id, caller)
  const reloads = act.state === 'running' && queryText(request, 'still') === undefined
  if (act.state === 'running') mayRunOwnScript(request, response, () => undefined)
  if (reloads && request.method === 'GET') response.set('Refresh', String(reloadSeconds))
  const view = {
    act,
    preview: act.state === 'asked' ? await acts.previewOf(id, caller) : null,
    isOwn: acts.isOwn(act, caller),
    reloads,
    ...(refused && { problem: refused.problem }),
  }
  response.type('html').send(actPage(view, frame).markup)
}

/** One of the buttons of an act; what is refused is shown above it. */
async function turn(visit: OperatorVisit): Promise<void> {
  const { service, caller, request, response } = visit
  const { acts } = service.acting
  const id = param(request, 'id')
  const fields = await smallForm(visit)
  const steps: Readonly<Record<string, () => unknown>> = {
    approve: () => acts.approve(id, caller),
    refuse: () => acts.refuse(id, fields.get('answer') ?? '', caller),
    pause: () => acts.turn(id, 'paused', caller),
    resume: () => acts.turn(id, 'running', caller),
  }
  const asked = param(request, 'step')
  // A name that every object has is no step.
  const step = Object.hasOwn(steps, asked) ? steps[asked] : undefined
  if (!step) throw new Refusal('not-found', 'There is nothing at this address')
  try {
    await step()
    response.redirect(303, `/desk/acts/${id}`)
  } catch (thrown) {
    await sendAct(visit, thrown)
  }
}

/** `/desk/acts`: one thing done to many, looked at first and watched while it is done. */
export function actPages(desk: Desk): Router {
  const router = Router()
  const looker = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, lookers)
  const starter = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, ['issuer'])

  router.get('/desk/acts', (request, response) => {
    const { service, caller, frame } = looker(request, response)
    const after = queryText(request, 'after') ?? null
    const { acts } = service.acting
    const waiting =
      after === null ? acts.list({ state: 'asked', after: null, limit: perPage }, caller).acts : []
    const page = acts.list({ state: null, after, limit: perPage }, caller)
    const others = page.acts.filter(({ state }) => after !== null || state !== 'asked')
    const view = { acts: [...waiting, ...others], next: page.next }
    response.type('html').send(actsPage(view, frame).markup)
  })
  router.get('/desk/acts/new', (request, response) =>
    sendPreview(
      starter(request, response),
      wishIn((name) => queryText(request, name)?.trim() ?? ''),
    ),
  )
  router.post('/desk/acts/new', (request, response) => begin(starter(request, response)))
  router.get('/desk/acts/:id', (request, response) => sendAct(looker(request, response)))
  router.get('/desk/acts/:id/events', async (request, response) => {
    const { service, caller } = looker(request, response)
    const id = param(request, 'id')
    const look = () => {
      const body = service.acting.acts.one(id, caller)
      return { body, isOver: body.state !== 'running' }
    }
    look()
    await tellStanding(look, response, () => true)
  })
  router.get('/desk/acts/:id/result.csv', (request, response, next) => {
    const { service, caller } = looker(request, response)
    const { id } = service.acting.acts.one(param(request, 'id'), caller)
    response.set(csvHeaders(`act-${id}.csv`))
    Readable.from(actCsv(id, service, caller))
      .on('error', next)
      .pipe(response)
  })
  router.post('/desk/acts/:id/:step', (request, response) => turn(looker(request, response)))
  return router
}
