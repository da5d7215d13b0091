import { type Request, type Response, Router } from 'express'
import { recipientName, type SignedBadge } from '../credential/open-badge.ts'
import { isPrintable } from '../documents/fonts.ts'
import { qrDataUrl } from '../documents/qr-image.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import { initialsOf } from '../holder/initials.ts'
import { type HeldAward, heldAward } from '../holder/wall.ts'
import { awardPage } from '../pages/award-page.ts'
import type { AwardDone, AwardView, ShareGiven } from '../pages/award-view.ts'
import type { AwardOnWall } from '../pages/wall-page.ts'
import { walletOfferPage } from '../pages/wallet-offer-page.ts'
import type { Service } from '../service/service.ts'
import { fileName, isForm, linksOf, urlOf } from './credential-routes.ts'
import { param, queryText, suffixedParam } from './guard.ts'
import { type HolderDesk, type HolderVisit, holderVisitOf } from './holder-session.ts'
import { statusOf } from './problem.ts'
import { smallForm } from './signed-in.ts'

// What people print and show comes before what programs read.
const shownForms = ['pdf', 'png', 'svg', 'json', 'jwt'] as const

const steps: readonly AwardDone[] = ['visibility', 'shared', 'withdrawn', 'reported']

/** One in force, or lost with something that it rests on. */
export async function heldNow(award: HeldAward, service: Service): Promise<AwardOnWall> {
  if (award.state !== 'active') return award
  const supports = await service.eligibility.supports(award.id)
  return supports.some(({ state }) => state === 'gone') ? { ...award, state: 'lost' } : award
}

async function viewOf(id: string, { service, holder }: HolderVisit): Promise<AwardView> {
  const record = service.holders.one(holder.id, id)
  const badge = JSON.parse(record.signed) as SignedBadge
  const recipient = recipientName(badge.credentialSubject) ?? holder.name
  const { linkedInProfile = '', linkedInPost = '' } = linksOf(service, record, badge)
  const held = await heldNow(heldAward(record, service.now()), service)
  // As on its public page: nothing is given to print or to show that no longer counts.
  const copyRevokedAt = service.wallets.copyRevokedAt(record.id)
  const forms = held.state === 'lost' ? (['json', 'jwt'] as const) : shownForms
  return {
    ...held,
    ...(copyRevokedAt && { copyRevokedAt }),
    recipient,
    initials: initialsOf(recipient),
    page: urlOf(service, record.id),
    files: forms.filter((form) => form !== 'pdf' || isPrintable(recipient)),
    linkedInProfile,
    linkedInPost,
    corrections: service.corrections.of(record.id).map(({ wish, ...correction }) => ({
      ...correction,
      ...(wish?.name !== undefined && { name: wish.name }),
      ...(wish?.note !== undefined && { note: wish.note }),
    })),
    shares: service.holders.shares(holder.id, id).map((share) => ({
      ...share,
      url: new URL(`/s/${share.id}`, service.publicUrl).href,
    })),
  }
}

/** The page of one of theirs, with what could not be done. */
export async function sendAward(
  id: string,
  visit: HolderVisit,
  extra: Pick<AwardView, 'problem' | 'given' | 'wish'> = {},
): Promise<void> {
  const { request, response, frame } = visit
  const asked = queryText(request, 'done')
  const done = steps.find((step) => step === asked)
  const view = { ...(await viewOf(id, visit)), ...(done && { done }), ...extra }
  const path = `/my/${view.id}`
  response
    .status(extra.problem ? statusOf[extra.problem] : 200)
    .type('html')
    .send(awardPage(view, { ...frame, path }).markup)
}

async function sendFile(id: string, form: string, visit: HolderVisit): Promise<void> {
  const { response, service, holder } = visit
  const record = service.holders.one(holder.id, id)
  if (!isForm(form)) throw new Refusal('not-found', 'There is no such form of a credential')
  const { contentType, body } = await service.artefact(record, form)
  const badge = JSON.parse(record.signed) as SignedBadge
  response.set('Content-Type', contentType).set('Content-Disposition', fileName(badge, form))
  response.send(Buffer.from(body))
}

async function chooseVisibility(id: string, visit: HolderVisit): Promise<void> {
  const { response, service, holder } = visit
  const fields = await smallForm(visit)
  service.holders.setVisibility(holder.id, id, fields.get('visibility') ?? '')
  response.redirect(303, `/my/${id}?done=visibility`)
}

// Whoever filled in the form can mend these there.
const mendable: readonly RefusalCode[] = ['share-end-wrong', 'too-many-shares']

function givenIn(fields: ReadonlyMap<string, string>): ShareGiven {
  return {
    // What is not chosen plainly shows less.
    name: fields.get('name') === 'full' ? 'full' : 'initials',
    results: fields.get('results') === 'yes',
    hours: fields.get('hours') === 'yes',
    end: fields.get('end') ?? '',
    day: (fields.get('day') ?? '').trim().slice(0, 40),
  }
}

async function share(id: string, visit: HolderVisit): Promise<void> {
  const { response, service, holder } = visit
  const given = givenIn(await smallForm(visit))
  const { name, results, hours, end, day } = given
  try {
    service.holders.share(holder.id, id, { shows: { name, results, hours }, end, day })
    response.redirect(303, `/my/${id}?done=shared`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    await sendAward(id, visit, { problem: thrown.code, given })
  }
}

async function withdraw(id: string, visit: HolderVisit): Promise<void> {
  const { request, response, service, holder } = visit
  await smallForm(visit)
  service.holders.withdraw(holder.id, id, param(request, 'share'))
  response.redirect(303, `/my/${id}?done=withdrawn`)
}

async function offer(id: string, visit: HolderVisit): Promise<void> {
  const { response, service, holder, frame } = visit
  await smallForm(visit)
  const record = service.holders.one(holder.id, id)
  const { url, txCode } = service.wallets.offer(record.id)
  const { name: title } = JSON.parse(record.signed) as SignedBadge
  const view = { id: record.id, title, url, qrImage: qrDataUrl(url), txCode }
  const path = `/my/${record.id}`
  response.type('html').send(walletOfferPage(view, { ...frame, path }).markup)
}

/** `/my/{id}` and what can be done there: who may see it, links with an end, wallets, files. */
export function awardRoutes(desk: HolderDesk): Router {
  const router = Router()
  const at =
    (work: (id: string, visit: HolderVisit) => void | Promise<void>) =>
    (request: Request, response: Response) => {
      const visit = holderVisitOf(request, response, desk)
      return work(param(request, 'id'), visit)
    }
  router.get('/my/:id', (request, response) => {
    const visit = holderVisitOf(request, response, desk)
    const [id, form] = suffixedParam(request, 'id')
    return form === undefined ? sendAward(id, visit) : sendFile(id, form, visit)
  })
  router.post('/my/:id/visibility', at(chooseVisibility))
  router.post('/my/:id/wallet', at(offer))
  router.post('/my/:id/shares', at(share))
  router.post('/my/:id/shares/:share/withdraw', at(withdraw))
  return router
}
