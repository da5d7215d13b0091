import { cachedFetch } from './fetch-cache.ts'
import type { FetchDocument } from './fetched.ts'
import { guardedFetch } from './guarded-fetch.ts'

export type { FetchDocument, Fetched, FetchOptions } from './fetched.ts'

/** The guarded fetch, with a cache that the whole process shares. */
export const fetchPublic: FetchDocument = cachedFetch(guardedFetch())
