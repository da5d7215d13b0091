import type { Specialization } from '../learning/specialization.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Places } from './enrolment.ts'

/** Everything told of places, as the ledger has it now. */
export function placesOf(
  ledger: Ledger,
  specialization: string,
  offered: Specialization | undefined,
): Places {
  const counts = ledger.enrolments.counts(specialization)
  const sum = (state: string, country?: string) =>
    counts
      .filter((each) => each.state === state && (country === undefined || each.country === country))
      .reduce((total, { count }) => total + count, 0)
  const seen = counts.flatMap(({ country }) => country ?? [])
  const countries = [...new Set([...(offered?.countries ?? []), ...seen])].sort()
  return {
    total: offered?.places.total ?? null,
    taken: sum('enrolled'),
    waiting: sum('waiting'),
    perCountry: {
      limit: offered?.places.perCountry ?? null,
      countries: countries.map((country) => ({
        country,
        taken: sum('enrolled', country),
        waiting: sum('waiting', country),
      })),
    },
  }
}

/**
 * Gives free places to the waiting in the order of their list, passing over those whose country has all of its own; each
 * is told as it gets its place. Within the caller's transaction, which no other process can come between: so there are
 * never more than the limits allow.
 */
export function fillPlaces(
  ledger: Ledger,
  { id, places }: Specialization,
  onMoved: (moved: { readonly id: string; readonly decision: string; provider: string }) => void,
  at: string,
): void {
  const { total, perCountry } = places
  let free = (total ?? Number.POSITIVE_INFINITY) - ledger.enrolments.enrolledIn(id)
  while (free > 0) {
    const first = ledger.enrolments.firstWaiting(id, perCountry)
    if (!first) return
    ledger.enrolments.setState(first.id, 'enrolled', at)
    onMoved(first)
    free -= 1
  }
}
