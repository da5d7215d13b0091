import { formatDate } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { ownPath } from '../safe-url.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type ConnectionGiven, type ConnectionRow, settingsFields } from './connections-page.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'

type AddressName = 'url' | 'endpoint' | 'login' | 'launch' | 'jwks' | 'config'

export interface ConnectionPageView {
  readonly connection: ConnectionRow
  /** What is entered on the platform, by what it is called there. */
  readonly addresses: readonly (readonly [AddressName, string])[]
  readonly given: ConnectionGiven
  /** Imports that it has added to, the newest first. */
  readonly days: readonly { readonly day: string; readonly batch: string }[]
  /** Shown after it was made, and when an administrator asks for it. */
  readonly secret?: { readonly secret: string | null; readonly url: string | null }
  readonly problem?: DeskComplaint
  readonly isSaved?: boolean
}

const pair = (name: string, value: string, isSecret = false) =>
  html`<div><dt>${name}</dt><dd><code dir="ltr"${isSecret && html` class="secret"`}>${value}</code></dd></div>
`

function imports(days: ConnectionPageView['days'], messages: Messages): Html {
  const links = days.map(
    ({ day, batch }) =>
      html`<li><a href="${ownPath('desk', 'batches', batch)}">${formatDate(day, messages.language)}</a></li>`,
  )
  return html`<h2>${messages.pages.operator.places.imports.name}</h2>
<ul>${links}</ul>
`
}

/** `/desk/connections/{id}`: what to enter on the platform, what is set, and the end of it. */
export function connectionPage(view: ConnectionPageView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.inbound.desk
  const { connection, addresses, given, secret, problem, isSaved } = view
  const { id, label, kind, course, run } = connection
  const mayShowSecret = frame.person.role === 'admin' && kind !== 'lti' && !secret
  const at = (step: string) => placePath('connections', id, step)
  const main = html`<p class="kind">${words.kinds[kind]}</p>
<h1>${label}</h1>
${problem && noticeOf(problem)}${isSaved === true && html`<p role="status">${words.saved}</p>`}
<p class="lead">${course}, ${run}</p>
<h2>${words.addresses}</h2>
<dl class="pairs">
${addresses.map(([name, value]) => pair(words.names[name], value))}${kind === 'xapi' && pair(words.user, id)}${secret?.secret && pair(words.secret, secret.secret, true)}${secret?.url && pair(words.secretUrl, secret.url, true)}</dl>
${secret?.secret && html`<p><strong>${words.secretNote}</strong></p>`}
<p class="note">${words.addressesHint}</p>
${
  mayShowSecret &&
  html`<form method="post" action="${at('secret')}">${formToken(frame)}
<p><button type="submit">${words.showSecret}</button> <small>${words.showSecretHint}</small></p></form>`
}
${view.days.length > 0 && imports(view.days, messages)}
<h2>${words.settings}</h2>
<form class="check" method="post" action="${at('settings')}">${formToken(frame)}
${settingsFields(given, messages)}
<p class="send"><button type="submit">${words.save}</button></p></form>
<h2>${words.remove}</h2>
<p>${words.removeHint}</p>
<form method="post" action="${at('remove')}">${formToken(frame)}
<p><button type="submit" class="quiet">${words.remove}</button></p></form>
<p><a href="${placePath('connections')}">${words.title}</a></p>`
  return operatorPage({ title: label, main, here: 'connections' }, frame)
}
