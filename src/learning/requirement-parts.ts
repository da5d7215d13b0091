import type { Requirement } from '../specialization.ts'

/** Every part of a requirement with its JSON path, itself first. */
export function* partsOf(
  requirement: Requirement,
  at: string,
): Generator<readonly [Requirement, string]> {
  yield [requirement, at]
  if (requirement.kind === 'not') yield* partsOf(requirement.of, `${at}.of`)
  else if ('of' in requirement)
    for (const [index, part] of requirement.of.entries()) yield* partsOf(part, `${at}.of[${index}]`)
}

/** The rules that a requirement names. */
export const rulesIn = (requirement: Requirement): readonly string[] =>
  [...partsOf(requirement, '')].flatMap(([part]) => (part.kind === 'rule' ? part.rule : []))
