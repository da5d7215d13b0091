import { Router } from 'express'
import { erasureCodeOf, permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { membersIn } from './correction-body.ts'
import { param } from './guard.ts'
import { readBody } from './upload.ts'

const maxBodyBytes = 4 * 1024

/** `POST /api/credentials/{id}/erase`: this one, or with `everything` all that its learner was issued. */
export function erasureRoutes(service: Service): Router {
  const router = Router()
  router.post('/api/credentials/:id/erase', async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    permit(caller, ['issuer'])
    const id = param(request, 'id')
    const { reason = 'unspecified', everything = false } = membersIn(
      await readBody(request, maxBodyBytes),
      { reason: 'string', everything: 'boolean' },
    )
    const code = erasureCodeOf(reason)
    const target = service.erasure.targetOf(id, everything)
    for (const course of service.erasure.coursesOf(target)) permit(caller, ['issuer'], course)
    const { credentials, isLearnerErased } = service.erasure.erase(target, caller.token, code)
    response.set('Cache-Control', 'no-store').json({
      erased: credentials.map((each) => new URL(`/c/${each}`, service.publicUrl).href),
      learnerErased: isLearnerErased,
    })
  })
  return router
}
