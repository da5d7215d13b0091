import { type Html, html, type Part } from './html.ts'
import type { SafeUrl } from './safe-url.ts'

/** A way to another view of a page; where it is the one that is shown, its words alone. */
export const linkUnlessHere = (isHere: boolean, path: SafeUrl, words: Part): Html =>
  isHere ? html`<span aria-current="page">${words}</span>` : html`<a href="${path}">${words}</a>`

interface Ranges {
  /** How many rows there are in all, how many on a page, and the place of the first that is shown. */
  readonly count: number
  readonly perPage: number
  readonly from: number
  /** How many pages to each side are linked; all where it is absent. */
  readonly reach?: number
}

/** The pages around the one that is shown, the first and the last; there may be thousands. */
export function rangeLinks(
  { count, perPage, from, reach = Number.POSITIVE_INFINITY }: Ranges,
  words: { readonly pages: string; range(from: number, to: number): string },
  pathFrom: (from: number) => SafeUrl,
): Html | false {
  const last = Math.max(0, Math.ceil(count / perPage) - 1)
  const here = Math.floor(from / perPage)
  const first = Math.max(1, here - reach)
  const around = Array.from(
    { length: Math.max(0, Math.min(last, here + reach + 1) - first) },
    (_, index) => first + index,
  )
  const links = [0, ...around, last].map((at) => {
    const start = at * perPage
    const label = words.range(start + 1, Math.min(count, start + perPage))
    return html`<li>${linkUnlessHere(at === here, pathFrom(start), label)}</li>`
  })
  return last > 0 && html`<nav class="ranges" aria-label="${words.pages}"><ul>${links}</ul></nav>`
}
