import type { Ledger } from '../ledger/ledger.ts'
import { takenBack } from './issue-eligibility.ts'

/**
 * Takes the signed credential of a decision back that says `eligible` no longer, within a transaction of the ledger:
 * revoked as issued in error, or given up where it was not signed yet. One that was taken back is not given again for the
 * same decision.
 */
export function takeBack(credential: string, decision: string, ledger: Ledger, now: Date): void {
  const record = ledger.credentials.byId(credential)
  if (!record || ledger.credentials.recordVoid(record.rowKey, takenBack)) return
  // The words of the reviewer stay in the trail alone, from which they are erased in time.
  const note = `decision ${decision} was reviewed`
  const revocation = { at: now.toISOString(), code: 'issued-in-error', note } as const
  if (!ledger.credentials.recordRevoked(credential, revocation)) return
  ledger.statusLists.touch(record.statusList)
  ledger.webhookEvents.tellOfCredential('credential.revoked', credential, revocation.at)
}
