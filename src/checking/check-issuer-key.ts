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
import { issuerId } from './issuer-id.ts'
import type { JsonObject, Received } from './receive.ts'
import type { FetchDocument } from './remote.ts'
import type { Finding } from './report.ts'
import { parseStrictJson } from './strict-json.ts'

/** The keys that may speak for the issuer in this credential, one for each proof that we can check. */
export interface BoundKeys {
  readonly finding: Finding
  readonly keys: ReadonlyMap<string, VerificationMethod>
}

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): BoundKeys => ({
  finding: { check: 'issuer-key', outcome, reason },
  keys: new Map(),
})

/** How keys are found, and the time at which they must be in force. */
export interface KeySearch {
  readonly fetch: FetchDocument
  readonly now: Date
}

type Resolution =
  | { readonly document: DidDocument }
  | { readonly failure: 'unreachable' | 'method-unknown' | 'malformed' }

const unresolved = {
  unreachable: finding('unknown', 'issuer-key-unreachable'),
  'method-unknown': finding('unknown', 'issuer-key-method-unknown'),
  malformed: finding('failed', 'issuer-key-not-published'),
} as const

async function fetchJson(url: URL, fetch: FetchDocument): Promise<unknown> {
  return parseStrictJson((await fetch(url)).body)
}

async function resolve(issuer: string, { fetch, now }: KeySearch): Promise<Resolution> {
  const local = didKeyDocument(issuer)
  if (local) return { document: local }
  const url = didWebUrl(issuer)
  if (!url) return { failure: 'method-unknown' }
  try {
    const document = readDidDocument(await fetchJson(url, fetch), issuer, now)
    return document ? { document } : { failure: 'malformed' }
  } catch {
    return { failure: 'unreachable' }
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

const hostOf = (issuer: string): URL | undefined => {
  const url = didWebUrl(issuer)
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

async function absent(issuer: string, keyUrl: string, fetch: FetchDocument): Promise<BoundKeys> {
  const host = hostOf(issuer)
  const kid = keyUrl.split('#')[1] ?? keyUrl.split('/keys/')[1]
  const isOwn =
    keyUrl.startsWith(`${issuer}#`) ||
    (host && URL.canParse(keyUrl) && new URL(keyUrl).host === host.host)
  if (!isOwn) return finding('failed', 'issuer-key-not-bound')
  const isRevoked =
    host && kid && (await isMarkedRevoked(new URL(`/keys/${encodeURIComponent(kid)}`, host), fetch))
  return finding('failed', isRevoked ? 'issuer-key-compromised' : 'issuer-key-not-published')
}

/**
 * Whether the keys that signed belong to the issuer the credential names: each must stand in the issuer's own DID
 * document, controlled by it and listed for assertions (VC Data Integrity 1.0 §4.3; VC DM 2.0 §4.13). Keys that the
 * credential brings along prove nothing.
 *
 * @param wanted the key ids that the proofs or the JWT header name.
 */
export async function checkIssuerKey(
  credential: JsonObject,
  wanted: readonly string[],
  search: KeySearch,
): Promise<BoundKeys> {
  const { fetch } = search
  const issuer = issuerId(credential)
  if (!issuer || wanted.length === 0) return finding('failed', 'issuer-key-not-bound')
  const resolution = await resolve(issuer, search)
  if ('failure' in resolution) return unresolved[resolution.failure]
  const keys = new Map<string, VerificationMethod>()
  for (const id of wanted) {
    const key =
      id.startsWith('https:') || id.startsWith('http:')
        ? await keyByUrl(id, resolution.document, fetch)
        : assertionKey(resolution.document, id)
    if (key === 'unreachable') return finding('unknown', 'issuer-key-unreachable')
    if (!key) return absent(issuer, id, fetch)
    keys.set(id, key)
  }
  return { finding: { check: 'issuer-key', outcome: 'passed', reason: 'issuer-key-bound' }, keys }
}

/** The key ids that the JWT header, or the proofs of a suite that we know, name. */
export function keysNamed(
  received: Received,
  proofs: readonly { verificationMethod: string }[],
): string[] {
  if (received.secured.form === 'embedded') return proofs.map((proof) => proof.verificationMethod)
  const { kid } = received.secured.parsed.header
  return kid ? [kid] : []
}
