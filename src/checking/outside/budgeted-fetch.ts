import type { FetchDocument, Fetched } from './fetched.ts'

/**
 * A fetch for checking one credential, which asks the outside for at most so many documents: a credential must not make
 * us knock at doors of its choosing without end (N4). A document asked for again is the one that was had before, and
 * costs nothing, unless it has to be a newer one. Throws where the budget is spent, which a check reports as `unknown`.
 *
 * @param isOver whether so much time has passed that nobody is asked any more.
 */
export function budgeted(
  fetch: FetchDocument,
  maxRequests: number,
  isOver: () => boolean = () => false,
): FetchDocument {
  const had = new Map<string, Promise<Fetched>>()
  let left = maxRequests
  return async (url, options = {}) => {
    const key = `${options.maxBytes ?? ''} ${url.href.replace(/#.*$/s, '')}`
    const known = options.maxAgeMs === undefined ? had.get(key) : undefined
    if (known) return known
    if (isOver()) throw new Error('whoever is asked takes too long altogether')
    if (left <= 0) throw new Error(`over ${maxRequests} requests for one credential`)
    left -= 1
    const fresh = fetch(url, options)
    had.set(key, fresh)
    return fresh
  }
}
