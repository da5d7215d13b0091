import { randomBytes } from 'node:crypto'

// Crockford's base 32 in lower case: no look-alikes to mistype from a printed page, and never a leading dash.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** 130 random bits in 26 characters: what stands in public URLs and cannot be guessed or counted. */
export function randomId(): string {
  return Array.from(randomBytes(26), (byte) => alphabet[byte & 31]).join('')
}

let last = 0

/** A row key that sorts by the time it was made: milliseconds, then a count within the process, then chance. */
export function timeOrderedKey(now: Date): string {
  last = Math.max(now.getTime() * 1000, last + 1)
  return `${last.toString(36).padStart(12, '0')}-${randomBytes(4).toString('hex')}`
}
