import type { ReceiptClaims } from '../credential/receipt.ts'
import { messagesFor } from '../messages/offered.ts'
import { type ReceiptValue, tellReceipt } from '../messages/tell-receipt.ts'
import { inTongue } from './foreign.ts'
import { type Html, html, joined } from './html.ts'
import { icons } from './icons.ts'
import { type Frame, page } from './layout.ts'
import { safeUrl } from './safe-url.ts'

export interface ReceiptView {
  readonly genuine: 'yes' | 'no' | 'unknown'
  readonly isOwn: boolean
  readonly claims: ReceiptClaims
}

const looks = {
  yes: { tone: 'good', icon: icons.valid },
  no: { tone: 'bad', icon: icons.invalid },
  unknown: { tone: 'caution', icon: icons.caution },
  elsewhere: { tone: 'caution', icon: icons.caution },
} as const

const shown = ({ name, text }: ReceiptValue): Html =>
  html`${name && html`<bdi${inTongue(name.language)}>${name.text}</bdi>`}${text}`

/**
 * What somebody's receipt is, and what it says; of one that is not genuine nothing is shown. One of another service is
 * never shown as if this one had found it: who made it stands first, and no link of its choice is offered.
 */
export function receiptPage({ genuine, isOwn, claims }: ReceiptView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.receipts
  const kind = genuine === 'yes' && !isOwn ? 'elsewhere' : genuine
  const { tone, icon } = looks[kind]
  const told = words.genuine[kind]
  const [first] = claims.receipt.credentials
  const link =
    isOwn && claims.receipt.credentials.length === 1 ? safeUrl(first?.id ?? '') : undefined
  const all = tellReceipt(claims, messages)
  const isMaker = ({ label }: (typeof all)[number]) => label === words.labels.by
  const inOrder = isOwn ? all : [...all.filter(isMaker), ...all.filter((row) => !isMaker(row))]
  const rows = inOrder.map(
    ({ label, values, isCode }) => html`<div><dt>${label}</dt><dd>${joined(
      values.map((value) => (isCode ? html`<code dir="ltr">${value.text}</code>` : shown(value))),
      html`<br>`,
    )}</dd></div>
`,
  )
  const main = html`<section class="verdict tone-${tone}">${icon}<div><h1><span class="verdict-word">${told.title}</span></h1><p>${told.meaning}</p></div></section>
${
  genuine === 'yes' &&
  html`<section><h2>${words.titles[claims.receipt.kind]}</h2><p>${words.lead}</p>
<dl class="pairs">${rows}</dl></section>
<p class="note">${words.now}${link && html` <a href="${link}">${words.checkNow}</a>`}</p>`
}
<p><a class="button" href="/verify">${messages.pages.report.again}</a></p>`
  return page({ title: told.title, main, section: 'check' }, frame)
}
