import type { VerificationMethod } from '../../proof/did.ts'
import type { WantedKey } from '../keys/find-keys.ts'
import type { Received } from '../receiving/received.ts'
import type { Warning } from '../report.ts'
import { checkProofs } from './check-proofs.ts'
import { checkToken, claimWarnings, tokenFault, wantedKeysOf } from './check-token.ts'
import { readProofs } from './read-proofs.ts'
import type { Demands, SignatureOutcome } from './signature.ts'

/** How a document is signed, whichever way, as far as that can be told without keys. */
export interface ReadSignature {
  /** Why it cannot even be looked at. */
  readonly fault?: SignatureOutcome
  /** The keys it names. */
  readonly wanted: readonly WantedKey[]
  readonly warnings: readonly Warning[]
  /** Whether it holds under keys that have been found to be the signer's, by the names in `wanted`. */
  check(keys: ReadonlyMap<string, VerificationMethod>): Promise<SignatureOutcome>
}

/** Reads the proofs inside a document, or the token around it, by what they were to be made for. */
export function readSignature(received: Received, demands: Demands): ReadSignature {
  const { credential, secured } = received
  if (secured.form === 'jwt') {
    const fault = tokenFault(secured, demands)
    return {
      ...(fault ? { fault } : {}),
      wanted: wantedKeysOf(secured),
      warnings: claimWarnings(secured, credential),
      check: (keys) => checkToken(credential, secured, keys, demands),
    }
  }
  const proofs = readProofs(credential, demands)
  return {
    ...(proofs.fault ? { fault: proofs.fault } : {}),
    wanted: proofs.known.map(({ verificationMethod }) => ({ name: verificationMethod })),
    warnings: proofs.warnings,
    check: (keys) => checkProofs(credential, proofs, keys),
  }
}
