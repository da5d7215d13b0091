import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { inTongue, nameOf, shortened } from './foreign.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { type Frame, page } from './layout.ts'
import { safeImageUrl, safeUrl, walletAddress } from './safe-url.ts'

/** Where wallets of every kind find an open offer. */
export interface WalletLinks {
  /** The interaction URL: the one link for all, and what the QR code says. */
  readonly interaction: string
  readonly qrImage: string
  /** Opens the Learner Credential Wallet as it was before it knew interaction URLs. */
  readonly lcw: string
  /** `openid-credential-offer://…`, and the same as a code: some wallets know no interaction URLs. */
  readonly openid?: { readonly link: string; readonly qrImage: string }
}

export interface WalletView {
  readonly standing: 'open' | 'taken' | 'ended'
  /** What is offered, in the language it was signed in. */
  readonly achievement: { readonly name: string; readonly language: string }
  readonly issuer: string
  /** Whole minutes until the offer ends. */
  readonly minutesLeft: number
  /** Only of an open one. */
  readonly links?: WalletLinks
}

function onThisDevice({ interaction }: WalletLinks, { wallet: words }: Messages): Html {
  return html`<section><h2>${words.here.title}</h2>
<p><a class="button" href="${walletAddress(`interaction:${interaction}`)}">${words.here.open}</a></p>
<p class="note">${words.here.hint}</p>
<p class="field"><label for="address">${words.address}</label>
<input type="text" id="address" value="${interaction}" readonly spellcheck="false" dir="ltr"></p>
</section>`
}

function onAnother({ interaction, qrImage }: WalletLinks, { wallet: words }: Messages): Html {
  const image = safeImageUrl(qrImage)
  return html`<section><h2>${words.elsewhere.title}</h2>
<p>${words.elsewhere.scan}</p>
${image && html`<p><img src="${image}" width="264" height="264" alt="${words.qrAlternative(interaction)}"></p>`}
</section>`
}

function openIdWallets(
  { link, qrImage }: NonNullable<WalletLinks['openid']>,
  { wallet: words }: Messages,
): Html {
  const image = safeImageUrl(qrImage)
  return html`<li><a href="${walletAddress(link)}">${words.others.openid}</a>
${image && html`<p>${words.others.openidScan}</p><p><img class="wallet-code" src="${image}" width="264" height="264" alt="${words.qrAlternative(link)}"></p>`}</li>`
}

function otherWallets({ lcw, openid }: WalletLinks, messages: Messages): Html {
  const { others } = messages.wallet
  const older = safeUrl(lcw)
  return html`<details><summary>${others.title}</summary><ul>
${older && html`<li><a href="${older}" rel="noopener noreferrer">${others.lcw}</a></li>`}
${openid && openIdWallets(openid, messages)}
<li>${others.none}</li></ul></details>`
}

function explained({ wallet: words }: Messages): Html {
  const { steps, bound } = words
  return html`<section><h2>${steps.title}</h2><ol>${steps.items.map((item) => html`<li>${item}</li>`)}</ol>
<p class="note">${words.code}</p></section>
<section><h2>${bound.title}</h2><p>${bound.text}</p></section>`
}

function offered({ achievement, issuer, minutesLeft }: WalletView, messages: Messages): Html {
  const { wallet: words, language } = messages
  const tongue = achievement.language === language ? undefined : achievement.language
  return html`<dl class="pairs"><div><dt>${words.offered}</dt><dd><bdi${inTongue(tongue)}>${shortened(achievement.name)}</bdi></dd></div>
<div><dt>${words.from}</dt><dd>${nameOf(issuer)}</dd></div></dl>
<p><strong>${words.timeLeft(minutesLeft)}</strong> ${words.secrecy}</p>`
}

const looks = {
  taken: { tone: 'good', icon: icons.valid },
  ended: { tone: 'caution', icon: icons.caution },
} as const

function over(standing: 'taken' | 'ended', { wallet: words }: Messages): Html {
  const { tone, icon } = looks[standing]
  const { title, meaning, advice } = words[standing]
  return html`<section class="verdict tone-${tone}">${icon}<div><h1><span class="verdict-word">${title}</span></h1><p>${meaning}</p><p>${advice}</p></div></section>
<p><a class="button" href="/my">${words.own}</a></p>`
}

/**
 * The page behind an interaction URL, for whoever opens it with a browser: one code and one link for every wallet. It
 * names what is offered but not whom to, and never shows the code of six digits.
 */
export function walletPage(view: WalletView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const { wallet: words } = messages
  const { standing, links } = view
  if (standing !== 'open' || !links) {
    const told = standing === 'taken' ? 'taken' : 'ended'
    return page({ title: words[told].title, main: over(told, messages) }, frame)
  }
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${offered(view, messages)}
<div class="columns">
${onThisDevice(links, messages)}
${onAnother(links, messages)}
</div>
${otherWallets(links, messages)}
${explained(messages)}`
  return page({ title: words.title, main }, frame)
}
