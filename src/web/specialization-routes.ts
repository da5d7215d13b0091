import { Router } from 'express'
import { Refusal } from '../errors.ts'
import { ruleBookOf } from '../learning/eligibility/rule-book-of.ts'
import type { Specialization } from '../learning/specialization.ts'
import { specializationPage, specializationsPage } from '../pages/specialization-pages.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { openToAll, suffixedParam } from './guard.ts'
import { specializationBody } from './specialization-body.ts'

const jsonTypes = ['application/json', 'application/ld+json']

/** What one may apply for, as pages and as JSON: `/specializations`, `/specializations/{id}` and `….json`. */
export function specializationRoutes(service: Service): Router {
  const router = Router()
  const { catalogue, publicUrl } = service
  const versions = new Map(
    catalogue.specializations.map((each) => [each.id, ruleBookOf(catalogue, each).version]),
  )
  const today = () => service.now().toISOString().slice(0, 10)
  const bodyOf = (specialization: Specialization) =>
    specializationBody(specialization, {
      ruleVersion: versions.get(specialization.id) ?? '',
      publicUrl,
    })

  router.options(['/specializations', '/specializations/:id'], openToAll)
  router.get('/specializations', openToAll, (request, response) => {
    response.vary('Accept')
    if (request.accepts(['text/html', ...jsonTypes]) !== 'text/html')
      return void response.json({ specializations: catalogue.specializations.map(bodyOf) })
    const page = specializationsPage({ catalogue, today: today() }, frameOf(request, service))
    response.type('html').send(page.markup)
  })
  router.get('/specializations/:id', openToAll, (request, response) => {
    const [id, suffix] = suffixedParam(request, 'id')
    const specialization = catalogue.specializations.find((each) => each.id === id)
    if (!specialization)
      throw new Refusal('specialization-unknown', 'There is no such specialization')
    if (suffix === 'json') return void response.json(bodyOf(specialization))
    if (suffix !== undefined) throw new Refusal('not-found', 'There is nothing at this address')
    response.vary('Accept')
    const type = request.accepts(['text/html', ...jsonTypes])
    if (!type) throw new Refusal('not-acceptable', 'Ask for text/html or application/json')
    if (type !== 'text/html') return void response.json(bodyOf(specialization))
    const ruleVersion = versions.get(id) ?? ''
    const view = { catalogue, specialization, ruleVersion, today: today() }
    response.type('html').send(specializationPage(view, frameOf(request, service)).markup)
  })
  return router
}
