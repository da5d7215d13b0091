import { isLanguage, type Localised } from '../language.ts'
import type { Specialization } from '../learning/specialization.ts'

const isLocalised = (value: object): value is Localised =>
  'en' in value && Object.keys(value).every(isLanguage)

/** Translations that are still owed are left out; `null` keeps its meaning everywhere else. */
function withoutOwed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOwed)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
  const kept = isLocalised(value) ? members.filter(([, text]) => text !== null) : members
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutOwed(member)]))
}

/** A specialization for programs: what the catalogue says, its address as `id`, and the version of its rules. */
export function specializationBody(
  specialization: Specialization,
  { ruleVersion, publicUrl }: { readonly ruleVersion: string; readonly publicUrl: URL },
): object {
  const { id, ...rest } = specialization
  const address = new URL(`/specializations/${id}`, publicUrl).href
  return { id: address, specialization: id, ruleVersion, ...(withoutOwed(rest) as object) }
}
