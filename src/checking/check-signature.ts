import type { VerificationMethod } from '../proof/did.ts'
import { checkProofs } from './check-proofs.ts'
import { checkToken, claimWarnings as missingClaims, tokenFault } from './check-token.ts'
import { type ReadProofs, readProofs as readProofsFor } from './read-proofs.ts'
import type { JsonObject, Received } from './receive.ts'
import type { Finding, Warning } from './report.ts'
import type { SignatureOutcome } from './signature.ts'

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'signature',
  outcome,
  reason,
})

/** Outcomes that say we could not look. */
const undecided: readonly SignatureOutcome[] = ['suite-unknown', 'key-missing', 'too-complex']

function findingOf(outcome: SignatureOutcome): Finding {
  if (outcome === 'holds') return finding('passed', 'signature-holds')
  return finding(undecided.includes(outcome) ? 'unknown' : 'failed', `signature-${outcome}`)
}

const demands = { purpose: 'assertionMethod' } as const

/** The proofs of a credential, which its issuer must have made to assert it. */
export const readProofs = (credential: JsonObject): ReadProofs => readProofsFor(credential, demands)

/** Which claims are not there that should be: a remark. */
export const claimWarnings = ({ credential, secured }: Received): Warning[] =>
  secured.form === 'embedded' ? [] : missingClaims(secured, credential)

/** Why the signature cannot even be looked at; `undefined` when it can. */
export function signatureObstacle(received: Received, proofs: ReadProofs): Finding | undefined {
  const { secured } = received
  const fault = secured.form === 'jwt' ? tokenFault(secured, demands) : proofs.fault
  return fault && findingOf(fault)
}

/** Whether every proof of a suite we know, or the JWS, holds under the keys bound to the issuer. */
export async function checkSignature(
  { credential, secured }: Received,
  proofs: ReadProofs,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<Finding> {
  return findingOf(
    secured.form === 'jwt'
      ? await checkToken(credential, secured, keys, demands)
      : await checkProofs(credential, proofs, keys),
  )
}
