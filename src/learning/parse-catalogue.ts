import { Refusal, type RefusalDetail } from '../errors.ts'
import type { Catalogue } from './catalogue.ts'
import { checkReferences } from './catalogue-references.ts'
import { catalogueSchema } from './catalogue-schema.ts'
import { checkSpecializations } from './check-specializations.ts'
import { checkPartners } from './cross-check/check-partners.ts'
import { jsonPath } from './json-path.ts'

/**
 * The programme in a catalogue file, checked and frozen throughout. Refuses `catalogue-invalid` with every mistake in
 * `details`, of form and of reference, each at its JSON path (`$.courses[0].modules[3].area`).
 */
export function parseCatalogue(input: unknown): Catalogue {
  const parsed = catalogueSchema.safeParse(input)
  const form: RefusalDetail[] = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    at: jsonPath(path),
    message,
  }))
  // The rest can be told only of what has the right form.
  const rules = parsed.success
    ? [...checkPartners(parsed.data), ...checkSpecializations(parsed.data)]
    : []
  const details = [...form, ...checkReferences(input), ...rules]
  if (!parsed.success || details.length > 0) {
    const [first] = details
    throw new Refusal(
      'catalogue-invalid',
      `The catalogue has ${details.length} mistake(s), the first at ${first?.at}: ${first?.message}.`,
      { details },
    )
  }
  return frozen(parsed.data)
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  for (const member of Object.values(value)) frozen(member)
  return Object.freeze(value)
}
