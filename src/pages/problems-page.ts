import { inboundRefusalCodes } from '../messages/inbound-messages.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'

// One page for all codes would be too large in some languages. No code has the name of a kind; a test holds that.
const kinds = ['refusals', 'connections', 'reasons', 'complaints', 'warnings'] as const

/** What codes are about: each kind has a page of its own. */
export type ProblemKind = (typeof kinds)[number]

/** Whether a name, say from an address, is a kind of codes. */
export function isProblemKind(name: string): name is ProblemKind {
  return kinds.some((kind) => kind === name)
}

const entry = (code: string, sentence: string, title?: string) =>
  html`<div><dt><a class="code" href="${ownPath('problems', code)}">${code}</a></dt><dd>${title !== undefined && html`<strong>${title}.</strong> `}${sentence}</dd></div>`

/** What only other machines, and whoever sets them up, is refused with. */
const ofConnections: readonly string[] = [
  ...inboundRefusalCodes,
  'format-not-offered',
  'not-acceptable',
  'idempotency-conflict',
  'idempotency-in-flight',
  'webhook-not-found',
  'webhook-address',
  'delivery-not-found',
  'challenge-unknown',
  'holder-unproven',
  'holder-unsupported',
]

function entriesOf(kind: ProblemKind, messages: Messages): readonly Html[] {
  if (kind === 'refusals' || kind === 'connections')
    return Object.entries(messages.refusals)
      .filter(([code]) => ofConnections.includes(code) === (kind === 'connections'))
      .map(([code, { title, remedy }]) => entry(code, remedy, title))
  return Object.entries(messages[kind]).map(([code, sentence]) => entry(code, sentence))
}

const headingOf = (kind: ProblemKind, { inbound, pages }: Messages) =>
  kind === 'connections' ? inbound.refusals : pages.problem[kind]

/** `/problems`: the kinds of codes there are, and how many of each. */
export function problemsPage(frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.problem
  const links = kinds.map(
    (kind) =>
      html`<li><a href="${ownPath('problems', kind)}">${headingOf(kind, messages)}</a> <small>${words.count(entriesOf(kind, messages).length)}</small></li>`,
  )
  const main = html`<h1>${words.listTitle}</h1>
<p class="lead">${words.listLead}</p>
<ul class="kinds">${links}</ul>`
  return page({ title: words.listTitle, main }, frame)
}

/** `/problems/{kind}`: every code of one kind with its meaning. */
export function problemKindPage(kind: ProblemKind, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.problem
  const heading = headingOf(kind, messages)
  const main = html`<h1>${heading}</h1>
<dl class="pairs">${entriesOf(kind, messages)}</dl>
<p><a href="/problems">${words.all}</a></p>`
  return page({ title: heading, main }, frame)
}
