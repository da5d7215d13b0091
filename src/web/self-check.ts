import type { Source, Unread } from '../admission/application-form.ts'
import { integrityOf } from '../credential/integrity.ts'
import { applicationsOn } from '../learning/application-days.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Day, Specialization, StatementKind } from '../learning/specialization.ts'
import type { SelfChecked } from '../pages/self-check-page.ts'
import type { Service } from '../service/service.ts'

/** What takes applications on a day. */
export const openOn = ({ specializations }: Catalogue, day: Day): readonly Specialization[] =>
  specializations.filter((each) => applicationsOn(each, day) === 'open')

/** What they ask to be stated; where several ask the same, once. */
export function statementsOf(specializations: readonly Specialization[]): readonly StatementKind[] {
  const all = specializations.flatMap(({ admission }) => admission.statements)
  return all.filter((kind, at) => all.findIndex(({ id }) => id === kind.id) === at)
}

/** A source that is checked when it is first asked for, and answers the same afterwards. */
export function checkedOnce({ name, check }: Source): Source {
  let found: ReturnType<Source['check']> | undefined
  return {
    name,
    check() {
      found ??= check()
      return found
    },
  }
}

// A document cannot be shown here: what would be said once the provider has seen one.
const shownLater = { name: '', digest: integrityOf('') }

export interface SelfCheckQuestion {
  readonly sources: readonly Source[]
  /** Ids; each specialization is told those that it asks about. */
  readonly statements: readonly string[]
  /** The learner's own name, where it was given. */
  readonly person: string | null
  readonly day: Day
}

/**
 * What every open specialization would say to somebody; each source is checked once for all of them. Nothing is stored.
 *
 * @throws Refusal as `Admissions.consider`.
 */
export async function selfCheck(
  service: Service,
  { sources, statements, person, day }: SelfCheckQuestion,
): Promise<{ readonly checked: readonly SelfChecked[]; readonly unread: readonly Unread[] }> {
  const once = sources.map(checkedOnce)
  const checked: SelfChecked[] = []
  let unread: readonly Unread[] = []
  for (const specialization of openOn(service.catalogue, day)) {
    const considered = await service.admissions.consider({
      specialization: specialization.id,
      sources: once,
      statements: specialization.admission.statements
        .filter(({ id }) => statements.includes(id))
        .map(({ id, needs }) => ({
          statement: id,
          note: '',
          document: needs === 'document' ? shownLater : null,
        })),
      person,
      country: null,
      reference: null,
      appliedAt: null,
    })
    unread = considered.unread
    const { decision, application } = considered
    checked.push({ specialization, decision, held: application.credentials })
  }
  return { checked, unread }
}
