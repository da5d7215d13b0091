import { applicationsOn } from '../learning/application-days.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { DeskRow } from '../pages/desk-home-page.ts'
import { type Caller, hasInScope, providerSeen } from '../service/access.ts'
import type { Service } from '../service/service.ts'

/** The specializations that a caller may decide about. */
export function inScope(caller: Caller, service: Service): readonly Specialization[] {
  return service.catalogue.specializations.filter(({ id }) => hasInScope(caller, id))
}

/** Whether one may apply on the day of now, in UTC. */
export const isOpen = (specialization: Specialization, now: Date): boolean =>
  applicationsOn(specialization, now.toISOString().slice(0, 10)) === 'open'

/** Whose decisions a caller sees. */
export const filterOf = (specialization: string, caller: Caller) => ({
  specialization,
  provider: providerSeen(caller),
})

/** What the desk shows of each specialization in scope. */
export function deskRows(caller: Caller, service: Service): readonly DeskRow[] {
  return inScope(caller, service).map((specialization) => ({
    specialization,
    isOpen: isOpen(specialization, service.now()),
    ...service.ledger.deskDecisions.counts(filterOf(specialization.id, caller)),
    taken: service.enrolments.places(specialization.id).taken,
  }))
}
