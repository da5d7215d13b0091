import { qrDataUrl } from '../../src/documents/qr-image.ts'
import type { Html } from '../../src/pages/html.ts'
import type { Frame } from '../../src/pages/layout.ts'
import { type WalletView, walletPage } from '../../src/pages/wallet-page.ts'

const reference = '3vq7b6mrgqzaxcfg4h0000000x3vq7b6mrgqzaxcfg4h0000000y'
const interaction = `https://badges.example.org/wallets/${reference}?iuv=1`
const exchange = encodeURIComponent(`https://badges.example.org/vc-api/exchanges/${reference}`)

const openId = `openid-credential-offer://?credential_offer_uri=${exchange}`

export const walletView: WalletView = {
  standing: 'open',
  achievement: { name: 'Ψηφιακές δεξιότητες για επαγγελματίες βιβλιοθηκών', language: 'el' },
  issuer: 'BIBLIO consortium',
  minutesLeft: 12,
  links: {
    interaction,
    qrImage: qrDataUrl(interaction),
    lcw: `https://lcw.app/request.html?issuer=badges.example.org&auth_type=bearer&challenge=${reference}&vc_request_url=${exchange}`,
    openid: { link: openId, qrImage: qrDataUrl(openId) },
  },
}

/** The pages of an offer to wallets, by a name for the test. */
export const walletPages = (frame: Frame): Readonly<Record<string, Html>> => {
  const { links: _, ...over } = walletView
  return {
    wallet: walletPage(walletView, frame),
    'wallet-one-minute': walletPage({ ...walletView, minutesLeft: 1 }, frame),
    'wallet-taken': walletPage({ ...over, standing: 'taken' }, frame),
    'wallet-ended': walletPage({ ...over, standing: 'ended' }, frame),
  }
}
