import { Refusal } from '../../errors.ts'
import { jsonLimits, parseStrictJson } from '../receiving/strict-json.ts'
import type { FetchDocument } from '../remote.ts'

/** A document of keys is small: fifty rotations of two keys are a hundred entries of some 300 bytes. */
const keyLimits = { ...jsonLimits, maxBytes: 256_000, maxItems: 250, maxStringLength: 8_192 }

/** What an address answered: JSON, something else, or nothing. */
export type Answer =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'unreadable' | 'unreachable' }

/** Fetches a document of keys as strict JSON of modest size. Throws only when too busy to fetch anything. */
export async function fetchKeys(url: URL, fetch: FetchDocument): Promise<Answer> {
  let body: Uint8Array
  try {
    body = (await fetch(url)).body
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'busy') throw thrown
    return { kind: 'unreachable' }
  }
  try {
    return { kind: 'json', value: parseStrictJson(body, keyLimits) }
  } catch {
    return { kind: 'unreadable' }
  }
}
