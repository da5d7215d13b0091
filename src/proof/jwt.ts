import { compactVerify, importJWK, SignJWT } from 'jose'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import type { PublicJwk } from './did.ts'
import type { IssuerSigner } from './issuer-keys.ts'
import { algorithmsFor } from './public-key.ts'

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

/** How long a signature under this key is, in bytes (RFC 7518 §3.4 and §3.3, RFC 8032 §5.1.6). */
export function signatureBytes({ kty, crv, n }: PublicJwk): number {
  if (kty === 'RSA') return Buffer.from(n ?? '', 'base64url').length
  return crv === 'P-384' ? 96 : 64
}

/**
 * Whether the signature of a compact JWS holds under a key already bound to the issuer, and read by `readJwk`.
 *
 * @param algorithm one that the key is for; the token's own `alg` has to be the same.
 */
export async function verifyJwt(
  token: string,
  jwk: PublicJwk,
  algorithm = algorithmsFor(jwk)[0] ?? '',
): Promise<boolean> {
  if (!algorithmsFor(jwk).includes(algorithm)) return false
  try {
    await compactVerify(token, await importJWK({ ...jwk }, algorithm), { algorithms: [algorithm] })
    return true
  } catch {
    return false
  }
}
