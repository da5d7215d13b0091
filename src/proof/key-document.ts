import type { VerificationMethod } from './did.ts'
import { type PublicKey, readJwk, readMultikey } from './public-key.ts'
import type { PublishedFlaw, PublishedKey } from './published-key.ts'

type Json = Readonly<Record<string, unknown>>

/** What a controller lists a key for (Controlled Identifiers v1.0 §2.3). */
export type Relationship = 'assertionMethod' | 'authentication'

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

/** Where a method keeps its key, by its type; of a type that is not here it is not known what its key is for. */
const keyMembers: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['Multikey', ['publicKeyMultibase']],
  ['Ed25519VerificationKey2020', ['publicKeyMultibase']],
  ['JsonWebKey', ['publicKeyJwk']],
  ['JsonWebKey2020', ['publicKeyJwk']],
  ['Ed25519VerificationKey2018', ['publicKeyJwk']],
  ['EcdsaSecp256r1VerificationKey2019', ['publicKeyJwk', 'publicKeyMultibase']],
])

// Controlled Identifiers v1.0 §2.2.2 and §2.2.3, and what earlier types called the same.
const isSecret = (name: string) => /^(secret|private)Key/.test(name)

function readKey(method: Json): PublicKey | PublishedFlaw {
  const members = keyMembers.get(method.type)
  if (!members) return 'kind-unknown'
  const { publicKeyJwk, publicKeyMultibase } = method
  // §2.2: the same key must not be written in two ways.
  if (publicKeyJwk !== undefined && publicKeyMultibase !== undefined) return 'unusable'
  if (publicKeyJwk !== undefined && members.includes('publicKeyJwk')) return readJwk(publicKeyJwk)
  return isText(publicKeyMultibase) && members.includes('publicKeyMultibase')
    ? readMultikey(publicKeyMultibase)
    : 'unusable'
}

/** §2.2: no proof is to be verified at or after the moment named; one that cannot be read is taken for past. */
const isPast = (moment: unknown, now: Date): boolean =>
  moment !== undefined && !(Date.parse(isText(moment) ? moment : '') > now.getTime())

/** Reads one method of a controller (§2.2): its own, in force, complete, and without its secret beside it. */
export function readMethod(
  method: Json,
  { id, controller, now }: { id: string; controller: string; now: Date },
): VerificationMethod | PublishedFlaw {
  const { type } = method
  if (method.controller !== controller || !isText(type)) return 'unusable'
  if (Object.keys(method).some(isSecret)) return 'weak'
  if (isPast(method.revoked, now) || isPast(method.expires, now)) return 'ended'
  const key = readKey(method)
  return typeof key === 'string' ? key : { id, type, controller, ...key }
}

const entriesOf = (member: unknown): readonly unknown[] =>
  member === undefined ? [] : [member].flat()

/** What a method is called: its id, the part of it after the controller's, and the `kid` of its JWK (RFC 7517 §4.5). */
function namesOf(id: string, controller: string, described: readonly Json[]): readonly string[] {
  const fragment = id.startsWith(`${controller}#`) ? [id.slice(controller.length)] : []
  const kids = described.flatMap(({ publicKeyJwk }) =>
    isJson(publicKeyJwk) && isText(publicKeyJwk.kid) ? [publicKeyJwk.kid] : [],
  )
  return [id, ...fragment, ...kids].filter((name) => name !== '')
}

const absolute = (id: string, controller: string): string =>
  id.startsWith('#') ? `${controller}${id}` : id

/** The methods that a document describes, wherever in it, by their full id. */
export function describedIn(document: Json): ReadonlyMap<string, readonly Json[]> {
  const controller = isText(document.id) ? document.id : ''
  const found = new Map<string, Json[]>()
  const members = [document.verificationMethod, document.assertionMethod, document.authentication]
  for (const method of members.flatMap(entriesOf).filter(isJson)) {
    if (!isText(method.id)) continue
    const id = absolute(method.id, controller)
    found.set(id, [...(found.get(id) ?? []), method])
  }
  return found
}

function publishedKey(id: string, controller: string, described: readonly Json[]): PublishedKey {
  return {
    names: namesOf(id, controller, described),
    read(now) {
      const [first, ...others] = described.map((method) =>
        readMethod(method, { id, controller, now }),
      )
      if (first === undefined) return 'elsewhere'
      // Described twice, it must be the same both times: readers differ in which they take.
      const isSame = others.every((other) => JSON.stringify(other) === JSON.stringify(first))
      return isSame ? first : 'unusable'
    },
  }
}

/**
 * Reads a DID document or another controlled identifier document as a stranger's: the keys that it lists for one
 * relationship, by reference or embedded (Controlled Identifiers v1.0 §2.3). What it lists for others, and what it
 * describes without listing it, is left out. `undefined` when it is not the document of this controller.
 */
export function readKeyDocument(
  value: unknown,
  controller: string,
  relationship: Relationship,
): readonly PublishedKey[] | undefined {
  if (!isJson(value) || value.id !== controller) return undefined
  const described = describedIn(value)
  const ids = entriesOf(value[relationship]).flatMap((entry) => {
    const id = isJson(entry) ? entry.id : entry
    return isText(id) ? [absolute(id, controller)] : []
  })
  return [...new Set(ids)].map((id) => publishedKey(id, controller, described.get(id) ?? []))
}
