import { Router } from 'express'
import type { SignedBadge } from '../credential/open-badge.ts'
import { shownPart } from '../holder/shown-part.ts'
import { sharedPage } from '../pages/shared-page.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { param } from './guard.ts'

/** `/s/{share}`: what a learner shows of a credential for a while, with the live verdict of the checking side. */
export function sharedRoutes(service: Service): Router {
  const router = Router()
  router.get('/s/:share', async (request, response) => {
    response.set('Cache-Control', 'no-store')
    const { share, record } = service.holders.shared(param(request, 'share'))
    const { report } = await service.verify(Buffer.from(record.signed))
    service.checkTally.count(report, 'page')
    const supports = await service.eligibility.supports(record.id)
    const view = {
      hasLostSupport: supports.some(({ state }) => state === 'gone'),
      credential: shownPart(JSON.parse(record.signed) as SignedBadge, share.shows),
      isNameHidden: share.shows.name === 'initials',
      report,
      badgeImage: `/achievements/${record.achievement}.png`,
      expiresAt: share.expiresAt,
      ...(record.revokedAt && record.revocationCode
        ? { revocation: { date: record.revokedAt, reasonCode: record.revocationCode } }
        : {}),
    }
    response.type('html').send(sharedPage(view, frameOf(request, service)).markup)
  })
  return router
}
