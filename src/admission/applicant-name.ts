import type { Application } from '../learning/eligibility/application.ts'
import { type CreditNote, type Decision, idsCounted } from '../learning/eligibility/decision.ts'

/**
 * What to call the applicant: as the form has it, else as the credentials have it that counted, else those that may.
 * A credential of an issuer whom nobody asked names somebody only where there is none of those: else whoever hands in one
 * that says "Anna" beside the certificates of another would be filed as Anna.
 */
export function applicantName(
  { person, credentials }: Application,
  decision: Pick<Decision, 'credentials'>,
): string | null {
  if (person !== null) return person
  const nameOf = (counts: CreditNote['counts']) => {
    const ids = idsCounted(decision, counts)
    const isOf = ({ standing }: Application['credentials'][number]) =>
      standing === 'current' || (counts === 'unclear' && standing === 'unclear')
    return credentials.find((held) => ids.has(held.id) && isOf(held) && held.name)?.name
  }
  return nameOf('yes') ?? nameOf('unclear') ?? nameOf('no') ?? null
}
