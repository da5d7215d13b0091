import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Award } from '../learning/awards.ts'
import { drawSample, type PictureWorld } from './drafts/draft-pictures.ts'

// Nobody's name, in letters that tell at a glance whether the fonts have what our readers' names need.
const names: Readonly<Record<Language, string>> = {
  en: 'Alex Example',
  it: 'Nicolò D’Esempio',
  el: 'Ελένη Παραδειγματίδου',
  bg: 'Примера Образцова',
  lv: 'Jānis Paraugs-Piemērs',
}

/**
 * The certificate of an achievement with an invented name, as a PNG of its first page: nothing is reserved, signed or stored.
 *
 * @throws Refusal `achievement-unknown`, also for what a decision is needed for; `busy`.
 */
export function sampleCertificate(
  id: string,
  asked: { readonly language: Language; readonly mark: string },
  world: PictureWorld,
): Promise<Uint8Array> {
  const course = world.catalogue.courses.find(({ achievements }) =>
    achievements.some((each) => each.id === id),
  )
  const achievement = world.achievements.get(id)
  if (!course || !achievement)
    throw new Refusal('achievement-unknown', 'No certificate can be shown of it')
  const { language, mark } = asked
  const award: Award = {
    achievement: id,
    course: course.id,
    run: 'sample',
    learner: { key: 'nobody', name: names[language], email: null, language },
    awardedOn: world.now().toISOString().slice(0, 10),
    results: [
      ...(achievement.hasScore ? [{ kind: 'score', percent: 91.5 } as const] : []),
      ...(achievement.hours === null ? [] : [{ kind: 'hours', hours: achievement.hours } as const]),
    ],
  }
  const wish = { form: 'certificate', language, mark, issuer: null } as const
  return drawSample({ why: 'first', line: 0, award }, wish, world)
}
