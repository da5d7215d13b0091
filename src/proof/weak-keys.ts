// The field of edwards25519 (RFC 8032 §5.1).
const prime = 2n ** 255n - 19n

/** The y of the eight points of small order: a key that is one of them verifies signatures that anybody can make up. */
const smallOrder: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  prime - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
])

const yOf = (point: Uint8Array): bigint =>
  BigInt(`0x${Buffer.from(point).reverse().toString('hex')}`) & ((1n << 255n) - 1n)

/**
 * Whether 32 bytes may be an Ed25519 public key that only its owner can sign for: in its one spelling, and none of
 * small order. Where there is no point of this y nobody can sign, which shows when a signature is verified.
 */
export function isSoundPoint(point: Uint8Array): boolean {
  if (point.length !== 32) return false
  const y = yOf(point)
  return y < prime && !smallOrder.has(y)
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

// Longer moduli cost time without making anything safer.
const maxModulusBytes = 1024
const maxExponentBytes = 8

/**
 * Whether an RSA public key is strong enough to tell who signed: an odd modulus of 2048 to 8192 bits, an odd exponent
 * above 65536 (FIPS 186-5 §5.1). With an exponent of 1 anybody can sign; with 3, against a careless check, as well.
 */
export function isSoundRsa(modulus: Uint8Array, exponent: Uint8Array): boolean {
  if (modulus.length > maxModulusBytes || exponent.length > maxExponentBytes) return false
  if (modulus.length === 0 || exponent.length === 0) return false
  const [n, e] = [numberOf(modulus), numberOf(exponent)]
  return n >= 2n ** 2047n && (n & 1n) === 1n && e > 65_536n && (e & 1n) === 1n
}
