import type { CatalogueAchievement } from '../learning/catalogue.ts'
import { messagesFor } from '../messages/offered.ts'
import { phrase } from './achievement-pages.ts'
import { type Html, html } from './html.ts'
import { type Frame, page } from './layout.ts'
import { ownPath } from './safe-url.ts'

/** What somebody who comes from a course is shown. */
export type LaunchView =
  | { readonly kind: 'instructor' | 'nothing' | 'no-name' | 'erased' }
  | {
      readonly kind: 'learner'
      readonly achievements: readonly CatalogueAchievement[]
      /** Whether all of it is signed already. */
      readonly isSigned: boolean
      /** Secret of the link that lets the learner in. */
      readonly secret: string
    }

/** The answer to a launch, within the frame of a course as well: one button, which opens a tab of its own. */
export function launchPage(view: LaunchView, frame: Frame): Html {
  const words = messagesFor(frame.language).inbound.launch
  if (view.kind !== 'learner') {
    const told = { ...words, 'no-name': words.noName }[view.kind]
    const main = html`<h1>${told.title}</h1>
<p class="lead">${told.remedy}</p>`
    return page({ title: told.title, main }, frame)
  }
  const items = view.achievements.map(({ name }) => html`<li>${phrase(name, frame.language)}</li>`)
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.ready}</p>
<ul>${items}</ul>
${!view.isSigned && html`<p>${words.signing}</p>`}
<p><a class="button" href="${ownPath('claim', view.secret)}" target="_blank" rel="noopener">${words.open}</a></p>
<p class="note">${words.openHint}</p>`
  return page({ title: words.title, main }, frame)
}
