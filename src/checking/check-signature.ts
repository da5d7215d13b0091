import type { VerificationMethod } from '../proof/did.ts'
import { claimsOf, verifyJwt } from '../proof/jwt.ts'
import { checkProofs } from './check-proofs.ts'
import { type ReadProofs, readProofs as readProofsFor } from './read-proofs.ts'
import type { JsonObject, Received, Secured } from './receive.ts'
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

/** The proofs of a credential, which its issuer must have made to assert it. */
export const readProofs = (credential: JsonObject): ReadProofs =>
  readProofsFor(credential, { purpose: 'assertionMethod' })

/** Every registered claim present must say what the member says; what the members say is what is shown. */
function claimsAgree(credential: JsonObject, claims: JsonObject): boolean {
  const { issuanceDate, expirationDate } = credential
  // VC DM 1.1 has the same claims for its own names of the dates.
  const expected = claimsOf({
    validFrom: issuanceDate,
    validUntil: expirationDate,
    ...credential,
  } as never)
  return ['iss', 'jti', 'sub', 'nbf', 'exp'].every(
    (name) => claims[name] === undefined || claims[name] === expected[name],
  )
}

/** Which claims that Open Badges 3.0 requires are not there: a remark, for 1EdTech's own samples lack some. */
export function claimWarnings(secured: Secured): Warning[] {
  if (secured.form === 'embedded') return []
  const isComplete = ['iss', 'jti', 'sub', 'nbf'].every(
    (name) => secured.claims[name] !== undefined,
  )
  return isComplete ? [] : ['jwt-claim-missing']
}

const types = [undefined, 'JWT', 'vc+jwt', 'vc+ld+jwt']

async function checkToken(
  credential: JsonObject,
  secured: Secured & { form: 'jwt' },
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<Finding> {
  const { header } = secured.parsed
  const key = keys.get(header.kid ?? '')
  if (!key?.publicKeyJwk) return finding('failed', 'signature-algorithm-refused')
  if (!types.includes(header.typ)) return finding('failed', 'signature-algorithm-refused')
  if (!(await verifyJwt(secured.token, key.publicKeyJwk)))
    return finding('failed', 'signature-broken')
  return claimsAgree(credential, secured.claims)
    ? finding('passed', 'signature-holds')
    : finding('failed', 'signature-claims-differ')
}

/** Why the signature cannot even be looked at; `undefined` when it can. */
export function signatureObstacle(received: Received, proofs: ReadProofs): Finding | undefined {
  if (received.secured.form === 'jwt')
    return received.secured.parsed.header.kid
      ? undefined
      : finding('unknown', 'signature-key-missing')
  return proofs.fault && findingOf(proofs.fault)
}

/** Whether every proof of a suite we know, or the JWS, holds under the keys bound to the issuer. */
export async function checkSignature(
  { credential, secured }: Received,
  proofs: ReadProofs,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<Finding> {
  return secured.form === 'jwt'
    ? checkToken(credential, secured, keys)
    : findingOf(await checkProofs(credential, proofs, keys))
}
