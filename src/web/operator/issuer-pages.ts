import { Router } from 'express'
import { type IssuerRow, issuersPage } from '../../pages/operator/issuers-page.ts'
import type { Service } from '../../service/service.ts'
import type { Desk } from '../desk-session.ts'
import { operatorVisit } from './visit.ts'

async function rowsOf({ issuers, achievements }: Service): Promise<readonly IssuerRow[]> {
  const listed = await issuers.list()
  return listed.map(({ did, name, page, scope, keys }) => ({
    did,
    name,
    page: new URL(page).pathname,
    scope: scope && {
      ...scope,
      achievements: scope.achievements.flatMap((id) => achievements.get(id) ?? []),
    },
    keys,
  }))
}

/** `/desk/issuers`: who issues, within which scope and with which keys. */
export function issuerPages(desk: Desk): Router {
  const router = Router()
  router.get('/desk/issuers', async (request, response) => {
    const { frame } = operatorVisit(request, response, desk, ['issuer', 'reviewer'])
    response.type('html').send(issuersPage(await rowsOf(desk.service), frame).markup)
  })
  return router
}
