import type { Places } from '../learning/places.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { EnrolmentRecord } from '../ledger/enrolment-record.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ownStand } from './enrolment-checks.ts'

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

/** What the audit trail calls the service where it acts by itself. */
export const byItself = 'colophon'

const maxLooked = 500

/**
 * Gives free places to the waiting in the order of their list, passing over those whose country has all of its own or
 * whose decision no longer stands, and tells so in the audit trail, except of who has just come. Within the caller's
 * transaction, which no other process can come between: so there are never more than the limits allow.
 */
export function fillPlaces(
  ledger: Ledger,
  { id, places }: Specialization,
  { now, justCome }: { readonly now: Date; readonly justCome?: string },
): readonly Pick<EnrolmentRecord, 'id' | 'provider' | 'decision'>[] {
  const { enrolments, enrolmentGrounds } = ledger
  const moved: EnrolmentRecord[] = []
  const passedOver: string[] = []
  const free = (places.total ?? Number.POSITIVE_INFINITY) - enrolments.enrolledIn(id)
  while (moved.length < free) {
    // As many again as were passed over: where thousands lost a certificate, the list is not asked once for each.
    const limit = Math.min(Math.max(1, passedOver.length), maxLooked)
    const looked = enrolments.firstWaiting(id, places.perCountry, { passedOver, limit })
    if (looked.length === 0) break
    const found = looked.findIndex(
      (each) => each.id === justCome || ownStand(each.decision, ledger),
    )
    const first = looked[found]
    passedOver.push(...(first ? looked.slice(0, found) : looked).map((each) => each.id))
    if (!first) continue
    const at = now.toISOString()
    enrolments.setState(first.id, 'enrolled', at)
    ledger.webhookEvents.tellOfEnrolment('enrolment.enrolled', first.id, { specialization: id, at })
    moved.push(first)
    if (first.id === justCome) continue
    const { decision, id: enrolment } = first
    // Another provider may have freed the place: its token is not for this one's files.
    enrolmentGrounds.tell({
      decision,
      enrolment,
      action: 'moved-up',
      actor: byItself,
      note: null,
      at: now,
    })
  }
  return moved
}
