import { documentBytes, type FetchDocument, type Fetched, type FetchOptions } from './fetched.ts'

export interface CacheSettings {
  /** Milliseconds that only ever go up. */
  readonly clock?: () => number
  readonly maxEntries?: number
  readonly maxBytes?: number
}

const defaultSeconds = 5 * 60
const leastSeconds = 30
const mostSeconds = 60 * 60
const failureSeconds = 15

/** What came of asking. */
type Outcome = { readonly fetched: Fetched } | { readonly failure: unknown }

type Kept = Outcome & { readonly at: number; readonly until: number; readonly size: number }

// What an entry weighs beside its body.
const entryBytes = 500

function secondsToKeep({ maxAgeSeconds, body }: Fetched): number {
  if (maxAgeSeconds === 0 || body.length > documentBytes) return 0
  return Math.min(mostSeconds, Math.max(leastSeconds, maxAgeSeconds ?? defaultSeconds))
}

/** Answers that are still good, least recently used first, within a number of entries and of bytes. */
class Shelf {
  readonly #kept = new Map<string, Kept>()
  readonly #maxEntries: number
  readonly #maxBytes: number
  #bytes = 0

  constructor(maxEntries: number, maxBytes: number) {
    this.#maxEntries = maxEntries
    this.#maxBytes = maxBytes
  }

  get(key: string, now: number): Kept | undefined {
    const kept = this.#kept.get(key)
    if (!kept) return undefined
    this.drop(key)
    if (kept.until <= now) return undefined
    this.put(key, kept)
    return kept
  }

  put(key: string, kept: Kept): void {
    this.drop(key)
    this.#kept.set(key, kept)
    this.#bytes += kept.size
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#maxEntries && this.#bytes <= this.#maxBytes) return
      this.drop(oldest)
    }
  }

  drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.size ?? 0
    this.#kept.delete(key)
  }
}

/**
 * Keeps what was fetched as long as its owner says, never under 30 seconds or over an hour, and 5 minutes where it says
 * nothing; a failure for 15 seconds. What must not be kept (`no-store`, `no-cache`) or is over 1 MiB is not. Everybody
 * who asks for one address at one time shares one request. Nothing is served past its time: where it cannot be had
 * anew, asking fails.
 */
export function cachedFetch(fetch: FetchDocument, settings: CacheSettings = {}): FetchDocument {
  const {
    clock = () => performance.now(),
    maxEntries = 2_000,
    maxBytes = 32 * 1024 * 1024,
  } = settings
  const shelf = new Shelf(maxEntries, maxBytes)
  const underWay = new Map<string, Promise<Fetched>>()

  async function fetchAnew(key: string, url: URL, options: FetchOptions): Promise<Fetched> {
    const keep = (outcome: Outcome, seconds: number, bytes: number) => {
      const at = clock()
      const size = bytes + entryBytes + key.length
      if (seconds > 0) shelf.put(key, { ...outcome, at, until: at + seconds * 1_000, size })
    }
    shelf.drop(key)
    try {
      const fetched = await fetch(url, options)
      keep({ fetched }, secondsToKeep(fetched), fetched.body.length)
      return fetched
    } catch (failure) {
      keep({ failure }, failureSeconds, 0)
      throw failure
    } finally {
      underWay.delete(key)
    }
  }

  return async (url, options = {}) => {
    const { maxBytes: allowed = documentBytes, maxAgeMs = Number.POSITIVE_INFINITY } = options
    const key = `${allowed} ${url.href.replace(/#.*$/s, '')}`
    const now = clock()
    const kept = shelf.get(key, now)
    if (kept && 'failure' in kept) throw kept.failure
    if (kept && now - kept.at <= maxAgeMs) return { ...kept.fetched, ageMs: now - kept.at }
    const shared = underWay.get(key) ?? fetchAnew(key, url, options)
    underWay.set(key, shared)
    return shared
  }
}
