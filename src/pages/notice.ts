import { type Html, html } from './html.ts'
import { icons } from './icons.ts'

/** What was wrong, and what to do about it, above whatever is to be mended. */
export function noticeOf({
  title,
  remedy,
  detail,
}: {
  readonly title: string
  readonly remedy: string
  /** Where, and what is wrong there. */
  readonly detail?: string
}): Html {
  return html`<section class="notice tone-caution" role="alert">${icons.caution}<div><h2>${title}</h2>${detail && html`<p><strong>${detail}</strong></p>`}<p>${remedy}</p></div></section>`
}
