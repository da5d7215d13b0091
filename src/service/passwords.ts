import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../errors.ts'

// OWASP Password Storage Cheat Sheet, 2026: Argon2id with 19 MiB, two passes, one lane at least.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const minChars = 12
const maxChars = 200
// Of length enough, and the first that anybody tries.
const wellKnown = ['password', 'colophon', 'administrator', 'qwertyuiop', '123456789']

/** What a stranger's guess is compared with, so that an unknown login takes as long as a known one. */
const nobodys = hash(randomBytes(16).toString('hex'), cost)

/**
 * Refuses a password that would be guessed.
 *
 * @throws Refusal `password-too-weak`: under 12 characters, over 200, of fewer than five different ones, or a well-known one.
 */
export function insistOnStrength(password: string): void {
  const letters = [...password]
  const plain = password.toLowerCase().replace(/[^a-z0-9]/g, '')
  const isKnown = wellKnown.some((word) => plain.replaceAll(word, '').length < 5)
  if (
    letters.length < minChars ||
    letters.length > maxChars ||
    new Set(letters).size < 5 ||
    isKnown
  )
    throw new Refusal(
      'password-too-weak',
      `A password has ${minChars} to ${maxChars} characters and is not one that everybody tries`,
    )
}

/** Argon2id of a password, in PHC form. Unicode passwords count as they are typed on any keyboard (NFC). */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), cost)

/** Whether it is the password; takes as long where there is none. */
export async function isPassword(password: string, hashed: string | null): Promise<boolean> {
  const isRight = await verify(hashed ?? (await nobodys), password.normalize('NFC'))
  return isRight && hashed !== null
}

// Four groups to be typed from a screen or a letter: 100 random bits.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A password for somebody else's first time: 20 characters in four groups. */
export function newPassword(): string {
  const letters = Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join('')
  return letters.match(/.{5}/g)?.join('-') ?? letters
}
