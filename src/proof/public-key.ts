import { ECDH } from 'node:crypto'
import type { PublicJwk } from './did.ts'
import { bytesOfMultibase, multibaseOf } from './multibase.ts'
import { isSoundPoint, isSoundRsa } from './weak-keys.ts'

/** A public key in both spellings, so that any kind of signature can be held to it; RSA has only one of them. */
export interface PublicKey {
  /** The members that make the key, and no others. */
  readonly publicKeyJwk: PublicJwk
  readonly publicKeyMultibase?: string
}

/**
 * Why a key cannot be used.
 *
 * - `weak`: anybody could sign with it, or nobody: small order, too short, not on its curve, of the wrong length,
 *   or with its private half beside it.
 * - `kind-unknown`: of a kind that is not known here.
 * - `not-for-signatures`: its owner keeps it for other things.
 */
export type KeyFlaw = 'weak' | 'kind-unknown' | 'not-for-signatures'

const curves = {
  'P-256': { name: 'prime256v1', code: [0x80, 0x24], length: 32 },
  'P-384': { name: 'secp384r1', code: [0x81, 0x24], length: 48 },
} as const
type Curve = keyof typeof curves

/** The point in the other form, compressed or not (SEC 1 §2.3.3); `undefined` for bytes that are no point of the curve. */
function convert(point: Buffer, curve: Curve, form: 'compressed' | 'uncompressed') {
  try {
    return ECDH.convertKey(point, curves[curve].name, undefined, undefined, form) as Buffer
  } catch {
    return undefined
  }
}

/** A key of which one form is given, and the other is to be found. */
function ellipticKey(
  curve: Curve,
  given: { whole: Buffer } | { short: Buffer },
): PublicKey | KeyFlaw {
  const { code, length } = curves[curve]
  const whole = 'whole' in given ? given.whole : convert(given.short, curve, 'uncompressed')
  const short = 'short' in given ? given.short : convert(given.whole, curve, 'compressed')
  if (!whole || !short) return 'weak'
  const [x, y] = [whole.subarray(1, 1 + length), whole.subarray(1 + length)]
  return {
    publicKeyJwk: {
      kty: 'EC',
      crv: curve,
      x: x.toString('base64url'),
      y: y.toString('base64url'),
    },
    publicKeyMultibase: multibaseOf(Buffer.concat([Buffer.from(code), short])),
  }
}

function edwardsKey(point: Buffer): PublicKey | KeyFlaw {
  if (!isSoundPoint(point)) return 'weak'
  return {
    publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: point.toString('base64url') },
    publicKeyMultibase: multibaseOf(Buffer.concat([Buffer.of(0xed, 0x01), point])),
  }
}

// 8192 bits in base64url.
const maxMemberLength = 1366

/** A member of a JWK in its one spelling (RFC 7515 §2); `undefined` for any other, and for what is no text. */
function bytesOf(member: unknown): Buffer | undefined {
  if (typeof member !== 'string' || member.length > maxMemberLength) return undefined
  const bytes = Buffer.from(member, 'base64url')
  return bytes.toString('base64url') === member ? bytes : undefined
}

function rsaKey(n: Buffer | undefined, e: Buffer | undefined): PublicKey | KeyFlaw {
  // RFC 7518 §6.3.1.1: no leading zeros, so that one key has one thumbprint.
  if (!n?.[0] || !e?.[0] || !isSoundRsa(n, e)) return 'weak'
  return { publicKeyJwk: { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') } }
}

// RFC 7518 §6: what only the owner may know. `k` is a secret that both sides share.
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The algorithm each kind of key is for, as `alg` of a JWK may name it (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2). */
const algorithms: Readonly<Record<string, readonly string[]>> = {
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  Ed25519: ['EdDSA', 'Ed25519'],
  RSA: ['RS256'],
}

/** The names of the algorithm that a key is for: the key decides, whatever a token says. */
export const algorithmsFor = ({ kty, crv }: PublicJwk): readonly string[] =>
  algorithms[kty === 'RSA' ? 'RSA' : (crv ?? '')] ?? []

function keyOf(jwk: Readonly<Record<string, unknown>>): PublicKey | KeyFlaw {
  const { kty, crv } = jwk
  const [x, y] = [bytesOf(jwk.x), bytesOf(jwk.y)]
  if (kty === 'OKP' && crv === 'Ed25519') return x ? edwardsKey(x) : 'weak'
  if (kty === 'RSA') return rsaKey(bytesOf(jwk.n), bytesOf(jwk.e))
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384')) return 'kind-unknown'
  const { length } = curves[crv]
  if (x?.length !== length || y?.length !== length) return 'weak'
  return ellipticKey(crv, { whole: Buffer.concat([Buffer.of(4), x, y]) })
}

/** RFC 7517 §4.2 to §4.4: whether its owner means it to verify signatures with the one algorithm it is for. */
function isForSignatures({ use, key_ops, alg }: Readonly<Record<string, unknown>>, key: PublicKey) {
  const isUse = use === undefined || use === 'sig'
  const isOperation =
    key_ops === undefined || (Array.isArray(key_ops) && key_ops.includes('verify'))
  const names = algorithmsFor(key.publicKeyJwk) as readonly unknown[]
  return isUse && isOperation && (alg === undefined || names.includes(alg))
}

/** Reads a JWK (RFC 7517) as a stranger's: Ed25519, P-256, P-384, or RSA. */
export function readJwk(value: unknown): PublicKey | KeyFlaw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'kind-unknown'
  const jwk = value as Readonly<Record<string, unknown>>
  if (secretMembers.some((name) => name in jwk)) return 'weak'
  const key = keyOf(jwk)
  return typeof key === 'string' || isForSignatures(jwk, key) ? key : 'not-for-signatures'
}

/** Reads a Multikey (Controlled Identifiers v1.0 §2.2.2) as a stranger's: Ed25519, P-256 or P-384. */
export function readMultikey(multibase: string): PublicKey | KeyFlaw {
  if (!/^z(6Mk|Dn|82)/.test(multibase)) return 'kind-unknown'
  const bytes = bytesOfMultibase(multibase)
  if (!bytes || bytes.length < 2) return 'weak'
  const [code, key] = [bytes.readUInt16BE(0), bytes.subarray(2)]
  if (code === 0xed01) return edwardsKey(key)
  // Only the compressed form has a spelling as Multikey.
  if (code === 0x8024 && key.length === 33) return ellipticKey('P-256', { short: key })
  if (code === 0x8124 && key.length === 49) return ellipticKey('P-384', { short: key })
  return 'weak'
}
