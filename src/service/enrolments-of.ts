import { Enrolments } from '../admission/enrolments.ts'
import type { Service } from './service.ts'

/** Places in specializations, as this service gives them. */
export const enrolmentsOf = (service: Service): Enrolments =>
  new Enrolments({
    ledger: () => service.ledger,
    specializations: service.catalogue.specializations,
    now: service.now,
    onEnrolled: (decision) => service.participation.reached(decision, 'enrolled'),
  })
