import type { Which } from '../specialization.ts'
import { anyone, type Belief } from './ready-book.ts'
import type { Held } from './weigh.ts'

/**
 * How a credential is looked at: `plain` as it counts; `issuer` as if its issuer were believed about everything;
 * `period` as if the day of the award did not matter. The two others tell what alone stands in the way.
 */
export type Lens = 'plain' | 'issuer' | 'period'

/** Looks a credential over for one requirement: what it is believed, nothing where it does not count. */
export type Look = (held: Held, lens: Lens) => readonly Belief[]

const none: readonly Belief[] = []

/** The day so many months before, or the last of its month where the month is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

function awardedWithin(awarded: Which['awarded'], decidedOn: string) {
  const { since, until, withinMonths } = awarded ?? {}
  const earliest = withinMonths === undefined ? undefined : monthsBefore(decidedOn, withinMonths)
  const isAsked = since !== undefined || until !== undefined || earliest !== undefined
  return (day: string | null): boolean =>
    !isAsked ||
    (day !== null &&
      (since === undefined || day >= since) &&
      (until === undefined || day <= until) &&
      (earliest === undefined || day >= earliest))
}

/** @param decidedOn day for which is decided, in UTC. */
export function lookFor({ from, awarded }: Which, decidedOn: string): Look {
  const isWithin = awardedWithin(awarded, decidedOn)
  const asked = (beliefs: readonly Belief[]) =>
    from === undefined || beliefs.every(({ id }) => from.includes(id))
      ? beliefs
      : beliefs.filter(({ id }) => from.includes(id))
  return (held, lens) => {
    if (lens === 'period') return asked(held.ofIssuer)
    if (!isWithin(held.credential.awardedOn)) return none
    if (lens === 'plain') return asked(held.beliefs)
    return asked(held.ofIssuer).length === 0
      ? [anyone]
      : asked(held.beliefs).map((belief) => ({ ...belief, skills: null }))
  }
}
