import type { DataIntegrityProof } from '../credential/open-badge.ts'
import { verifyDataIntegrity } from '../proof/data-integrity.ts'
import type { VerificationMethod } from '../proof/did.ts'
import { claimsOf, verifyJwt } from '../proof/jwt.ts'
import { isSoundEd25519 } from '../proof/weak-keys.ts'
import { instantOf } from './check-dates.ts'
import type { JsonObject, Received, Secured } from './receive.ts'
import type { Finding, Warning } from './report.ts'

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'signature',
  outcome,
  reason,
})

const maxProofs = 4

const isText = (value: unknown): value is string => typeof value === 'string'

/** What the `proof` member holds, sorted by whether we can check it. */
export interface Proofs {
  readonly known: readonly DataIntegrityProof[]
  /** Proofs of suites that we do not know. */
  readonly foreign: number
  readonly isMalformed: boolean
}

function isDataIntegrity(proof: JsonObject): boolean {
  return (
    [proof.verificationMethod, proof.proofValue].every(isText) &&
    proof.proofPurpose === 'assertionMethod' &&
    [proof.created, proof.expires].every(
      (instant) => instant === undefined || !Number.isNaN(instantOf(instant)),
    )
  )
}

/** Sorts the proofs of a credential (VC Data Integrity 1.0 §2.1); more than four are refused as an attack on time. */
export function readProofs(credential: JsonObject): Proofs {
  const { proof } = credential
  const all = (Array.isArray(proof) ? proof : [proof]).filter((entry) => entry !== undefined)
  const isKnown = (entry: JsonObject) =>
    entry?.type === 'DataIntegrityProof' && entry.cryptosuite === 'eddsa-rdfc-2022'
  const known = (all as JsonObject[]).filter(isKnown)
  const isMalformed = all.length > maxProofs || !known.every(isDataIntegrity)
  return {
    known: isMalformed ? [] : (known as unknown as DataIntegrityProof[]),
    foreign: all.length - known.length,
    isMalformed,
  }
}

async function checkEmbedded(
  credential: JsonObject,
  proofs: Proofs,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<Finding> {
  const { proof: _, ...document } = credential
  for (const proof of proofs.known) {
    const key = keys.get(proof.verificationMethod)
    if (!key || !isSoundEd25519(key)) return finding('failed', 'signature-algorithm-refused')
    const outcome = await verifyDataIntegrity(document, proof, key)
    if (outcome === 'malformed') return finding('failed', 'signature-malformed')
    if (outcome === 'broken') return finding('failed', 'signature-broken')
  }
  return finding('passed', 'signature-holds')
}

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
export function signatureObstacle(received: Received, proofs: Proofs): Finding | undefined {
  if (received.secured.form === 'jwt')
    return received.secured.parsed.header.kid
      ? undefined
      : finding('unknown', 'signature-key-missing')
  if (proofs.isMalformed) return finding('failed', 'signature-malformed')
  if (proofs.known.length > 0) return undefined
  return proofs.foreign > 0
    ? finding('unknown', 'signature-suite-unknown')
    : finding('failed', 'signature-missing')
}

/** Whether every proof of a suite we know, or the JWS, holds under the keys bound to the issuer. */
export function checkSignature(
  received: Received,
  proofs: Proofs,
  keys: ReadonlyMap<string, VerificationMethod>,
): Promise<Finding> {
  return received.secured.form === 'jwt'
    ? checkToken(received.credential, received.secured, keys)
    : checkEmbedded(received.credential, proofs, keys)
}
