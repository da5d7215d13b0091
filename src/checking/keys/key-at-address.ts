import type { VerificationMethod } from '../../proof/did.ts'
import { readMethod } from '../../proof/key-document.ts'
import { readPublishedJwk } from '../../proof/key-set.ts'
import {
  keyEqualTo,
  keyNamed,
  type PublishedFlaw,
  type PublishedKey,
} from '../../proof/published-key.ts'
import { isObject, type JsonObject } from '../receiving/received.ts'
import type { FetchDocument } from '../remote.ts'
import { fetchKeys } from './fetch-keys.ts'
import type { KeyOwner } from './key-owner.ts'

/** The address in a key's name, when it is one on the owner's own host and written in one way only. */
export function ownAddress(name: string, { id, origin }: KeyOwner): URL | undefined {
  if (!name.startsWith('https://') || !URL.canParse(name)) return undefined
  const url = new URL(name)
  if (url.origin !== origin || url.href !== name || url.username !== '') return undefined
  url.hash = ''
  // The owner's own document has been asked already.
  return url.href === id || url.href === `${id}/` ? undefined : url
}

/** What the document says: a bare JWK, or a method that names the owner as its controller. */
function readDocument(
  value: JsonObject,
  name: string,
  { id: controller }: KeyOwner,
  now: Date,
): VerificationMethod | PublishedFlaw | undefined {
  if (value.kty !== undefined) return readPublishedJwk(value, { id: name, controller })
  return value.id === name ? readMethod(value, { id: name, controller, now }) : undefined
}

/**
 * The key that has a document of its own at the address it is named by. It counts where the owner lists it, by its name
 * or as the same key: whoever may publish something on the owner's host could name the owner as its controller
 * (Controlled Identifiers v1.0 §3.3).
 */
export async function keyAtAddress(
  name: string,
  owner: KeyOwner,
  listed: readonly PublishedKey[],
  { fetch, now }: { readonly fetch: FetchDocument; readonly now: Date },
): Promise<VerificationMethod | PublishedFlaw | 'unreachable' | undefined> {
  const address = ownAddress(name, owner)
  if (!address || listed.length === 0) return undefined
  const answer = await fetchKeys(address, fetch)
  if (answer.kind !== 'json') return answer.kind === 'unreachable' ? 'unreachable' : undefined
  const read = isObject(answer.value) ? readDocument(answer.value, name, owner, now) : undefined
  if (read === undefined || typeof read === 'string') return read
  const isListed = keyNamed(listed, name, now) === 'elsewhere'
  return isListed ? read : read.publicKeyJwk && keyEqualTo(listed, read.publicKeyJwk, now)
}
