import type { Localised } from '../language.ts'
import type { Specialization } from '../learning/specialization.ts'

const named = (en: string): Localised => ({ en, it: null, el: null, bg: null, lv: null })

/** What is left of a specialization that the catalogue has no longer, so that its decisions can still be read: its id. */
export function formerSpecialization(id: string): Specialization {
  const name = named(id)
  return {
    id,
    name,
    description: name,
    profile: '',
    hours: { total: null, parts: [] },
    places: { total: null, perCountry: null },
    countries: [],
    applications: { from: null, until: null },
    modules: [],
    admission: {
      validDays: 1,
      statements: [],
      rules: [],
      eligible: { kind: 'any', of: [] },
      considered: null,
      waivers: null,
    },
    eligibility: {
      version: '',
      name,
      description: name,
      criteria: name,
      emblem: { label: '', ink: '#1d3557', ground: '#f1f5f9' },
      issuer: null,
    },
  }
}
