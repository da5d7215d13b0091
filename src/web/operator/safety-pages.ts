import { type Request, type Response, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { type SafetyKey, safetyPage } from '../../pages/operator/safety-page.ts'
import type { Service } from '../../service/service.ts'
import type { Desk } from '../desk-session.ts'
import { param } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { complaintOf } from './complaint.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

/** Every key, and of the stolen ones how far signing anew is. */
async function keysOf({ operator, reissues }: Service): Promise<readonly SafetyKey[]> {
  const issuers = await operator.keys.all()
  const keys = issuers.flatMap(({ partner, keys: own }) => own.map((key) => ({ ...key, partner })))
  return Promise.all(
    keys.map(async ({ kid, algorithm, state, created, partner }) => {
      const standing = state === 'compromised' ? await reissues.standing(kid) : undefined
      const reissue = standing && {
        done: standing.reissued,
        left: standing.left + standing.boundLeft,
        isRunning: standing.isRunning,
      }
      return { kid, algorithm, state, created, partner, reissue: reissue ?? null }
    }),
  )
}

async function send(visit: OperatorVisit, thrown?: unknown): Promise<void> {
  const { service, response, frame } = visit
  const refused = thrown === undefined ? undefined : complaintOf(thrown, frame.language)
  if (refused) response.status(refused.status)
  const last = service.safety.checkpoints.last()?.checkpoint
  const [backup] = service.ledger.audit.newest(1, { action: 'backup-made' })
  const view = {
    keys: await keysOf(service),
    checkpoint: last ? { seq: last.seq, at: last.at } : null,
    backupAt: backup?.at ?? null,
    retentionDays: service.config.retentionDays,
    ...(refused && { problem: refused.problem }),
  }
  response.type('html').send(safetyPage(view, frame).markup)
}

async function act(
  visit: OperatorVisit,
  work: (kid: string, fields: ReadonlyMap<string, string>) => Promise<unknown>,
): Promise<void> {
  const fields = await smallForm(visit)
  try {
    await work(param(visit.request, 'kid'), fields)
    visit.response.redirect(303, '/desk/safety')
  } catch (thrown) {
    await send(visit, thrown)
  }
}

/** `/desk/safety`, for administrators. */
export function safetyPages(desk: Desk): Router {
  const router = Router()
  const { operator, reissues } = desk.service
  const administrator = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, [])
  router.get('/desk/safety', (request, response) => send(administrator(request, response)))
  router.post('/desk/safety/rotate', (request, response) =>
    act(administrator(request, response), () => operator.keys.rotate(null)),
  )
  router.post('/desk/safety/keys/:kid/stolen', (request, response) =>
    act(administrator(request, response), async (kid, fields) => {
      if (fields.get('sure')?.trim() !== 'yes') throw new Refusal('bad-request', 'Tick the box')
      await operator.keys.retire(kid, 'compromised')
    }),
  )
  router.post('/desk/safety/keys/:kid/reissue', (request, response) => {
    const visit = administrator(request, response)
    return act(visit, (kid) => reissues.begin(kid, visit.caller.token))
  })
  return router
}
