import type { Admission, Requirement } from './specialization.ts'

/** Asked of credentials: no combination, no other rule, and not what the applicant says. */
export type CredentialRequirement = Exclude<
  Requirement,
  { readonly kind: 'all' | 'any' | 'at-least' | 'not' | 'rule' | 'statement' }
>

export const asksCredentials = (part: Requirement): part is CredentialRequirement =>
  !('of' in part) && part.kind !== 'rule' && part.kind !== 'statement'

/** Every part of a requirement with its JSON path, itself first. */
export function* partsOf(
  requirement: Requirement,
  at = '',
): Generator<readonly [Requirement, string]> {
  yield [requirement, at]
  if (requirement.kind === 'not') yield* partsOf(requirement.of, `${at}.of`)
  else if ('of' in requirement)
    for (const [index, part] of requirement.of.entries()) yield* partsOf(part, `${at}.of[${index}]`)
}

/** The rules that a requirement names. */
export const rulesIn = (requirement: Requirement): readonly string[] =>
  [...partsOf(requirement)].flatMap(([part]) => (part.kind === 'rule' ? part.rule : []))

/** Everything that is asked of whoever is to be admitted, and what each rule asks. */
export const requirementsOf = ({
  eligible,
  considered,
  rules,
}: Admission): readonly Requirement[] => [
  eligible,
  ...(considered ? [considered] : []),
  ...rules.map(({ requires }) => requires),
]
