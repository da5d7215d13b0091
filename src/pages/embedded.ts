import { type Html, html } from './html.ts'
import { safeImageUrl, safeUrl } from './safe-url.ts'

export interface Embedded {
  /** Absolute address of the page. */
  readonly page: string
  /** Absolute address of its card. */
  readonly picture: string
  /** What the card says, in words. */
  readonly alternative: string
  readonly width: number
  readonly height: number
}

/** A card that leads to its page, for the pages of others: no script, no frame, no style of ours. */
export function embedded({ page, picture, alternative, width, height }: Embedded): Html {
  return html`<a href="${safeUrl(page)}" rel="noopener"><img src="${safeImageUrl(picture)}" width="${width}" height="${height}" alt="${alternative}"></a>`
}
