/** What the clients ask for: credentials that are there, and one as it was handed out. */
export interface Samples {
  readonly ids: readonly string[]
  /** Signed JSON of some of them. */
  readonly signed: readonly string[]
  readonly token: string
}

/** One request, and how it must be answered if it is let in. */
export interface Asked {
  readonly of: 'check' | 'status' | 'page' | 'issue' | 'bulk'
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly expected: number
}

const page = { accept: 'text/html' }
const lists = ['/status/1', '/.well-known/did.json', '/.well-known/jwks.json']
const pages = ['/', '/achievements', '/verify', '/issuer', '/problems']
const json = { 'content-type': 'application/json' }

const of = <T>(list: readonly T[], chance: () => number): T =>
  list[Math.floor(chance() * list.length)] as T

/** A page of a credential, or one that is sent to be checked. */
export function pickCheck({ ids, signed }: Samples, chance: () => number): Asked {
  if (chance() < 0.3) {
    const body = of(signed, chance)
    return { of: 'check', method: 'POST', path: '/api/verify', body, expected: 200 }
  }
  const path = `/c/${of(ids, chance)}`
  return { of: 'check', method: 'GET', path, headers: page, expected: 200 }
}

/** Picked by chance: checks above all, then what checkers elsewhere read, pages, some writing and batches. */
export function pickRequest(samples: Samples, chance: () => number): Asked {
  const { ids, signed, token } = samples
  const some = <T>(list: readonly T[]): T => of(list, chance)
  const get = (is: Asked['of'], path: string, headers = {}): Asked => ({
    of: is,
    method: 'GET',
    path,
    headers,
    expected: 200,
  })
  const dice = chance()
  if (dice < 0.65) return pickCheck(samples, chance)
  if (dice < 0.8) return get('status', some(lists))
  if (dice < 0.9) {
    const path = some(pages)
    return get(path === '/verify' ? 'check' : 'page', path, page)
  }
  if (dice < 0.92) return get('page', `/c/${some(ids)}.png`)
  if (dice < 0.97) {
    const headers = { ...json, authorization: `Bearer ${token}` }
    const path = `/api/credentials/${'0'.repeat(26)}/revoke`
    const body = '{"reason":"a drill"}'
    return { of: 'issue', method: 'POST', path, headers, body, expected: 404 }
  }
  const body = `{"items":[{"credential":${some(signed)}},{"credential":${some(signed)}}]}`
  const path = '/api/verify/batch'
  return { of: 'bulk', method: 'POST', path, headers: json, body, expected: 200 }
}
