import type { VerificationMethod } from '../../proof/did.ts'
import type { JsonObject } from '../receiving/received.ts'
import type { Finding } from '../report.ts'
import { findKeys, type KeyFault, type KeySearch, type WantedKey } from './find-keys.ts'
import { issuerId } from './issuer-id.ts'

/** The keys that may speak for the issuer in this credential, by the names the signature gives them. */
export interface BoundKeys {
  readonly finding: Finding
  readonly keys: ReadonlyMap<string, VerificationMethod>
}

/** Faults that say we could not look. */
const undecided: readonly KeyFault[] = ['unreachable', 'method-unknown']

/**
 * Whether the keys that signed belong to the issuer the credential names (VC Data Integrity 1.0 §4.3; VC DM 2.0 §4.13).
 */
export async function checkIssuerKey(
  credential: JsonObject,
  wanted: readonly WantedKey[],
  search: KeySearch,
): Promise<BoundKeys> {
  const found = await findKeys(issuerId(credential), wanted, 'assertionMethod', search)
  if ('keys' in found)
    return {
      finding: { check: 'issuer-key', outcome: 'passed', reason: 'issuer-key-bound' },
      keys: found.keys,
    }
  const outcome = undecided.includes(found.fault) ? 'unknown' : 'failed'
  return {
    finding: { check: 'issuer-key', outcome, reason: `issuer-key-${found.fault}` },
    keys: new Map(),
  }
}
