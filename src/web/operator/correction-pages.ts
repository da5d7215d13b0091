import { Router } from 'express'
import { correctable } from '../../credential/correct.ts'
import type { UnsignedBadge } from '../../credential/open-badge.ts'
import type { Correction } from '../../holder/correction.ts'
import { correctionsPage } from '../../pages/operator/corrections-page.ts'
import { hasInScope, permit } from '../../service/access.ts'
import type { Service } from '../../service/service.ts'
import type { Desk } from '../desk-session.ts'
import { param, queryText } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { complaintOf } from './complaint.ts'
import { lookers } from './find-pages.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const perPage = 50

function viewOf(correction: Correction, service: Service) {
  const record = service.issued(correction.credential)
  const says = record ? correctable(JSON.parse(record.unsigned) as UnsignedBadge) : null
  return { ...correction, says }
}

function send(visit: OperatorVisit, thrown?: unknown): void {
  const { service, caller, request, response, frame } = visit
  const refused = thrown === undefined ? undefined : complaintOf(thrown, frame.language)
  if (refused) response.status(refused.status)
  const isAll = queryText(request, 'all') === '1'
  const after = queryText(request, 'after') || null
  const found = service.corrections.list(isAll ? null : 'asked', after, perPage)
  const view = {
    corrections: found
      .filter(({ course }) => hasInScope(caller, course))
      .map((each) => viewOf(each, service)),
    next: found.length === perPage ? (found.at(-1)?.id ?? null) : null,
    isAll,
    ...(refused && { problem: refused.problem }),
  }
  response.type('html').send(correctionsPage(view, frame).markup)
}

/** Text of a score as people write it; not a number where it is none. */
const scoreIn = (text: string) => Number(text.replace(',', '.'))

async function approve(visit: OperatorVisit): Promise<void> {
  const { service, caller, request } = visit
  const fields = await smallForm(visit)
  const textOf = (name: string) => fields.get(name)?.trim() ?? ''
  const asked = service.corrections.one(param(request, 'id'))
  const allow = (course: string) => permit(caller, lookers, course)
  allow(asked.course)
  const score = textOf('score')
  await service.corrections.replace(asked.credential, {
    changes: {
      name: textOf('name'),
      awardedOn: textOf('awardedOn'),
      ...(score === '' ? {} : { score: scoreIn(score) }),
    },
    reason: textOf('reason'),
    by: caller.token,
    correction: asked.id,
    permit: allow,
  })
}

async function decline(visit: OperatorVisit): Promise<void> {
  const { service, caller, request } = visit
  const fields = await smallForm(visit)
  const asked = service.corrections.one(param(request, 'id'))
  permit(caller, lookers, asked.course)
  service.corrections.decline(asked.id, fields.get('answer') ?? '', caller.token)
}

/** `/desk/corrections`: what learners asked for, settled by issuers and reviewers of the course. */
export function correctionPages(desk: Desk): Router {
  const router = Router()
  router.get('/desk/corrections', (request, response) =>
    send(operatorVisit(request, response, desk, lookers)),
  )
  const steps = { approve, decline } as const
  for (const [name, step] of Object.entries(steps))
    router.post(`/desk/corrections/:id/${name}`, async (request, response) => {
      const visit = operatorVisit(request, response, desk, lookers)
      try {
        await step(visit)
        response.redirect(303, '/desk/corrections')
      } catch (thrown) {
        send(visit, thrown)
      }
    })
  return router
}
