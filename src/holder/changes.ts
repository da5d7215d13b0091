import type { Changes } from '../credential/correct.ts'
import { Refusal } from '../errors.ts'
import { roundedPercent } from '../learning/awards.ts'
import { readDay } from '../learning/days.ts'
import { maxNameLength, readName } from '../learning/learner.ts'

const maxNoteChars = 2_000

/** Free text of a person. @throws Refusal `bad-request` for more than 2,000 characters. */
export function readNote(text: string): string {
  const words = text.normalize('NFC').trim()
  if (words.length > maxNoteChars)
    throw new Refusal('bad-request', `A text has ${maxNoteChars} characters at most`)
  return words
}

function readNewName(text: string): string {
  const { name } = readName(text)
  if (name === '' || name.length > maxNameLength)
    throw new Refusal('bad-request', `A name has letters, and ${maxNameLength} characters at most`)
  return name
}

function readScore(score: number): number {
  if (!Number.isFinite(score) || score < 0 || score > 100)
    throw new Refusal('bad-request', 'A score is a number from 0 to 100')
  return roundedPercent(score)
}

function readAwardedOn(text: string, now: Date): string {
  const read = readDay(text, 'iso')
  if (read.kind !== 'day' || read.day > now.toISOString().slice(0, 10))
    throw new Refusal('bad-request', 'A day is written YYYY-MM-DD, and is not in the future')
  return read.day
}

/**
 * What a credential should say, held to the same rules as an import: names NFC and without anything invisible, scores
 * with one decimal, days that have come. Empty texts are as good as absent.
 *
 * @throws Refusal `bad-request`.
 */
export function readChanges({ name, score, awardedOn }: Changes, now: Date): Changes {
  return {
    ...(name?.trim() ? { name: readNewName(name) } : {}),
    ...(score === undefined ? {} : { score: readScore(score) }),
    ...(awardedOn?.trim() ? { awardedOn: readAwardedOn(awardedOn, now) } : {}),
  }
}
