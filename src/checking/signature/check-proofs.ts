import type { VerificationMethod } from '../../proof/did.ts'
import type { Proof } from '../../proof/proof.ts'
import { verifyProof } from '../../proof/verify-proof.ts'
import type { JsonObject } from '../receiving/received.ts'
import { coveredBy } from './proof-order.ts'
import type { ReadProofs } from './read-proofs.ts'
import type { SignatureOutcome } from './signature.ts'

async function checkProof(
  document: JsonObject,
  proof: Proof,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<SignatureOutcome> {
  const key = keys.get(proof.verificationMethod)
  if (!key) return 'key-missing'
  const outcome = await verifyProof(coveredBy({ ...proof }, document), proof, key)
  // Those it rests on have held over the same content: what does not hold is what joins it to them.
  return outcome === 'broken' && proof.previousProof !== undefined ? 'chain-broken' : outcome
}

/**
 * Whether all proofs of suites that are known here hold, sets and chains by the algorithm of VC Data Integrity 1.0
 * §4.5: each proof covers the document together with exactly the proofs it rests on, and comes after them. The first
 * that does not hold settles it.
 *
 * @param document with its `proof`, as `readProofs` was given it.
 * @param keys those bound to whoever signed, by the proofs' `verificationMethod`.
 * @throws Refusal `busy`.
 */
export async function checkProofs(
  document: JsonObject,
  { known, fault }: ReadProofs,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<SignatureOutcome> {
  if (fault) return fault
  for (const proof of known) {
    const outcome = await checkProof(document, proof, keys)
    if (outcome !== 'holds') return outcome
  }
  // Nothing is green by default: no proof at all would be a fault, and is asked for once more.
  return known.length > 0 ? 'holds' : 'missing'
}
