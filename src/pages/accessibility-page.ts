import { formatDate } from '../messages/format.ts'
import { messagesFor } from '../messages/offered.ts'
import { linkOr } from './foreign.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'

/** Who answers for the programme, and where to reach it. */
export interface AccessibilityContact {
  readonly name: string
  readonly url: string | null
}

/** The day on which the statement was last held against the program; see docs/CONTRIBUTING.md. */
const preparedOn = '2026-11-27'

const bullets = (items: readonly string[]) =>
  html`<ul>${items.map((each) => html`<li>${each}</li>`)}</ul>`

/** `/accessibility`: what holds, what does not, how that was found out, and where to complain. */
export function accessibilityPage({ name, url }: AccessibilityContact, frame: Frame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.pages.accessibility
  const { conformance } = words
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.lead(frame.host)}</p>
<section><h2>${conformance.title}</h2><p>${conformance.text}</p></section>
<section><h2>${words.expect}</h2>${bullets(words.expectations)}</section>
<section><h2>${words.notMet}</h2>${bullets(words.exceptions)}</section>
<section><h2>${words.found}</h2><p>${words.foundHow(formatDate(preparedOn, frame.language))}</p></section>
<section><h2>${words.complain}</h2><p>${words.complainTo(name)}</p>
<p>${url === null ? words.noAddress : linkOr(url, url)}</p>
<p>${words.enforcement}</p></section>`
  return page({ title: words.title, main }, frame)
}
