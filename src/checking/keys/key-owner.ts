import { didWebUrl } from '../../proof/did.ts'
import { jwkTextOf, keyOfDidJwk } from '../../proof/did-jwk.ts'
import { keyOfDidKey } from '../../proof/did-key.ts'
import { readKeyDocument } from '../../proof/key-document.ts'
import { readKeySet } from '../../proof/key-set.ts'
import type { PublishedKey } from '../../proof/published-key.ts'
import { parseStrictJson } from '../receiving/strict-json.ts'
import type { FetchDocument } from '../remote.ts'
import { type Answer, fetchKeys } from './fetch-keys.ts'

/** What a key is used for: an issuer asserts, a holder proves who presents (Controlled Identifiers v1.0 §2.3). */
export type KeyPurpose = 'assertionMethod' | 'authentication'

/** One list of an owner's keys, as far as it could be had. */
export interface KeyList {
  readonly keys: readonly PublishedKey[]
  readonly isReached: boolean
}

/** Whoever keys belong to: an issuer or a holder, by the identifier it goes by. */
export interface KeyOwner {
  readonly id: string
  /** The one host that may be asked about its keys; none where the identifier is the key. */
  readonly origin?: string
  /** Where it lists its keys, the document that decides first. Each is fetched once at most. */
  readonly lists: readonly (() => Promise<KeyList>)[]
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const listOf = (
  { kind, ...answer }: Answer & { value?: unknown },
  read: (value: unknown) => readonly PublishedKey[] | undefined,
): KeyList =>
  kind === 'json'
    ? { keys: read(answer.value) ?? [], isReached: true }
    : { keys: [], isReached: kind === 'unreadable' }

const selfDescribing = (id: string, key: PublishedKey): KeyOwner => ({
  id,
  lists: [async () => ({ keys: [key], isReached: true })],
})

function didJwkOwner(did: string): KeyOwner | undefined {
  const text = jwkTextOf(did)
  if (!text) return undefined
  try {
    return selfDescribing(did, keyOfDidJwk(did, parseStrictJson(text)))
  } catch {
    return undefined
  }
}

/** An https address that is an identifier: without user, fragment, or a second spelling. */
function issuerUrl(id: string): URL | undefined {
  if (!id.startsWith('https://') || id.includes('#') || !URL.canParse(id)) return undefined
  const url = new URL(id)
  const isAsWritten = url.href === id || url.href === `${id}/`
  return isAsWritten && url.username === '' && url.password === '' ? url : undefined
}

function httpsOwner(url: URL, id: string, purpose: KeyPurpose, fetch: FetchDocument): KeyOwner {
  const document = once(async () =>
    listOf(await fetchKeys(url, fetch), (value) => readKeyDocument(value, id, purpose)),
  )
  // 1EdTech implementation guide, "Key provenance": the keys that issuers sign badges with, not those of holders. Who
  // may write under `.well-known` speaks for the host; who may publish elsewhere on it need not.
  const set = once(async () => {
    const answer = await fetchKeys(new URL('/.well-known/jwks.json', url), fetch)
    return listOf(answer, (value) => readKeySet(value, id, url.href === `${url.origin}/`))
  })
  return {
    id,
    origin: url.origin,
    lists: purpose === 'assertionMethod' ? [document, set] : [document],
  }
}

/**
 * Whoever goes by this identifier, and where its keys are: `did:key` and `did:jwk` say it themselves, `did:web` and
 * https identifiers are published on their own host. `undefined` for every other method.
 */
export function keyOwner(
  id: string,
  purpose: KeyPurpose,
  fetch: FetchDocument,
): KeyOwner | undefined {
  const only = keyOfDidKey(id)
  if (only) return selfDescribing(id, only)
  const web = didWebUrl(id)
  if (web)
    return {
      id,
      origin: web.origin,
      lists: [
        once(async () => {
          const answer = await fetchKeys(web, fetch)
          // What is no JSON is a page that stands in for a missing document.
          if (answer.kind === 'unreadable') return { keys: [], isReached: false }
          return listOf(answer, (value) => readKeyDocument(value, id, purpose))
        }),
      ],
    }
  const url = issuerUrl(id)
  return url ? httpsOwner(url, id, purpose, fetch) : didJwkOwner(id)
}
