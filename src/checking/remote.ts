import { cachedFetch } from './outside/fetch-cache.ts'
import type { FetchDocument } from './outside/fetched.ts'
import { guardedFetch } from './outside/guarded-fetch.ts'

export type { FetchDocument, Fetched, FetchOptions } from './outside/fetched.ts'

/** The guarded fetch, with a cache that the whole process shares. */
export const fetchPublic: FetchDocument = cachedFetch(guardedFetch())
