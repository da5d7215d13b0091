import type { Specialization } from '../learning/specialization.ts'
import type { DeskRow } from '../pages/desk-home-page.ts'
import type { Caller } from '../service/access.ts'
import type { Service } from '../service/service.ts'

/** The specializations that a caller may decide about. */
export function inScope(caller: Caller, service: Service): readonly Specialization[] {
  return service.catalogue.specializations.filter(
    ({ id }) => caller.role === 'admin' || caller.scope.length === 0 || caller.scope.includes(id),
  )
}

/** Whether one may apply on the day of now, in UTC. */
export function isOpen({ applications }: Specialization, now: Date): boolean {
  const day = now.toISOString().slice(0, 10)
  const { from, until } = applications
  return (from === null || from <= day) && (until === null || day <= until)
}

/** Whose decisions a caller sees. */
export const filterOf = (specialization: string, { role, provider }: Caller) => ({
  specialization,
  provider: role === 'admin' ? null : provider,
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
