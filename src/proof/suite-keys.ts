import type { PublicJwk, VerificationMethod } from './did.ts'
import { isSoundEd25519 } from './weak-keys.ts'

/** The kinds of keys that Data Integrity proofs are held to. */
export type KeyKind = 'Ed25519' | 'P-256' | 'P-384'

/** A public key in the one spelling that the proof library is given (Controlled Identifiers v1.0 §2.2.2). */
export interface Multikey {
  readonly kind: KeyKind
  readonly publicKeyMultibase: string
}

// The bounds keep the quadratic decoding of base58 harmless: a key has 34, 35 or 51 bytes.
const forms: readonly (readonly [KeyKind, RegExp])[] = [
  ['Ed25519', /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/],
  ['P-256', /^zDn[1-9A-HJ-NP-Za-km-z]{46}$/],
  ['P-384', /^z82[1-9A-HJ-NP-Za-km-z]{68}$/],
]

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Multibase base58-btc of bytes that do not start with zero. */
function multibaseOf(bytes: Buffer): string {
  let rest = BigInt(`0x${bytes.toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = `${digits[Number(rest % 58n)]}${text}`
  return `z${text}`
}

/** One coordinate of a JWK: exactly so many bytes, in the one way they can be written (RFC 7515 §2). */
function coordinate(text: string | undefined, length: number): Buffer | undefined {
  const bytes = Buffer.from(text ?? '', 'base64url')
  return bytes.length === length && bytes.toString('base64url') === text ? bytes : undefined
}

const curves = {
  'P-256': { code: [0x80, 0x24], length: 32 },
  'P-384': { code: [0x81, 0x24], length: 48 },
} as const

function fromJwk({ kty, crv, x, y }: PublicJwk): string | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') {
    const point = coordinate(x, 32)
    return point && multibaseOf(Buffer.concat([Buffer.of(0xed, 0x01), point]))
  }
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384')) return undefined
  const { code, length } = curves[crv]
  const [left, right] = [coordinate(x, length), coordinate(y, length)]
  if (!left || !right) return undefined
  // SEC 1 §2.3.3, compressed: the sign of y, then x.
  const sign = 2 + ((right[length - 1] ?? 0) & 1)
  return multibaseOf(Buffer.concat([Buffer.of(...code, sign), left]))
}

/**
 * The key of a verification method as a Multikey, whether it was published as one or as a JWK; `undefined` for every
 * other kind, for odd spellings, and for Ed25519 keys of small order, under which anybody could sign.
 */
export function multikeyOf(method: VerificationMethod): Multikey | undefined {
  const { publicKeyMultibase: published, publicKeyJwk } = method
  const publicKeyMultibase = published ?? (publicKeyJwk && fromJwk(publicKeyJwk)) ?? ''
  const kind = forms.find(([, form]) => form.test(publicKeyMultibase))?.[0]
  if (!kind) return undefined
  const isSound = kind !== 'Ed25519' || isSoundEd25519({ ...method, publicKeyMultibase })
  return isSound ? { kind, publicKeyMultibase } : undefined
}
