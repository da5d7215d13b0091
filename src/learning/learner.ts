import type { Learner } from './completion.ts'

export interface ReadName {
  /** As it is to be printed; empty where nothing of a name is left. */
  readonly name: string
  /** Whether characters that print nothing or reorder text were taken out. */
  readonly isCleaned: boolean
}

/** The longest name that is accepted, in characters. */
export const maxNameLength = 200

// Controls, lone surrogates, soft hyphen, zero-width space and joiners of words, bidi marks, embeddings and isolates,
// annotations, tags, noncharacters: they print nothing, and can make a certificate read as another person's.
const invisible =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFDD0-\uFDEF\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF]|[\u{E0000}-\u{E007F}]/gu

// ZWNJ and ZWJ carry meaning inside words of Arabic and Indic scripts, and nowhere else.
const strayJoiner =
  /(?<![\p{Script=Arabic}\p{Script=Deva}\p{Script=Beng}\p{Script=Gujr}\p{Script=Guru}\p{Script=Knda}\p{Script=Mlym}\p{Script=Orya}\p{Script=Sinh}\p{Script=Taml}\p{Script=Telu}])(?:\u200C|\u200D)|(?:\u200C|\u200D)(?!\p{L})/gu

// Variation selectors choose between forms of a Chinese character, as in Japanese family names.
const strayVariation = /(?<!\p{Script=Han})[\p{Variation_Selector}]/gu

/** A name fit to be printed: NFC, single spaces, nothing invisible. What it spells is nobody's business but its owner's. */
export function readName(text: string): ReadName {
  const spaced = text.normalize('NFC').replace(/[\t\r\n\u0085\u2028\u2029]/g, ' ')
  const cleaned = spaced.replace(invisible, '').replace(strayJoiner, '').replace(strayVariation, '')
  const name = cleaned.replace(/\s+/g, ' ').trim()
  return { name: /[\p{L}\p{N}]/u.test(name) ? name : '', isCleaned: cleaned !== spaced }
}

export interface ReadEmail {
  /** Trimmed and in lower case; `null` where the cell is empty or no address at all. */
  readonly email: string | null
  /** Whether a person should look at it: mail to it would probably not arrive. */
  readonly isSuspicious: boolean
}

/** An e-mail address as the key of a learner and the place the claim link goes to. */
export function readEmail(text: string): ReadEmail {
  if (text.length > 1000) return { email: null, isSuspicious: true }
  const email = text.normalize('NFC').replace(invisible, '').trim().toLowerCase()
  if (email === '') return { email: null, isSuspicious: false }
  if (!/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(email) || email.length > 254) {
    return { email: null, isSuspicious: true }
  }
  const isOrdinary =
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+$/u
  return { email, isSuspicious: !isOrdinary.test(email) || mistyped.test(email) }
}

const mistyped =
  /@(?:gmial|gmai|gamil|gnail|hotmial|hotmal|yaho|yahooo|outlok)\.|\.(?:con|cmo|comm|ogr|og)$/

export interface LearnerMarks {
  readonly name: string
  readonly email: string | null
  readonly idNumber: string | null
  readonly lmsId: string | null
}

/** What tells this learner from another, or `null` where the row holds nothing that may be used for it. */
export function learnerKey(marks: LearnerMarks, matchByName: boolean): Learner['key'] | null {
  const { name, email, idNumber, lmsId } = marks
  if (email) return `email:${email}`
  if (idNumber) return `idnumber:${idNumber.normalize('NFC')}`
  if (lmsId) return `lms:${lmsId.normalize('NFC')}`
  return matchByName ? `name:${name.toLowerCase()}` : null
}
