import { type Request, Router } from 'express'
import type { SignedBadge } from '../credential/open-badge.ts'
import { qrDataUrl } from '../documents/qr-image.ts'
import { Refusal } from '../errors.ts'
import { type WalletView, walletPage } from '../pages/wallet-page.ts'
import type { Service } from '../service/service.ts'
import {
  answerPresentation,
  type Presented,
  presentationOf,
  presentationRequest,
} from '../service/wallet-exchange.ts'
import type { FoundOffer } from '../service/wallets.ts'
import type { Door } from './door.ts'
import { frameOf } from './frame.ts'
import { openToWallets, param } from './guard.ts'
import type { Upload } from './upload.ts'
import { isObject, type Json, maxCallBytes, readCall } from './vc-api-body.ts'
import { interactionUrl, lcwLink, openIdLink, protocolsOf } from './wallet-protocols.ts'

const minuteMs = 60_000

function viewOf(offer: FoundOffer, service: Service): WalletView {
  const record = service.issued(offer.credential)
  const badge = record && (JSON.parse(record.signed) as SignedBadge)
  const interaction = interactionUrl(offer, service)
  const openId = openIdLink(offer, service)
  const left = Date.parse(offer.expiresAt) - service.now().getTime()
  return {
    standing: badge ? offer.standing : 'ended',
    achievement: { name: badge?.name ?? '', language: record?.language ?? '' },
    issuer: service.catalogue.issuer.name,
    minutesLeft: Math.max(1, Math.ceil(left / minuteMs)),
    ...(offer.standing === 'open' && {
      links: {
        interaction,
        qrImage: qrDataUrl(interaction),
        lcw: lcwLink(offer, service),
        openid: { link: openId, qrImage: qrDataUrl(openId) },
      },
    }),
  }
}

/** What a wallet sent: the beginning of an exchange, or its presentation. @throws Refusal `bad-request`. */
function presentedIn(body: Json): Presented | undefined {
  const isBare = [body.type].flat().includes('VerifiablePresentation')
  const presentation = isBare ? body : body.verifiablePresentation
  if (presentation === undefined) return undefined
  if (typeof presentation === 'string') return { text: presentation, isBare: false }
  if (!isObject(presentation))
    throw new Refusal('bad-request', 'Send {} or {"verifiablePresentation": {…}}')
  return { text: JSON.stringify(presentation), isBare }
}

async function exchange(upload: Upload, reference: string, service: Service): Promise<object> {
  const isEmpty = upload.size === 0
  const presented = isEmpty ? undefined : presentedIn((await readCall(upload)).body)
  if (!presented) {
    const offer = service.wallets.open(reference)
    return { verifiablePresentationRequest: presentationRequest(offer, service) }
  }
  const credential = await answerPresentation(presented, reference, service)
  return presented.isBare ? credential : { verifiablePresentation: presentationOf(credential) }
}

const wantsJson = (request: Request) => request.accepts(['html', 'json']) === 'json'

/**
 * Offers to wallets: `/wallets/{reference}?iuv=1`, a page for people and the protocols for wallets (VCALM 1.0 §3.7), and
 * the VC-API exchange at `/vc-api/exchanges/{reference}`.
 */
export function walletRoutes(service: Service, door: Door): Router {
  const router = Router()
  const exchanges = '/vc-api/exchanges/:reference'
  router.options(['/wallets/:reference', exchanges, `${exchanges}/protocols`], openToWallets)

  router.get('/wallets/:reference', openToWallets, door.limit, (request, response) => {
    response.vary('Accept').set('Cache-Control', 'no-store')
    const reference = param(request, 'reference')
    if (wantsJson(request)) {
      response.json({ protocols: protocolsOf(service.wallets.open(reference), service) })
      return
    }
    const view = viewOf(service.wallets.find(reference), service)
    const status = view.standing === 'ended' ? 410 : 200
    response
      .status(status)
      .type('html')
      .send(walletPage(view, frameOf(request, service)).markup)
  })

  router.get(`${exchanges}/protocols`, openToWallets, door.limit, (request, response) => {
    const offer = service.wallets.open(param(request, 'reference'))
    response.set('Cache-Control', 'no-store').json({ protocols: protocolsOf(offer, service) })
  })

  router.post(exchanges, openToWallets, door.limit, async (request, response) => {
    const reference = param(request, 'reference')
    const answer = await door.admit(request, maxCallBytes, (upload) =>
      exchange(upload, reference, service),
    )
    response.set('Cache-Control', 'no-store').json(answer)
  })
  return router
}
