import type { GenuineSettings } from './check-genuine.ts'
import { issuerId } from './keys/issuer-id.ts'
import { hasType, isObject, type JsonObject } from './receiving/received.ts'
import type { Finding, Warning } from './report.ts'
import {
  bitstringStatusList,
  type ListSettings,
  stateInBitList,
  statusList2021,
} from './status/bit-list.ts'
import { stateInRevocationList } from './status/revocation-list.ts'
import { type StatusState, statusFinding, worstOf } from './status/status-state.ts'

export interface CheckedStatus {
  readonly finding: Finding
  readonly warnings: readonly Warning[]
}

// Each may make us ask for another list.
const maxEntries = 4

function stateOf(
  entry: unknown,
  credential: JsonObject,
  settings: ListSettings,
): Promise<StatusState> | 'type-unknown' {
  if (!isObject(entry)) return 'type-unknown'
  if (hasType(entry, 'BitstringStatusListEntry'))
    return stateInBitList(entry, bitstringStatusList, settings)
  if (hasType(entry, 'StatusList2021Entry')) return stateInBitList(entry, statusList2021, settings)
  if (hasType(entry, '1EdTechRevocationList'))
    return stateInRevocationList(entry, credential.id, settings)
  return 'type-unknown'
}

/**
 * Whether the issuer has taken it back, for good or for a time: by every entry of `credentialStatus` (VC DM 2.0 §4.10),
 * of which there may be four. One that withdraws it is enough; else one that could not be read leaves it open. What
 * could not be checked is `unknown`, never good.
 */
export async function checkStatus(
  credential: JsonObject,
  settings: GenuineSettings,
): Promise<CheckedStatus> {
  const entries = [credential.credentialStatus].flat().filter((entry) => entry !== undefined)
  if (entries.length === 0)
    return { finding: { check: 'status', outcome: 'skipped', reason: 'status-none' }, warnings: [] }
  if (entries.length > maxEntries) return { finding: statusFinding('list-malformed'), warnings: [] }
  const listSettings = { ...settings, issuer: issuerId(credential) }
  const states = await Promise.all(entries.map((entry) => stateOf(entry, credential, listSettings)))
  return {
    finding: statusFinding(worstOf(states)),
    warnings: states.includes('message') ? ['status-message'] : [],
  }
}
