import { Enrolments } from '../admission/enrolments.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Participation } from './participation.ts'

/** Places in specializations, as this service gives them. */
export const enrolmentsOf = (service: {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly now: () => Date
  readonly participation: Participation
}): Enrolments =>
  new Enrolments({
    ledger: () => service.ledger,
    specializations: service.catalogue.specializations,
    now: service.now,
    onEnrolled: (decision) => service.participation.reached(decision, 'enrolled'),
  })
