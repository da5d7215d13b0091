import type { Asked } from './asked.ts'
import type { DecisionOutcome, OutcomeReason } from './decision.ts'
import type { Evaluated } from './evaluated.ts'

export interface Ending {
  readonly outcome: DecisionOutcome
  readonly reason: OutcomeReason
}

function byConditions(eligible: Evaluated, considered: Evaluated | null): Ending {
  if (eligible.outcome === 'met') return { outcome: 'eligible', reason: 'conditions-met' }
  if (eligible.outcome === 'review') return { outcome: 'needs-review', reason: 'conditions-open' }
  return considered !== null && considered.outcome !== 'unmet'
    ? { outcome: 'needs-review', reason: 'considered' }
    : { outcome: 'not-yet', reason: 'conditions-unmet' }
}

/** How the whole ends: by the conditions, then by what could not be had or is of several persons, then by a person. */
export function endingOf(
  { application, weighed, verdicts }: Asked,
  eligible: Evaluated,
  considered: Evaluated | null,
): Ending {
  if (verdicts.get('person') === 'refused' && weighed.personsDiffer)
    return { outcome: 'not-yet', reason: 'refused-by-reviewer' }
  const ending = byConditions(eligible, considered)
  if (ending.outcome === 'not-yet')
    return application.unreachable > 0
      ? settledByPerson(
          { outcome: 'needs-review', reason: 'sources-unreachable' },
          verdicts,
          weighed,
        )
      : ending
  return settledByPerson(ending, verdicts, weighed)
}

function settledByPerson(
  ending: Ending,
  verdicts: Asked['verdicts'],
  { personsDiffer }: Asked['weighed'],
): Ending {
  const open: Ending = personsDiffer
    ? { outcome: 'needs-review', reason: 'persons-differ' }
    : ending
  if (open.outcome !== 'needs-review') return open
  const verdict = verdicts.get('admission')
  if (verdict === 'refused') return { outcome: 'not-yet', reason: 'refused-by-reviewer' }
  return verdict === 'accepted' && !personsDiffer
    ? { outcome: 'eligible', reason: 'admitted-by-reviewer' }
    : open
}
