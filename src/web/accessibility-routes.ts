import { Router } from 'express'
import { accessibilityPage } from '../pages/accessibility-page.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'

/** `/accessibility`: the statement that EU law asks of public bodies. */
export function accessibilityRoutes(service: Service): Router {
  const router = Router()
  router.get('/accessibility', (request, response) => {
    const { name, url } = service.catalogue.issuer
    const page = accessibilityPage({ name, url }, frameOf(request, service))
    response.type('html').send(page.markup)
  })
  return router
}
