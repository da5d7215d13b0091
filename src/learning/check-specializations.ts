import type { RefusalDetail } from '../errors.ts'
import type { Catalogue } from './catalogue.ts'
import { checkAdmission } from './cross-check/check-admission.ts'
import { checkRecognitions } from './cross-check/check-recognitions.ts'
import { checkTwice, type Ground, groundOf } from './cross-check/ground.ts'
import type { Specialization } from './specialization.ts'

function checkPlaces(
  { places, countries, applications }: Specialization,
  at: string,
  { complain }: Ground,
): void {
  checkTwice(countries, (index) => `${at}.countries[${index}]`, complain)
  if (places.perCountry !== null && places.total !== null && places.perCountry > places.total)
    complain(`${at}.places.perCountry`, `there are only ${places.total} places in all`)
  if (places.perCountry !== null && countries.length === 0)
    complain(`${at}.places.perCountry`, 'no country is asked for')
  const { from, until } = applications
  if (from !== null && until !== null && from > until)
    complain(`${at}.applications`, `${from} is after ${until}`)
}

function checkModules({ modules }: Specialization, at: string, { complain, skills }: Ground): void {
  checkTwice(
    modules.map(({ id }) => id),
    (index) => `${at}.modules[${index}].id`,
    complain,
  )
  modules.forEach((module, index) => {
    module.skills.forEach((skill, n) => {
      if (!skills.has(skill))
        complain(`${at}.modules[${index}].skills[${n}]`, `there is no skill "${skill}"`)
    })
  })
}

/**
 * Every mistake in the specializations and recognitions of a catalogue of good form, at its JSON path: what names
 * nothing, is there twice, contradicts itself, is never used, or asks for what nobody can show.
 */
export function checkSpecializations(catalogue: Catalogue): readonly RefusalDetail[] {
  const details: RefusalDetail[] = []
  const complain = (at: string, message: string) => details.push({ at, message })
  const ground = groundOf(catalogue, complain)
  const { specializations, profiles } = catalogue
  checkRecognitions(ground)
  checkTwice(
    specializations.map(({ id }) => id),
    (index) => `$.specializations[${index}].id`,
    complain,
  )
  specializations.forEach((specialization, index) => {
    const at = `$.specializations[${index}]`
    if (!profiles.some(({ id }) => id === specialization.profile))
      complain(`${at}.profile`, `there is no profile "${specialization.profile}"`)
    checkPlaces(specialization, at, ground)
    checkModules(specialization, at, ground)
    checkAdmission({ ground, specialization }, `${at}.admission`)
  })
  return details
}
