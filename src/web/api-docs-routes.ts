import { Router } from 'express'
import { Refusal } from '../errors.ts'
import { apiPage, groupSlugs } from '../pages/api/api-page.ts'
import type { Description } from '../pages/api/description.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { queryText } from './guard.ts'
import { openApi } from './openapi.ts'

/** `/docs`: the API as a page, from the same description that machines read; `?group=` shows one part of it. */
export function apiDocsRoutes(service: Service): Router {
  const router = Router()
  const description = openApi(service.publicUrl) as unknown as Description
  router.get('/docs', (request, response) => {
    const group = queryText(request, 'group')
    if (group !== undefined && !groupSlugs(description).includes(group))
      throw new Refusal('not-found', 'The API has no part of this name')
    const view = { description, ...(group === undefined ? {} : { group }) }
    response.type('html').send(apiPage(view, frameOf(request, service)).markup)
  })
  return router
}
