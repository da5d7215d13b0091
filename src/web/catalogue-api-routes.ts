import { type Request, Router } from 'express'
import { permit } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { utf8 } from './form.ts'
import { param } from './guard.ts'
import { readBody } from './upload.ts'

const maxBodyBytes = 8 * 1024 * 1024

/** `/api/catalogue`: the catalogue in force and those before it, and another one checked. */
export function catalogueApiRoutes(service: Service): Router {
  const router = Router()
  const office = service.operator.catalogue
  const permitted = (request: Request) =>
    permit(service.recognise(request.headers.authorization), ['issuer', 'reviewer'])

  router.get('/api/catalogue', (request, response) => {
    permitted(request)
    const issued = office.issued()
    const achievements = [...service.achievements.values()].map(({ id, name, version }) => ({
      ...{ id, name, version },
      issued: issued.get(id) ?? 0,
    }))
    const { version } = service.catalogue
    response.json({ version, achievements, versions: office.versions() })
  })
  router.get('/api/catalogue/versions/:digest', (request, response) => {
    permitted(request)
    response.type('application/json').send(office.text(param(request, 'digest')))
  })
  router.post('/api/catalogue/check', async (request, response) => {
    permitted(request)
    response.json(office.check(utf8(await readBody(request, maxBodyBytes))))
  })
  return router
}
