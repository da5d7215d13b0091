import { messagesFor } from '../messages/offered.ts'
import { nameOf } from './foreign.ts'
import { type HolderFrame, holderPage } from './holder-frame.ts'
import { type Html, html } from './html.ts'
import { ownPath, safeImageUrl, safeUrl } from './safe-url.ts'

export interface WalletOfferView {
  readonly id: string
  readonly title: string
  /** The one link for every wallet. */
  readonly url: string
  readonly qrImage: string
  readonly txCode: string
}

/** The answer to "put it into a wallet": the offer, and the code that some wallets ask for, for the learner alone. */
export function walletOfferPage(view: WalletOfferView, frame: HolderFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.holder.rights.wallet
  const [url, image] = [safeUrl(view.url), safeImageUrl(view.qrImage)]
  const main = html`<h1>${words.submit}</h1>
<p class="whose">${nameOf(view.title)}</p>
<p class="lead">${words.offered}</p>
${url && html`<p><a class="button" href="${url}">${words.open}</a></p>`}
${image && html`<p><img src="${image}" width="264" height="264" alt="${messages.wallet.qrAlternative(view.url)}"></p>`}
<dl class="pairs main"><div><dt>${words.code}</dt><dd><code dir="ltr">${view.txCode}</code></dd></div></dl>
<p class="note">${words.codeHint}</p>
<p><a href="${ownPath('my', view.id)}">${messages.wallet.own}</a></p>`
  return holderPage({ title: words.submit, main }, frame)
}
