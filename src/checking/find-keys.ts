import {
  assertionKey,
  assertionKeyLike,
  type DidDocument,
  didKeyDocument,
  didWebUrl,
  type PublicJwk,
  readDidDocument,
  type VerificationMethod,
} from '../proof/did.ts'
import type { FetchDocument } from './remote.ts'
import type { KeyPurpose } from './signature.ts'
import { parseStrictJson } from './strict-json.ts'

/** A key as a signature names it. */
export interface WantedKey {
  /** Id of the verification method, or `kid`; empty where the signature names none. */
  readonly name: string
  /** The key itself, brought along in a header; it counts only where its owner publishes the same. */
  readonly jwk?: PublicJwk
}

export type KeyFault =
  | 'not-bound'
  | 'not-published'
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

type Resolution =
  | { readonly document: DidDocument }
  | { readonly fault: 'unreachable' | 'method-unknown' | 'not-published' }

async function fetchJson(url: URL, fetch: FetchDocument): Promise<unknown> {
  return parseStrictJson((await fetch(url)).body)
}

async function resolve(controller: string, { fetch, now }: KeySearch): Promise<Resolution> {
  const local = didKeyDocument(controller)
  if (local) return { document: local }
  const url = didWebUrl(controller)
  if (!url) return { fault: 'method-unknown' }
  try {
    const document = readDidDocument(await fetchJson(url, fetch), controller, now)
    return document ? { document } : { fault: 'not-published' }
  } catch {
    return { fault: 'unreachable' }
  }
}

/** Whether the issuer answers for this key under `/keys/{kid}`, as ours do, and says there that it was stolen. */
async function isMarkedRevoked(url: URL, fetch: FetchDocument): Promise<boolean> {
  try {
    const jwk = (await fetchJson(url, fetch)) as { revoked?: unknown }
    return jwk?.revoked !== undefined
  } catch {
    return false
  }
}

const hostOf = (controller: string): URL | undefined => {
  const url = didWebUrl(controller)
  return url && new URL('/', url)
}

/** Keys in a header or by https `kid` count only when the issuer's own document holds the same key. */
async function keyByUrl(
  kid: string,
  document: DidDocument,
  fetch: FetchDocument,
): Promise<VerificationMethod | 'unreachable' | undefined> {
  // Only the issuer's own host is asked: a kid that names another could bind nothing anyway.
  const url = new URL(kid)
  if (url.host !== hostOf(document.id)?.host) return undefined
  const named = document.verificationMethod.find((method) => method.publicKeyJwk?.kid === kid)
  if (named) return assertionKey(document, named.id)
  try {
    return assertionKeyLike(document, (await fetchJson(url, fetch)) as PublicJwk)
  } catch {
    return 'unreachable'
  }
}

async function absent(
  controller: string,
  keyUrl: string,
  fetch: FetchDocument,
): Promise<{ readonly fault: KeyFault }> {
  const host = hostOf(controller)
  const kid = keyUrl.split('#')[1] ?? keyUrl.split('/keys/')[1]
  const isOwn =
    keyUrl.startsWith(`${controller}#`) ||
    (host && URL.canParse(keyUrl) && new URL(keyUrl).host === host.host)
  if (!isOwn) return { fault: 'not-bound' }
  const isRevoked =
    host && kid && (await isMarkedRevoked(new URL(`/keys/${encodeURIComponent(kid)}`, host), fetch))
  return { fault: isRevoked ? 'compromised' : 'not-published' }
}

/**
 * Whether the keys that signed belong to the party the document names: each must stand in that party's own DID
 * document, controlled by it and listed for the purpose (VC Data Integrity 1.0 §4.3; VC DM 2.0 §4.13). Keys that a
 * credential brings along prove nothing.
 */
export async function findKeys(
  controller: string | undefined,
  wanted: readonly WantedKey[],
  _purpose: KeyPurpose,
  search: KeySearch,
): Promise<FoundKeys> {
  const { fetch } = search
  if (!controller || wanted.length === 0) return { fault: 'not-bound' }
  const resolution = await resolve(controller, search)
  if ('fault' in resolution) return resolution
  const keys = new Map<string, VerificationMethod>()
  for (const { name } of wanted) {
    const key =
      name.startsWith('https:') || name.startsWith('http:')
        ? await keyByUrl(name, resolution.document, fetch)
        : assertionKey(resolution.document, name)
    if (key === 'unreachable') return { fault: 'unreachable' }
    if (!key) return absent(controller, name, fetch)
    keys.set(name, key)
  }
  return { keys }
}
