import type { VerificationMethod } from '../proof/did.ts'
import { readMethod } from '../proof/key-document.ts'
import { readPublishedJwk } from '../proof/key-set.ts'
import {
  keyEqualTo,
  keyNamed,
  type PublishedFlaw,
  type PublishedKey,
} from '../proof/published-key.ts'
import { fetchKeys } from './fetch-keys.ts'
import type { KeySearch } from './find-keys.ts'
import type { KeyList, KeyOwner } from './key-owner.ts'
import { isObject, type JsonObject } from './received.ts'

/** The address in a key's name, when it is one on the owner's own host and written in one way only. */
export function ownAddress(name: string, { id, origin }: KeyOwner): URL | undefined {
  if (!name.startsWith('https://') || !URL.canParse(name)) return undefined
  const url = new URL(name)
  if (url.origin !== origin || url.href !== name || url.username !== '') return undefined
  url.hash = ''
  // The owner's own document has been asked already.
  return url.href === id || url.href === `${id}/` ? undefined : url
}

/** A bare JWK says nothing of its owner: it counts where the owner lists the same key. */
function listedJwk(
  jwk: JsonObject,
  listed: readonly PublishedKey[],
  { id, name, now }: { id: string; name: string; now: Date },
): VerificationMethod | PublishedFlaw | undefined {
  const key = readPublishedJwk(jwk, { id: name, controller: id })
  if (typeof key === 'string' || !key.publicKeyJwk) return key
  return keyEqualTo(listed, key.publicKeyJwk, now)
}

/**
 * The key that has a document of its own at the address it is named by: a JWK that the owner lists too, or a method
 * that names the owner as its controller. The latter is believed where the owner lists it by its name; and, of an
 * owner that lists no keys in its own document, at the owner's own place on the host.
 */
export async function keyAtAddress(
  name: string,
  owner: KeyOwner,
  [document, ...sets]: readonly KeyList[],
  { fetch, now }: KeySearch,
): Promise<VerificationMethod | PublishedFlaw | 'unreachable' | undefined> {
  const address = ownAddress(name, owner)
  if (!address || !document) return undefined
  const answer = await fetchKeys(address, fetch)
  if (answer.kind !== 'json') return answer.kind === 'unreachable' ? 'unreachable' : undefined
  const { value } = answer
  if (!isObject(value)) return undefined
  const listed = [document, ...sets].flatMap(({ keys }) => keys)
  if (value.kty !== undefined) return listedJwk(value, listed, { id: owner.id, name, now })
  const isListed = keyNamed(document.keys, name, now) === 'elsewhere'
  const isAlone = document.isReached && document.keys.length === 0 && owner.speaksAt(address)
  if (value.id !== name || !(isListed || isAlone)) return undefined
  return readMethod(value, { id: name, controller: owner.id, now })
}
