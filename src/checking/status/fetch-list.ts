import { Refusal } from '../../errors.ts'
import { receiveDocument, receiveText } from '../receiving/receive-text.ts'
import { isObject, type Received } from '../receiving/received.ts'
import { jsonLimits, parseStrictJson } from '../receiving/strict-json.ts'
import type { FetchDocument, FetchOptions } from '../remote.ts'

/** A list is longer than a badge: bits of which many are set do not pack, and a list of ids has an item for each. */
const listLimits = {
  ...jsonLimits,
  maxNodes: 100_000,
  maxItems: 30_000,
  maxStringLength: jsonLimits.maxBytes,
}

function receiveList(body: Uint8Array): Received {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  // As a token it has the limits of any token.
  if (!text.trimStart().startsWith('{')) return receiveText(body, 'jwt')
  const document = parseStrictJson(text, listLimits)
  if (!isObject(document)) throw new Error('not an object')
  return receiveDocument(document, text, 'json')
}

export interface FetchedList {
  readonly list: Received
  /** How long ago it was had from its owner. */
  readonly ageMs: number
}

/** A status list as JSON, JWT or in an envelope, as it stands at its address; nothing about it has been checked. */
export async function fetchList(
  url: URL,
  fetch: FetchDocument,
  options: FetchOptions = {},
): Promise<FetchedList | 'list-unreachable' | 'list-malformed'> {
  let body: Uint8Array
  let ageMs: number
  try {
    const fetched = await fetch(url, options)
    body = fetched.body
    ageMs = fetched.ageMs ?? 0
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'busy') throw thrown
    return 'list-unreachable'
  }
  try {
    return { list: receiveList(body), ageMs }
  } catch {
    return 'list-malformed'
  }
}
