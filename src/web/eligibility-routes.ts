import { type Request, type Response, Router } from 'express'
import { formOfApplicant } from '../admission/applicant-form.ts'
import type { ApplicationForm } from '../admission/application-form.ts'
import type { DecisionView } from '../admission/decision-view.ts'
import { Refusal } from '../errors.ts'
import { type Caller, permit } from '../service/access.ts'
import { handedIn } from '../service/check-input.ts'
import type { Service } from '../service/service.ts'
import { applicantInForm } from './application-fields.ts'
import { decisionAsked } from './application-json.ts'
import { decisionBody } from './decision-body.ts'
import type { Door } from './door.ts'
import { readForm, textIn, utf8 } from './form.ts'
import { limitAsked, param, queryText, requestKey } from './guard.ts'
import { languageOf } from './language.ts'
import { once } from './once.ts'
import { issueAsked, missing, reviewAsked, smallJson } from './review-body.ts'
import { bytesOf, type Upload } from './upload.ts'

const maxFormBytes = 50 * 1024 * 1024
const maxJsonBytes = 8 * 1024 * 1024
const maxParts = 200

interface Asked {
  readonly form: ApplicationForm
  readonly isStored: boolean
}

/**
 * What an application about a specialization in the caller's scope can say.
 *
 * @throws Refusal `bad-request` where none is named, `specialization-unknown`, `forbidden`.
 */
export function readingOf(specialization: string, caller: Caller, service: Service) {
  permit(caller, ['provider'])
  if (specialization === '') throw missing('specialization')
  const { admission, countries } = service.admissions.specialization(specialization)
  permit(caller, ['provider'], specialization)
  const statements = admission.statements.map(({ id }) => id)
  return { statements, countries, now: service.now() }
}

async function askedInForm(
  upload: Upload,
  contentType: string,
  { caller, service }: { readonly caller: Caller; readonly service: Service },
): Promise<Asked> {
  const fields = await readForm(upload, contentType, maxParts)
  const specialization = (await textIn(fields, 'specialization'))?.trim() ?? ''
  const store = (await textIn(fields, 'store')) ?? 'true'
  if (!['true', 'false'].includes(store)) throw new Refusal('bad-request', 'store is true or false')
  const otherFields = ['specialization', 'store']
  const options = { ...readingOf(specialization, caller, service), otherFields }
  const { applicant, files } = await applicantInForm(fields, options, service)
  const form = formOfApplicant(applicant, specialization, (text, place) =>
    handedIn(text, place, service),
  )
  return { form: { ...form, sources: [...files, ...form.sources] }, isStored: store === 'true' }
}

async function readAsked(
  request: Request,
  upload: Upload,
  asker: { readonly caller: Caller; readonly service: Service },
): Promise<Asked> {
  const { caller, service } = asker
  if (!request.is('application/json')) {
    if (!request.is(['multipart/form-data', 'application/x-www-form-urlencoded']))
      throw new Refusal('unsupported-media-type', 'Send application/json or multipart/form-data')
    return askedInForm(upload, request.headers['content-type'] ?? '', asker)
  }
  if (upload.size > maxJsonBytes) throw new Refusal('too-large', 'The JSON is over 8 MB')
  const { specialization, isStored, read } = decisionAsked(utf8(await bytesOf(upload)))
  const applicant = read(readingOf(specialization, caller, service))
  const sourceOf = (text: string, place: number) => handedIn(text, place, service)
  return { form: formOfApplicant(applicant, specialization, sourceOf), isStored }
}

/** Decides what a request asks for, once under its Idempotency-Key, and answers with the decision. */
async function answerDecision(
  { request, response }: { readonly request: Request; readonly response: Response },
  upload: Upload,
  { service, door }: { readonly service: Service; readonly door: Door },
): Promise<void> {
  const caller = service.recognise(request.headers.authorization)
  const { form, isStored } = await readAsked(request, upload, { caller, service })
  door.countItems(request, response, form.sources.length)
  response.set('Cache-Control', 'no-store')
  const language = languageOf(request)
  if (!isStored) {
    const considered = await service.admissions.consider(form)
    const { reference, country } = form
    response.json(decisionBody({ ...considered, reference, country }, language, service))
    return
  }
  const hash = `${request.path} ${upload.hash}`
  const id = await once(requestKey(request), { service, caller, hash }, async (keep) => {
    const view = await service.admissions.decide(form, caller, keep)
    return view.id
  })
  response.location(`/api/eligibility/${id}`)
  response.json(decisionBody(service.admissions.find(id, caller), language, service))
}

const outcomes = ['eligible', 'not-yet', 'needs-review'] as const

/** One of the outcomes, or none asked for. @throws Refusal `bad-request`. */
export function outcomeAsked(request: Request): (typeof outcomes)[number] | undefined {
  const asked = queryText(request, 'outcome')
  const found = outcomes.find((each) => each === asked)
  if (asked !== undefined && !found)
    throw new Refusal('bad-request', `outcome is one of ${outcomes.join(', ')}`)
  return found
}

function page(request: Request, caller: Caller, { admissions }: Service) {
  const specialization = queryText(request, 'specialization') ?? ''
  admissions.specialization(specialization)
  const waiting = queryText(request, 'waiting') ?? 'false'
  if (!['true', 'false'].includes(waiting))
    throw new Refusal('bad-request', 'waiting is true or false')
  const limit = limitAsked(request)
  const after = queryText(request, 'after')
  const outcome = outcomeAsked(request)
  const found = admissions.list(caller, {
    specialization,
    outcome,
    waiting: waiting === 'true',
    after,
    limit,
  })
  const decisions = found.map(({ rowKey: _, credential, provider: __, ...rest }) => ({
    ...rest,
    credential: credential === null ? null : `/c/${credential}`,
  }))
  return { decisions, next: found.length === limit ? (found.at(-1)?.rowKey ?? null) : null }
}

/** Decisions for programs: `/api/eligibility` makes one, finds, lists, reviews, makes again and signs. */
export function eligibilityRoutes(service: Service, door: Door): Router {
  const router = Router()
  const callerOf = (request: Request) => {
    const caller = service.recognise(request.headers.authorization)
    permit(caller, ['provider'])
    return caller
  }
  const answer = (request: Request, response: Response, view: DecisionView) => {
    const body = decisionBody(view, languageOf(request), service)
    response.set('Cache-Control', 'no-store').json({ ...body, events: view.events })
  }

  router.post('/api/eligibility', door.limit, async (request, response) => {
    callerOf(request)
    await door.admit(request, maxFormBytes, (upload) =>
      answerDecision({ request, response }, upload, { service, door }),
    )
  })

  router.get('/api/eligibility', (request, response) => {
    response.set('Cache-Control', 'no-store').json(page(request, callerOf(request), service))
  })

  router.get('/api/eligibility/:id', (request, response) => {
    answer(request, response, service.admissions.find(param(request, 'id'), callerOf(request)))
  })

  router.get('/api/eligibility/:id/rerun', (request, response) => {
    const caller = callerOf(request)
    const view = service.admissions.find(param(request, 'id'), caller)
    const { decision, isSame } = service.admissions.rerun(view.id, caller)
    const body = decisionBody({ ...view, decision }, languageOf(request), service)
    response.set('Cache-Control', 'no-store').json({ same: isSame, decision: body })
  })

  router.post('/api/eligibility/:id/review', async (request, response) => {
    const caller = callerOf(request)
    const asked = reviewAsked(await smallJson(request))
    answer(request, response, service.admissions.review(param(request, 'id'), asked, caller))
  })

  router.post('/api/eligibility/:id/issue', async (request, response) => {
    const caller = callerOf(request)
    const asked = issueAsked(await smallJson(request))
    const view = await service.admissions.issue(param(request, 'id'), asked, caller)
    answer(request, response, view)
  })
  return router
}
