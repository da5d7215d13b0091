import { inLanguage, type Language } from '../../language.ts'
import type { ScopeChoice } from '../../pages/operator/scope-fields.ts'
import { roleOf } from '../../service/access.ts'
import type { AccountWish } from '../../service/accounts.ts'
import type { Service } from '../../service/service.ts'

/** The courses and specializations that a right can be limited to. */
export const scopeChoices = ({ catalogue }: Service, language: Language): readonly ScopeChoice[] =>
  [...catalogue.courses, ...catalogue.specializations].map(({ id, name }) => ({
    id,
    name: inLanguage(name, language),
  }))

/** Role and scope as a form gives them. @throws Refusal `bad-request` for another role. */
export const rightsIn = (
  fields: ReadonlyMap<string, string>,
): Pick<AccountWish, 'label' | 'role' | 'scope' | 'provider'> => ({
  label: (fields.get('label') ?? '').trim(),
  role: roleOf(fields.get('role') ?? ''),
  scope: [...fields.keys()].flatMap((name) => (name.startsWith('scope:') ? [name.slice(6)] : [])),
  provider: fields.get('provider')?.trim() || null,
})
