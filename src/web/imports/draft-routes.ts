import { type Request, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { messagesFor } from '../../messages/offered.ts'
import { type Caller, permit } from '../../service/access.ts'
import type { Draft } from '../../service/drafts/draft.ts'
import { readDraftChange } from '../../service/drafts/draft-options.ts'
import { drawSample, pictureForms } from '../../service/drafts/draft-pictures.ts'
import type { Service } from '../../service/service.ts'
import { utf8 } from '../form.ts'
import { limitAsked, param, queryText, requestKey, suffixedParam } from '../guard.ts'
import { languageOf } from '../language.ts'
import { once } from '../once.ts'
import { readBody, receiveUpload } from '../upload.ts'
import { draftBody, lookedAtBody } from './draft-body.ts'
import { maxDraftBytes, takeDraft } from './draft-upload.ts'

const maxBodyBytes = 16 * 1024

/** The draft that an address names, for whoever may see it. @throws Refusal `draft-not-found`, `forbidden`. */
export function draftFor(id: string, caller: Caller, service: Service): Draft {
  const draft = service.drafts.find(id)
  permit(caller, ['issuer'], draft.course)
  return draft
}

async function membersOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const text = utf8(await readBody(request, maxBodyBytes))
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Refusal('bad-request', 'The body is not JSON', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('bad-request', 'Send an object')
  return value as Record<string, unknown>
}

/** How many its sender expects. @throws Refusal `bad-request`. */
export function expectedIn(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  const count = typeof value === 'string' && value !== '' ? Number(value) : value
  if (!Number.isInteger(count) || Number(count) < 0)
    throw new Refusal('bad-request', 'expected is how many credentials you were told of')
  return Number(count)
}

/** The picture of a sample, by its number; the same for programs and for pages. */
export async function samplePicture(request: Request, draft: Draft, service: Service) {
  const [number, suffix] = suffixedParam(request, 'n')
  const form = pictureForms.find((each) => each === (queryText(request, 'form') ?? 'certificate'))
  if (!form) throw new Refusal('bad-request', `form is one of ${pictureForms.join(', ')}`)
  const look = await service.drafts.look(draft)
  const sample = suffix === 'png' ? look.samples[Number(number) - 1] : undefined
  if (!sample) throw new Refusal('not-found', 'There is no such preview')
  const { language, issuer } = draft.options
  const { mark } = messagesFor(languageOf(request)).drafts
  const course = service.catalogue.courses.find(({ id }) => id === draft.course)
  const asked = { form, language: language ?? course?.language ?? 'en', mark, issuer }
  return drawSample(sample, asked, service)
}

function callerOf(request: Request, service: Service): Caller {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, ['issuer'])
  return caller
}

const asked = (request: Request, service: Service) =>
  draftFor(param(request, 'id'), callerOf(request, service), service)

const isAnew = (request: Request) => queryText(request, 'anew') === 'true'

/** The drafts there are, and one more. */
function allDrafts(service: Service): Router {
  const router = Router()
  router.post('/api/drafts', async (request, response) => {
    const caller = callerOf(request, service)
    const key = requestKey(request)
    const upload = await receiveUpload(request, maxDraftBytes)
    try {
      const hash = `${request.originalUrl} ${upload.hash}`
      const id = await once(key, { service, caller, hash }, async (keep) => {
        const draft = await takeDraft(request, upload, { service, caller })
        keep(draft.id)
        return draft.id
      })
      const location = `/api/drafts/${id}`
      const draft = service.drafts.find(id)
      response
        .status(201)
        .set('Location', location)
        .json({ ...draftBody(draft), location })
    } finally {
      await upload.discard()
    }
  })

  router.get('/api/drafts', (request, response) => {
    const { role, scope } = callerOf(request, service)
    const courses = role === 'admin' ? [] : scope
    const drafts = service.drafts.open(courses, limitAsked(request))
    response.json({ drafts: drafts.map(draftBody) })
  })
  return router
}

/** One draft: looked at, put right, discarded, issued. */
function oneDraft(service: Service): Router {
  const router = Router()
  router.get('/api/drafts/:id', async (request, response) => {
    const draft = asked(request, service)
    // What was issued is read no more: its batch has every line.
    const body =
      draft.batch === null
        ? lookedAtBody(request, draft, await service.drafts.look(draft, isAnew(request)))
        : draftBody(draft)
    response.json(body)
  })

  router.patch('/api/drafts/:id', async (request, response) => {
    const caller = callerOf(request, service)
    const draft = draftFor(param(request, 'id'), caller, service)
    const change = readDraftChange(await membersOf(request))
    if (change.course !== undefined) permit(caller, ['issuer'], change.course)
    response.json(draftBody(service.drafts.change(draft.id, change)))
  })

  router.delete('/api/drafts/:id', (request, response) => {
    service.drafts.discard(asked(request, service).id)
    response.status(204).end()
  })

  router.post('/api/drafts/:id/issue', async (request, response) => {
    const caller = callerOf(request, service)
    const draft = draftFor(param(request, 'id'), caller, service)
    const { expected } = await membersOf(request)
    const batch = await service.drafts.issued.issue(draft.id, expectedIn(expected), caller.token)
    const location = `/api/batches/${batch}`
    response.status(202).set('Location', location).json({ batch, location })
  })

  router.get('/api/drafts/:id/previews/:n', async (request, response) => {
    const picture = await samplePicture(request, asked(request, service), service)
    response.type('png').send(Buffer.from(picture))
  })
  return router
}

/** Drafts of imports for programs: handed in, looked at, put right, and issued once. */
export function draftRoutes(service: Service): Router {
  const router = Router()
  router.use('/api/drafts', (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  router.use(allDrafts(service))
  router.use(oneDraft(service))
  return router
}
