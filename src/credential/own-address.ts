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
