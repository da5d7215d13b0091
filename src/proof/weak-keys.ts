import type { VerificationMethod } from './did.ts'

// The points of small order of edwards25519, with their other spellings (RFC 8032 §5.1.3; y of 0, 1, -1, p, p + 1 and
// the two of order 8): a key that is one of them verifies signatures that anybody can make up.
const smallOrderWithoutSign = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]

const smallOrder: readonly Buffer[] = smallOrderWithoutSign.flatMap((hex) => {
  const point = Buffer.from(hex, 'hex')
  const negative = Buffer.from(point)
  negative[31] = (negative[31] ?? 0) | 0x80
  return [point, negative]
})

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Multikey spelling of an Ed25519 key: base58 after the two bytes of its kind (Controlled Identifiers v1.0 §2.2.2). */
function multibaseOf(point: Buffer): string {
  let rest = BigInt(`0xed01${point.toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = `${digits[Number(rest % 58n)]}${text}`
  return `z${text}`
}

const weakX: ReadonlySet<string> = new Set(smallOrder.map((point) => point.toString('base64url')))
const weakMultibase: ReadonlySet<string> = new Set(smallOrder.map(multibaseOf))

/** Whether this `x` of an Ed25519 JWK is a point of small order. */
export function isSmallOrder(x: string | undefined): boolean {
  // Decoded first: padding and stray bits would make another text of the same point.
  return weakX.has(Buffer.from(x ?? '', 'base64url').toString('base64url'))
}

// 34 bytes; the bound keeps quadratic decoding of a hostile DID document out.
const ed25519Form = /^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/

/** Whether a method holds an Ed25519 key, of plain form and no weak one, that Data Integrity proofs may be held to. */
export function isSoundEd25519({ publicKeyMultibase = '' }: VerificationMethod): boolean {
  return ed25519Form.test(publicKeyMultibase) && !weakMultibase.has(publicKeyMultibase)
}
