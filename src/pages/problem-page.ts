import type { Reason, Warning } from '../checking/report.ts'
import type { RefusalCode, RefusalDetail } from '../errors.ts'
import type { RowComplaintCode } from '../learning/completion.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'

/** Every code that `/problems/{code}` explains. */
export type ProblemCode = RefusalCode | RowComplaintCode | Reason | Warning

const isKeyOf = <T extends object>(key: string, record: T): key is string & keyof T =>
  Object.hasOwn(record, key)

/** Whether a code, say from an address, is one we explain. */
export function isProblemCode(code: string): code is ProblemCode {
  const { refusals, complaints, reasons, warnings } = messagesFor('en')
  return [refusals, complaints, reasons, warnings].some((known) => isKeyOf(code, known))
}

function explanation(code: ProblemCode, messages: Messages): Html {
  const { refusals, complaints, reasons, warnings } = messages
  if (isKeyOf(code, refusals)) {
    const { title, remedy } = refusals[code]
    return html`<h1>${title}</h1><p class="lead">${remedy}</p>
${isKeyOf(code, complaints) && html`<p>${complaints[code]}</p>`}`
  }
  const sentence = isKeyOf(code, complaints)
    ? complaints[code]
    : isKeyOf(code, reasons)
      ? reasons[code]
      : warnings[code]
  return html`<h1><code>${code}</code></h1><p class="lead">${sentence}</p>`
}

/** `/problems/{code}`: what one code means and what to do about it. */
export function problemPage(code: ProblemCode, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.problem
  const main = html`${explanation(code, messages)}
<p class="note">${words.code}: <code>${code}</code></p>
<p><a href="/problems">${words.all}</a></p>`
  return page({ title: code, main }, frame)
}

/** What went wrong with a request of a browser; `fault` is ours, and says nothing of its inside. */
export interface ErrorView {
  readonly code: RefusalCode | 'fault'
  readonly details?: readonly RefusalDetail[]
  /** It is shown at the desk of a provider, where its reader goes on. */
  readonly isAtDesk?: boolean
}

/** In place of the page asked for: not found, gone, too many requests, a fault of ours. */
export function errorPage({ code, details = [], isAtDesk }: ErrorView, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.problem
  const fault = { title: words.faultTitle, remedy: words.faultRemedy }
  const { title, remedy } = code === 'fault' ? fault : messages.refusals[code]
  const list = details.map(({ at, message }) => html`<li><code>${at}</code> ${message}</li>`)
  const main = html`<h1>${title}</h1>
<p class="lead">${remedy}</p>
${list.length > 0 && html`<h2>${words.details}</h2><ul>${list}</ul>`}
${code !== 'fault' && html`<p class="note">${words.code}: <a class="code" href="${ownPath('problems', code)}">${code}</a></p>`}
<p>${isAtDesk ? html`<a class="button" href="/provider">${messages.pages.desk.title}</a>` : html`<a class="button" href="/verify">${messages.pages.verify.title}</a>`}</p>`
  return page({ title, main }, frame)
}
