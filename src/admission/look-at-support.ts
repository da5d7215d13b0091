import type { GenuineSettings } from '../checking/check-genuine.ts'
import { checkStatus } from '../checking/check-status.ts'
import { budgeted } from '../checking/outside/budgeted-fetch.ts'
import { Refusal } from '../errors.ts'
import type { SupportRecord, SupportState } from '../ledger/support.ts'

/** The list itself, a newer one, and the keys it is signed with. */
const maxRequests = 4

/**
 * Whether a credential that another one rests on still stands, by nothing but its status as it was signed: what has
 * expired since was good when it was relied on. A suspension may be lifted, so it is `unclear`, as is whatever could not
 * be looked at. Never throws.
 */
export async function lookAtSupport(
  { restsOn, issuer, status }: Pick<SupportRecord, 'restsOn' | 'issuer' | 'status'>,
  settings: GenuineSettings,
): Promise<SupportState> {
  if (status === null || status === undefined) return 'standing'
  const credential = { id: restsOn, issuer, credentialStatus: status }
  const fetch = budgeted(settings.fetch, maxRequests)
  try {
    const { finding } = await checkStatus(credential, { ...settings, fetch })
    if (finding.outcome === 'passed' || finding.outcome === 'skipped') return 'standing'
    return finding.reason === 'status-revoked' ? 'gone' : 'unclear'
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) settings.onFault('status', thrown)
    return 'unclear'
  }
}
