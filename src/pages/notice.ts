import { type Html, html } from './html.ts'
import { icons } from './icons.ts'

/** What was wrong, and what to do about it, above whatever is to be mended. */
export function noticeOf({
  title,
  remedy,
}: {
  readonly title: string
  readonly remedy: string
}): Html {
  return html`<section class="notice tone-caution" role="alert">${icons.caution}<div><h2>${title}</h2><p>${remedy}</p></div></section>`
}
