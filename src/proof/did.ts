import { createHash } from 'node:crypto'

/** Public half of a key, as RFC 7517 writes it. */
export interface PublicJwk {
  readonly kty: string
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
  readonly kid?: string
  readonly alg?: string
}

/** A verification method that its controller lists for assertions (W3C Controlled Identifiers v1.0 §2.2). */
export interface VerificationMethod {
  readonly id: string
  readonly type: string
  readonly controller: string
  readonly publicKeyMultibase?: string
  readonly publicKeyJwk?: PublicJwk
}

export interface DidDocument {
  readonly '@context': readonly string[]
  readonly id: string
  readonly verificationMethod: readonly VerificationMethod[]
  readonly assertionMethod: readonly string[]
}

/**
 * `did:web` of an origin: the port, where there is one, is percent-encoded (did:web §3.1). Segments of a path follow,
 * each of letters that need no encoding.
 */
export function didWebOf(origin: URL, ...path: readonly string[]): string {
  return ['did:web', encodeURIComponent(origin.host), ...path].join(':')
}

// Names only: an address in figures is let pass where it can be read in one way, and is then no public one.
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
const didWebHost = new RegExp(`^${label}(\\.${label})*(%3A[1-9]\\d{0,4})?$`, 'i')
const didWebSegment = /^([A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+$/
const maxDidLength = 1_024

/** Whether a segment of a path stays one when it is decoded: no dots that lead elsewhere, no hidden separators. */
function isPlainSegment(segment: string): boolean {
  if (!didWebSegment.test(segment)) return false
  try {
    return /^(?!\.{1,2}$)[^/\\\p{Cc}]+$/u.test(decodeURIComponent(segment))
  } catch {
    return false
  }
}

/**
 * Where the document of a `did:web` is published (did:web §3.2); `undefined` for anything that is not a well-formed
 * did:web: another spelling of the method, an address in odd figures, a path with empty or dotted segments.
 */
export function didWebUrl(did: string): URL | undefined {
  if (!did.startsWith('did:web:') || did.length > maxDidLength) return undefined
  const [host = '', ...path] = did.slice('did:web:'.length).split(':')
  if (!didWebHost.test(host) || !path.every(isPlainSegment)) return undefined
  const place = ['', ...(path.length === 0 ? ['.well-known'] : path), 'did.json'].join('/')
  const authority = host.replace(/%3A/i, ':').toLowerCase()
  const address = `https://${authority}${place}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  // What the parser of addresses changes (1.1 into 1.0.0.1, say) was not a name.
  const isAsWritten = url.pathname === place && url.hostname === authority.replace(/:\d+$/, '')
  return isAsWritten ? url : undefined
}

/** RFC 7638 thumbprint: tells whether two JWKs are the same key, whatever else they carry. */
export function thumbprint(jwk: PublicJwk): string {
  const { crv, e, kty, n, x, y } = jwk
  const members = Object.entries({ crv, e, kty, n, x, y }).filter(
    ([, value]) => typeof value === 'string',
  )
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest('base64url')
}
