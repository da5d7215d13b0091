import { type Request, Router } from 'express'
import type { Correction } from '../holder/correction.ts'
import { type Caller, correctionStateOf, hasInScope, permit, type Role } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { membersIn } from './correction-body.ts'
import { limitAsked, param, queryText } from './guard.ts'
import { readBody } from './upload.ts'

const maxBodyBytes = 64 * 1024

/** Who settles what was asked for; to correct anything else takes an issuer. */
const settlers: readonly Role[] = ['issuer', 'reviewer']

const settlerOf = (request: Request, service: Service): Caller => {
  const caller = service.recognise(request.headers.authorization)
  permit(caller, settlers)
  return caller
}

const urlOf = ({ publicUrl }: Service, credential: string) =>
  new URL(`/c/${credential}`, publicUrl).href

const correctionBody = ({ credential, ...rest }: Correction, service: Service) => ({
  ...rest,
  credential,
  url: urlOf(service, credential),
})

/** A page of corrections, those outside the scope of the caller left out; `next` goes on behind the last one looked at. */
function listed(request: Request, caller: Caller, service: Service) {
  const state = queryText(request, 'state')
  const limit = limitAsked(request)
  const found = service.corrections.list(
    state === undefined ? null : correctionStateOf(state),
    queryText(request, 'after') ?? null,
    limit,
  )
  const corrections = found.filter(({ course }) => hasInScope(caller, course))
  return {
    corrections: corrections.map((each) => correctionBody(each, service)),
    next: found.length === limit ? (found.at(-1)?.id ?? null) : null,
  }
}

/** `POST /api/credentials/{id}/replace`, and what was asked for: `/api/corrections`. */
export function correctionRoutes(service: Service): Router {
  const router = Router()

  router.post('/api/credentials/:id/replace', async (request, response) => {
    const caller = settlerOf(request, service)
    const id = param(request, 'id')
    const held = service.ledger.credentials.byId(id)
    const asked = membersIn(await readBody(request, maxBodyBytes), {
      name: 'string',
      score: 'number',
      awardedOn: 'string',
      reason: 'string',
      correction: 'string',
      everywhere: 'boolean',
    })
    const { reason = '', correction, everywhere = false, ...changes } = asked
    const roles = correction === undefined ? (['issuer'] as const) : settlers
    permit(caller, roles, held?.course)
    const [first, ...others] = await service.corrections.replace(id, {
      changes,
      reason,
      by: caller.token,
      isEverywhere: everywhere,
      permit: (course) => permit(caller, roles, course),
      ...(correction === undefined ? {} : { correction }),
    })
    const record = service.issued(id)
    response.set('Cache-Control', 'no-store').json({
      id: urlOf(service, id),
      status: 'active',
      correctedAt: record?.correctedAt ?? null,
      correction: first?.id,
      ...(everywhere
        ? { alsoCorrected: others.map((each) => urlOf(service, each.credential)) }
        : {}),
    })
  })

  router.get('/api/corrections', (request, response) => {
    const caller = settlerOf(request, service)
    response.set('Cache-Control', 'no-store').json(listed(request, caller, service))
  })

  router.post('/api/corrections/:id/decline', async (request, response) => {
    const caller = settlerOf(request, service)
    const id = param(request, 'id')
    permit(caller, settlers, service.corrections.one(id).course)
    const { answer = '' } = membersIn(await readBody(request, maxBodyBytes), { answer: 'string' })
    const declined = service.corrections.decline(id, answer, caller.token)
    response.set('Cache-Control', 'no-store').json(correctionBody(declined, service))
  })
  return router
}
