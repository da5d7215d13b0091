import type { JsonObject } from '../checking/receiving/received.ts'

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
