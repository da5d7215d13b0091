const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

// Decoding base58 takes time that grows with the square of the length; the longest key that is read has 51 bytes.
const form = /^z[2-9A-HJ-NP-Za-km-z][1-9A-HJ-NP-Za-km-z]{0,79}$/

/** Multibase base58-btc (Controlled Identifiers v1.0 §2.4) of bytes that do not start with zero. */
export function multibaseOf(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = `${digits[Number(rest % 58n)]}${text}`
  return `z${text}`
}

/** The bytes of a multibase base58-btc text of at most 81 characters; `undefined` for others, and for a first byte of 0. */
export function bytesOfMultibase(text: string): Buffer | undefined {
  if (!form.test(text)) return undefined
  let value = 0n
  for (const digit of text.slice(1)) value = value * 58n + BigInt(digits.indexOf(digit))
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}
