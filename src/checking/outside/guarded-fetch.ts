import { Resolver } from 'node:dns/promises'
import { Agent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import {
  documentBytes,
  type FetchDocument,
  type Fetched,
  type FetchOptions,
  NotThere,
} from './fetched.ts'
import { type Answer, ask } from './one-request.ts'
import { isPublicAddress, mayBeAsked } from './public-address.ts'

export interface GuardSettings {
  /** The addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>
  readonly isAllowed?: (address: string) => boolean
  /** Where servers listen; the address asked must name no port. */
  readonly port?: number
  /** Certificates trusted instead of the usual ones. */
  readonly ca?: string
  /** For all of it: looking up, connecting, redirects and body. */
  readonly deadlineMs?: number
}

const maxRedirects = 2

/** Both families, by a resolver of its own: the system's blocks one of the few threads that cryptography needs too. */
async function resolveName(name: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 })
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

/**
 * Looks a name up for the very connection that is about to be made, so that a second answer cannot differ. One address
 * that is not public spoils the name: nothing public stands beside our own machines.
 */
export function guardedLookup({
  resolve = resolveName,
  isAllowed = isPublicAddress,
}: GuardSettings): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined) return callback(new Error(`no address for ${name}`), '', 0)
        if (!addresses.every(isAllowed)) return callback(new Error('not a public address'), '', 0)
        if (!options.all) return callback(null, first, isIP(first))
        return callback(
          null,
          addresses.map((address) => ({ address, family: isIP(address) })),
        )
      },
      (error) => callback(error, '', 0),
    )
  }
}

/** Where a redirect leads; only within the host that was asked, so that nobody is sent where they did not mean to go. */
function redirectedTo(from: URL, location: string | undefined): URL {
  if (location === undefined || !URL.canParse(location, from.href))
    throw new Error('redirected nowhere')
  const to = new URL(location, from)
  if (to.origin !== from.origin || !mayBeAsked(to)) throw new Error('redirected to another host')
  return to
}

function fetchedFrom({ status, headers, body }: Answer, url: URL): Fetched {
  if (status === 404 || status === 410) throw new NotThere(`answered ${status}`, status === 410)
  if (status !== 200) throw new Error(`answered ${status}`)
  const maxAgeSeconds = maxAgeOf(headers['cache-control'], headers.age)
  return {
    contentType: headers['content-type'] ?? '',
    body,
    url,
    ...(maxAgeSeconds === undefined ? {} : { maxAgeSeconds }),
  }
}

/** What is left of the time that Cache-Control gives (RFC 9111 §4.2); 0 where it forbids keeping. */
function maxAgeOf(cacheControl: string | undefined, age: string | undefined): number | undefined {
  const directives = (cacheControl ?? '').toLowerCase()
  if (/\bno-(store|cache)\b/.test(directives)) return 0
  const seconds = /\bmax-age="?(\d{1,9})\b/.exec(directives)?.[1]
  if (seconds === undefined) return undefined
  const spent = /^\d{1,9}$/.test(age ?? '') ? Number(age) : 0
  // One that has run out on the way is stale, which is not the same as one that must not be kept.
  return Math.max(1, Number(seconds) - spent)
}

/**
 * A fetch of public documents over https that cannot be turned against us: port 443, public addresses only (checked at
 * the connection itself), at most two redirects within the same host, no compression, no cookies, 5 seconds in all,
 * 1 MiB or what the caller allows. Throws otherwise; NotThere for 404 and 410.
 */
export function guardedFetch(settings: GuardSettings = {}): FetchDocument {
  const { port = 443, ca, deadlineMs = 5_000 } = settings
  const agent = new Agent({
    lookup: guardedLookup(settings),
    // Each connection is a new one, so each is checked; a slow host takes up no more than its part.
    keepAlive: false,
    maxSockets: 8,
    maxTotalSockets: 256,
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
  })
  return async (asked, { maxBytes = documentBytes }: FetchOptions = {}) => {
    const limits = { agent, port, maxBytes, signal: AbortSignal.timeout(deadlineMs) }
    let url = asked
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      if (!mayBeAsked(url)) throw new Error(`not a public https address: ${url.host}`)
      const answer = await ask(url, limits)
      if (![301, 302, 303, 307, 308].includes(answer.status)) return fetchedFrom(answer, url)
      url = redirectedTo(url, answer.headers.location)
    }
    throw new Error('redirected too often')
  }
}
