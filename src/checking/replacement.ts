import { isDeepStrictEqual } from 'node:util'
import { factsOf } from './facts.ts'
import type { JsonObject } from './receiving/received.ts'
import type { Facts, ReplacedFact, Replacement } from './report.ts'

const compared = {
  recipient: ({ recipient }) => recipient,
  title: ({ title, achievement }) => [title, achievement?.name],
  results: ({ results }) => results,
  awardedDate: ({ awardedDate }) => awardedDate,
  validUntil: ({ validUntil }) => validUntil,
} as const satisfies Record<ReplacedFact, (facts: Facts) => unknown>

/**
 * What a newer version says otherwise, and since when. Only which facts differ: what the newer one says stands on its own
 * page, whose holder may have made it private.
 */
export function replacementOf(older: JsonObject, newer: JsonObject): Replacement | undefined {
  const [before, after] = [factsOf(older), factsOf(newer)]
  if (after.id === undefined || after.validFrom === undefined) return undefined
  const facts = Object.keys(compared) as ReplacedFact[]
  return {
    url: after.id,
    since: after.validFrom,
    changed: facts.filter(
      (fact) => !isDeepStrictEqual(compared[fact](before), compared[fact](after)),
    ),
  }
}
