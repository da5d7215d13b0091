import { type Request, type Response, Router } from 'express'
import { Refusal } from '../../errors.ts'
import type { Partner } from '../../learning/partner.ts'
import { issuerPage } from '../../pages/issuer-page.ts'
import { partnerPage } from '../../pages/issuers/partner-page.ts'
import type { IssuerKeys } from '../../proof/issuer-keys.ts'
import type { Service } from '../../service/service.ts'
import { frameOf } from '../frame.ts'
import { openToAll, param } from '../guard.ts'

const keysIn = ({ all }: IssuerKeys) =>
  all.map(({ id, algorithm, state, created, changed }) => ({
    id,
    algorithm,
    state,
    since: changed ?? created,
  }))

const jsonTypes = ['application/ld+json', 'application/json']

async function sendPartnerPage(service: Service, partner: Partner, to: Answering): Promise<void> {
  const { keyring, issuers, achievements, catalogue } = service
  const keys = await keyring.of(partner.id)
  const view = {
    partner,
    programme: catalogue.issuer.name,
    achievements: issuers.scopeOf(partner).flatMap((id) => achievements.get(id) ?? []),
    did: keys.issuer,
    keys: keysIn(keys),
  }
  to.response.type('html').send(partnerPage(view, frameOf(to.request, service)).markup)
}

interface Answering {
  readonly request: Request
  readonly response: Response
}

/** A partner as a page for people, or as an Open Badges `Profile` for programs. */
async function sendPartner(service: Service, partner: Partner, to: Answering): Promise<void> {
  const { request, response } = to
  response.vary('Accept')
  const type = request.accepts(['text/html', ...jsonTypes])
  if (!type) throw new Refusal('not-acceptable', 'Ask for text/html or application/json')
  if (type === 'text/html') return sendPartnerPage(service, partner, to)
  const document = await service.published(request.path)
  response.set('Content-Type', type).send(Buffer.from(document?.text ?? ''))
}

/** Who issues: `/issuer`, `/issuers/{id}` and, for programs, `GET /api/issuers`. All of it is public. */
export function issuerRoutes(service: Service): Router {
  const router = Router()
  router.get('/issuer', async (request, response) => {
    const keys = await service.keyring.current()
    const { issuer, issuers: partners } = service.catalogue
    const didDocument = '/.well-known/did.json'
    const view = { issuer, partners, did: keys.issuer, keys: keysIn(keys), didDocument }
    response.type('html').send(issuerPage(view, frameOf(request, service)).markup)
  })
  router.options('/issuers/:id', openToAll)
  router.get('/issuers/:id', openToAll, (request, response) =>
    sendPartner(service, service.issuers.partner(param(request, 'id')), { request, response }),
  )
  router.options('/api/issuers', openToAll)
  router.get('/api/issuers', openToAll, async (_request, response) => {
    response.json({ issuers: await service.issuers.list() })
  })
  return router
}
