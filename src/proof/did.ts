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

/** `did:web` of an origin: the port, where there is one, is percent-encoded (did:web §3.1). */
export function didWebOf(origin: URL): string {
  return `did:web:${encodeURIComponent(origin.host)}`
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

/** The document that a `did:key` for Ed25519 or P-256/P-384 stands for, without asking anybody; the rest is `undefined`. */
export function didKeyDocument(did: string): DidDocument | undefined {
  // Ed25519 (z6Mk), P-256 (zDn) and P-384 (z82) only; the bound keeps base58 decoding, which is quadratic, harmless.
  if (
    !/^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44}|zDn[1-9A-HJ-NP-Za-km-z]{46,47}|z82[1-9A-HJ-NP-Za-km-z]{65,68})$/.test(
      did,
    )
  )
    return undefined
  const multibase = did.slice('did:key:'.length)
  const id = `${did}#${multibase}`
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
    assertionMethod: [id],
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Only what is known of a method is kept: further members would reach the proof library. */
function readMethod(value: unknown): ListedMethod | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, type, controller, publicKeyMultibase, publicKeyJwk, revoked, expires } =
    value as Record<string, unknown>
  if (!(isText(id) && isText(type) && isText(controller))) return undefined
  const jwk = Object.entries(Object(publicKeyJwk)).filter(([, member]) => isText(member))
  return {
    method: {
      id,
      type,
      controller,
      ...(isText(publicKeyMultibase) ? { publicKeyMultibase } : {}),
      ...(jwk.length > 0 ? { publicKeyJwk: Object.fromEntries(jwk) as unknown as PublicJwk } : {}),
    },
    // Controlled Identifiers v1.0 §2.2; a date that cannot be read is taken for one that is past.
    isUsableAt: (now) =>
      revoked === undefined &&
      (expires === undefined || Date.parse(isText(expires) ? expires : '') > now.getTime()),
  }
}

interface ListedMethod {
  readonly method: VerificationMethod
  /** Whether its controller lets it verify anything at this time. */
  isUsableAt(now: Date): boolean
}

/**
 * Reads a DID document as a stranger's: only methods that are complete and, by their full id, listed under
 * `assertionMethod` (embedded ones too) come back as usable, and none that is revoked or past its `expires`.
 * `undefined` when it is not a document of this DID.
 */
export function readDidDocument(value: unknown, did: string, now: Date): DidDocument | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const document = value as Record<string, unknown>
  if (document.id !== did) return undefined
  const listed = Array.isArray(document.assertionMethod) ? document.assertionMethod : []
  const described = Array.isArray(document.verificationMethod) ? document.verificationMethod : []
  const methods = [...described, ...listed].flatMap((entry) => readMethod(entry) ?? [])
  const usable = methods.filter((listedMethod) => listedMethod.isUsableAt(now))
  const absolute = (id: string) => (id.startsWith('#') ? `${did}${id}` : id)
  return {
    '@context': [],
    id: did,
    verificationMethod: usable.map(({ method }) => ({ ...method, id: absolute(method.id) })),
    assertionMethod: listed.flatMap((entry: unknown) => {
      const id = isText(entry) ? entry : readMethod(entry)?.method.id
      return id ? [absolute(id)] : []
    }),
  }
}

/**
 * The key that may assert for this DID under this id: listed for `assertionMethod`, described once, and controlled by
 * the DID itself. A key taken from anywhere else (the fragment, a header) binds nothing.
 */
export function assertionKey(document: DidDocument, id: string): VerificationMethod | undefined {
  if (!document.assertionMethod.includes(id)) return undefined
  const found = document.verificationMethod.filter((method) => method.id === id)
  const [method] = found
  return found.length === 1 && method?.controller === document.id ? method : undefined
}

/** RFC 7638 thumbprint: tells whether two JWKs are the same key, whatever else they carry. */
export function thumbprint(jwk: PublicJwk): string {
  const { crv, e, kty, n, x, y } = jwk
  const members = Object.entries({ crv, e, kty, n, x, y }).filter(([, value]) => isText(value))
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest('base64url')
}

/** The key among those this DID asserts with that equals the given JWK. */
export function assertionKeyLike(
  document: DidDocument,
  jwk: PublicJwk,
): VerificationMethod | undefined {
  const wanted = thumbprint(jwk)
  return document.assertionMethod
    .flatMap((id) => assertionKey(document, id) ?? [])
    .find((method) => method.publicKeyJwk && thumbprint(method.publicKeyJwk) === wanted)
}
