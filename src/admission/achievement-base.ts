import type { JsonObject } from '../checking/receiving/received.ts'
import { isLanguage } from '../language.ts'

const segmentsAt = (address: unknown, publicUrl: URL): readonly string[] => {
  if (typeof address !== 'string' || !URL.canParse(address)) return []
  const { origin, pathname, search, hash } = new URL(address)
  return origin === publicUrl.origin && !search && !hash ? pathname.slice(1).split('/') : []
}

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The id of the catalogue in the address of one of our achievements, in whichever language. */
export function ownAchievement(address: unknown, publicUrl: URL): string | null {
  const [room, id = '', language, ...more] = segmentsAt(address, publicUrl)
  const isOne = room === 'achievements' && idForm.test(id) && more.length === 0
  return isOne && (language === undefined || isLanguage(language)) ? id : null
}

/** The id of the skill in the address of one of ours. */
export function ownSkill(address: unknown, publicUrl: URL): string | null {
  const [room, id = '', ...more] = segmentsAt(address, publicUrl)
  return room === 'skills' && idForm.test(id) && more.length === 0 ? id : null
}

const maxChars = 2_000

/**
 * What a foreign achievement is called in all its languages: its id without a last segment that is the language it says
 * it is in. An id that a rule names stays as it is, so that `…/it` can be the subject as well as the language.
 */
export function foreignAchievement(
  { id, inLanguage }: JsonObject,
  named: ReadonlySet<string>,
): string | null {
  if (typeof id !== 'string' || id === '' || id.length > maxChars) return null
  const [, base, segment] = /^([a-z]+:\/\/[^?#]+\/[^?#/]+)\/([a-z]{2})$/.exec(id) ?? []
  if (base === undefined || named.has(id)) return id
  const primary = typeof inLanguage === 'string' ? inLanguage.slice(0, 2).toLowerCase() : segment
  return primary === segment ? base : id
}
