import { type PublicJwk, thumbprint, type VerificationMethod } from '../../proof/did.ts'
import {
  keyEqualTo,
  keyNamed,
  type PublishedFlaw,
  type PublishedKey,
  usableKeys,
} from '../../proof/published-key.ts'
import { isObject } from '../receiving/received.ts'
import type { FetchDocument } from '../remote.ts'
import { fetchKeys } from './fetch-keys.ts'
import { keyAtAddress } from './key-at-address.ts'
import { type KeyList, type KeyOwner, type KeyPurpose, keyOwner } from './key-owner.ts'

/** A key as a signature names it. */
export interface WantedKey {
  /** Id of the verification method, or `kid`; empty where the signature names none. */
  readonly name: string
  /** The key itself, brought along in a header; it counts only where its owner publishes the same. */
  readonly jwk?: PublicJwk
}

/**
 * Why a key is not the one that may sign.
 *
 * - `not-bound`: it is somebody else's, or nobody is named.
 * - `not-published`: the owner's documents do not list it for this purpose.
 * - `ended`: the owner has ended its use. `compromised`: and says that it was stolen.
 * - `weak`: anybody could sign with it.
 * - `unreachable`, `method-unknown`: we could not look, which is no fault of the key.
 */
export type KeyFault =
  | 'not-bound'
  | 'not-published'
  | 'ended'
  | 'compromised'
  | 'weak'
  | 'unreachable'
  | 'method-unknown'

export type FoundKeys =
  | { readonly keys: ReadonlyMap<string, VerificationMethod> }
  | { readonly fault: KeyFault }

/** How keys are found, and the time at which they must be in force. */
export interface KeySearch {
  readonly fetch: FetchDocument
  readonly now: Date
}

const thumbprintName = 'urn:ietf:params:oauth:jwk-thumbprint:sha-256:'

/** The name of a key that comes without one (RFC 9278). */
export const nameOfKey = (jwk: PublicJwk): string => `${thumbprintName}${thumbprint(jwk)}`

type Reading = VerificationMethod | PublishedFlaw | undefined

const faults = {
  weak: 'weak',
  'kind-unknown': 'method-unknown',
  'not-for-signatures': 'not-published',
  ended: 'ended',
  compromised: 'compromised',
  elsewhere: 'not-published',
  unusable: 'not-published',
} as const satisfies Record<PublishedFlaw, KeyFault>

function look(keys: readonly PublishedKey[], { name, jwk }: WantedKey, now: Date): Reading {
  return jwk && name === nameOfKey(jwk) ? keyEqualTo(keys, jwk, now) : keyNamed(keys, name, now)
}

/** Whether a name says itself that the key is somebody else's, so that nobody has to be asked. */
function isForeign(name: string, { id, origin }: KeyOwner): boolean {
  // The host tells whose it is: a service on a machine of one's own names its keys by http, and is did:web all the same.
  if (/^https?:/i.test(name))
    return !URL.canParse(name) || !origin || new URL(name).host !== new URL(origin).host
  return /^did:/i.test(name) && !name.startsWith(`${id}#`)
}

const kidForm = /(?:#|\/keys\/)(\w[\w.-]{0,127})$/

/** Why a key that the owner could have named is not there: its address may say that it was stolen, as ours do. */
async function whyAbsent(name: string, { origin }: KeyOwner, fetch: FetchDocument) {
  const kid = kidForm.exec(name)?.[1]
  if (origin === undefined || kid === undefined) return 'not-published'
  const answer = await fetchKeys(new URL(`/keys/${kid}`, origin), fetch)
  const isRevoked =
    answer.kind === 'json' && isObject(answer.value) && answer.value.revoked !== undefined
  return isRevoked ? 'compromised' : 'not-published'
}

/** Any key that the owner lists, for a signature that names none. */
async function anyKeys({ lists }: KeyOwner, now: Date): Promise<Found> {
  const read = await Promise.all(lists.map((list) => list()))
  const keys = usableKeys(
    read.flatMap((list) => list.keys),
    now,
  )
  if (keys.length > 0) return keys
  return read.every(({ isReached }) => isReached) ? 'not-published' : 'unreachable'
}

type Found = readonly VerificationMethod[] | KeyFault

const isNotHere = (found: Reading | 'unreachable') => found === undefined || found === 'elsewhere'

/** Looks through the owner's lists in their order, and then at the key's own address. */
async function search(
  owner: KeyOwner,
  wanted: WantedKey,
  how: KeySearch,
): Promise<Reading | 'unreachable'> {
  const read: KeyList[] = []
  for (const list of owner.lists) {
    const each = await list()
    read.push(each)
    const found = look(each.keys, wanted, how.now)
    if (!isNotHere(found)) return found
  }
  const isReached = read.every((list) => list.isReached)
  const listed = read.flatMap(({ keys }) => keys)
  const found = await keyAtAddress(wanted.name, owner, listed, how)
  if (!isNotHere(found)) return found
  return isReached ? undefined : 'unreachable'
}

async function findKey(owner: KeyOwner, wanted: WantedKey, how: KeySearch): Promise<Found> {
  const { name, jwk } = wanted
  if (name === '') return anyKeys(owner, how.now)
  if (isForeign(name, owner)) return 'not-bound'
  const found = await search(owner, wanted, how)
  if (found === undefined) return jwk ? 'not-bound' : whyAbsent(name, owner, how.fetch)
  if (found === 'unreachable') return found
  if (typeof found === 'string') return faults[found]
  return jwk === undefined || isSame(found, jwk) ? [found] : 'not-bound'
}

const isSame = ({ publicKeyJwk }: VerificationMethod, jwk: PublicJwk) =>
  publicKeyJwk !== undefined && thumbprint(publicKeyJwk) === thumbprint(jwk)

/**
 * The keys that a signature names, each found where its owner publishes it: in the owner's DID document or identifier
 * document, or, for an https issuer, in the JWK Set of its host; controlled by the owner and listed for the purpose
 * (VC Data Integrity 1.0 §4.3; VC DM 2.0 §4.13; Controlled Identifiers v1.0 §3.3). What a credential brings along, in
 * a fragment, in a header or at an address of another host, proves nothing.
 *
 * The keys come back by the names they were wanted by; where no name was given, all that are usable, by their own.
 * The first that is not found settles it.
 *
 * @throws Refusal `busy`.
 */
export async function findKeys(
  controller: string | undefined,
  wanted: readonly WantedKey[],
  purpose: KeyPurpose,
  how: KeySearch,
): Promise<FoundKeys> {
  if (!controller || wanted.length === 0) return { fault: 'not-bound' }
  const owner = keyOwner(controller, purpose, how.fetch)
  if (!owner) return { fault: 'method-unknown' }
  const keys = new Map<string, VerificationMethod>()
  for (const each of wanted) {
    const found = await findKey(owner, each, how)
    if (typeof found === 'string') return { fault: found }
    for (const method of found) keys.set(each.name || method.id, method)
  }
  return { keys }
}
