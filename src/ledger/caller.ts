import { Refusal } from '../errors.ts'
import type { Role } from './tokens.ts'

/** Who is calling, once the token has been recognised. */
export interface Caller {
  readonly token: string
  readonly role: Role
  /** Course or specialization ids; empty for all. */
  readonly scope: readonly string[]
  /** Whose applicants it sees: the name of the provider, else the token itself. */
  readonly provider: string
}

export const hasInScope = ({ role, scope }: Caller, courseOrSpecialization: string): boolean =>
  role === 'admin' || scope.length === 0 || scope.includes(courseOrSpecialization)

/** The provider whose applicants a caller sees; `null` for an administrator, who sees all. */
export const providerSeen = ({ role, provider }: Caller): string | null =>
  role === 'admin' ? null : provider

/** Whether what belongs to a provider is there for the caller at all. */
export const sees = (caller: Caller, owner: string): boolean =>
  [null, owner].includes(providerSeen(caller))

/**
 * Lets a caller through only with one of the roles, and only to a course or specialization within its scope.
 *
 * @throws Refusal `forbidden`.
 */
export function permit(caller: Caller, roles: readonly Role[], course?: string): void {
  const isInScope = course === undefined || hasInScope(caller, course)
  if (caller.role !== 'admin' && !(roles.includes(caller.role) && isInScope))
    throw new Refusal('forbidden', 'This token may not do that')
}
