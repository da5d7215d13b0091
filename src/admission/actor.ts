import { Refusal } from '../errors.ts'
import type { Role } from '../ledger/tokens.ts'

/** Who acts, and for which provider: as much of a caller as decisions and enrolments ask about. */
export interface Actor {
  readonly token: string
  readonly role: Role
  /** Specialization ids; empty for all. */
  readonly scope: readonly string[]
  readonly provider: string
}

/** What the audit trail calls the service where it acts by itself. */
export const byItself = 'colophon'

/** Whether what belongs to a provider is there for the actor at all. */
export function sees(actor: Actor, provider: string): boolean {
  return actor.role === 'admin' || (actor.role === 'provider' && actor.provider === provider)
}

/** @throws Refusal `forbidden` for a role that admits nobody. */
export function requireProvider({ role }: Actor): void {
  if (role !== 'admin' && role !== 'provider')
    throw new Refusal('forbidden', 'This token may not act for a provider')
}

/** @throws Refusal `forbidden` for another role, and for a specialization outside the actor's scope. */
export function requireScope(actor: Actor, specialization: string): void {
  requireProvider(actor)
  const isInScope = actor.scope.length === 0 || actor.scope.includes(specialization)
  if (actor.role !== 'admin' && !isInScope)
    throw new Refusal('forbidden', 'This token may not act for this specialization')
}
