import { compactVerify, importJWK, SignJWT } from 'jose'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import type { PublicJwk } from './did.ts'
import type { IssuerSigner } from './issuer-keys.ts'
import { isSmallOrder } from './weak-keys.ts'

const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/** The registered claims that Open Badges 3.0 requires beside the credential, each equal to a member of it. */
export function claimsOf(badge: UnsignedBadge): Record<string, string | number> {
  return {
    iss: badge.issuer.id,
    jti: badge.id,
    nbf: seconds(badge.validFrom),
    ...(badge.credentialSubject.id ? { sub: badge.credentialSubject.id } : {}),
    ...(badge.validUntil ? { exp: seconds(badge.validUntil) } : {}),
  }
}

/**
 * The Open Badges 3.0 shape of a JWT credential (OB 3.0 §8.2.4.1): the credential itself is the payload, `typ` is
 * `JWT`, and `kid` is the URL that answers with the single JWK.
 */
export function signJwt(badge: UnsignedBadge, signer: IssuerSigner): Promise<string> {
  return new SignJWT({ ...badge, ...claimsOf(badge) })
    .setProtectedHeader({ alg: 'ES256', kid: signer.key.url, typ: 'JWT' })
    .sign(signer.privateKey)
}

export interface JwtHeader {
  readonly alg: string
  readonly kid?: string
  readonly typ?: string
}

/** A compact JWS taken apart: nothing in it has been verified. */
export interface ParsedJwt {
  readonly header: JwtHeader
  readonly payload: Uint8Array
}

const base64url = /^[A-Za-z0-9_-]+$/
const headerMembers = ['alg', 'kid', 'typ', 'cty']

/** Decodes base64url only in its one canonical spelling, so that no second token text passes for the same bytes. */
function decode(part: string): Buffer | undefined {
  if (!base64url.test(part)) return undefined
  const bytes = Buffer.from(part, 'base64url')
  return bytes.toString('base64url') === part ? bytes : undefined
}

function readHeader(bytes: Buffer): JwtHeader | undefined {
  try {
    const header = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>
    const isPlain = Object.entries(header).every(
      ([name, value]) => headerMembers.includes(name) && typeof value === 'string',
    )
    return isPlain && typeof header.alg === 'string' ? (header as unknown as JwtHeader) : undefined
  } catch {
    return undefined
  }
}

/**
 * Takes a compact JWS apart. `undefined` for anything but three canonical base64url parts with a header of only alg,
 * kid, typ and cty: keys in a header (jwk, jku, x5u, x5c) and critical extensions are not accepted.
 */
export function parseJwt(token: string): ParsedJwt | undefined {
  const [header, payload, signature, ...more] = token.split('.').map(decode)
  if (!header || !payload || !signature || more.length > 0) return undefined
  const read = readHeader(header)
  return read && { header: read, payload }
}

/** The algorithm a key is for; the token's own `alg` never chooses it. `undefined` for keys too weak or unknown. */
export function algorithmOf(jwk: PublicJwk): string | undefined {
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256'
  if (jwk.kty === 'EC' && jwk.crv === 'P-384') return 'ES384'
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return isSmallOrder(jwk.x) ? undefined : 'EdDSA'
  const isLongRsa = jwk.kty === 'RSA' && Buffer.from(jwk.n ?? '', 'base64url').length >= 256
  return isLongRsa ? 'RS256' : undefined
}

/** Whether the signature of a compact JWS holds under a key already bound to the issuer. */
export async function verifyJwt(token: string, jwk: PublicJwk): Promise<boolean> {
  const algorithm = algorithmOf(jwk)
  if (!algorithm) return false
  try {
    await compactVerify(token, await importJWK({ ...jwk }, algorithm), { algorithms: [algorithm] })
    return true
  } catch {
    return false
  }
}
