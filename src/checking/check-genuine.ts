import { checkForm } from './check-form.ts'
import { type BoundKeys, checkIssuerKey, keysNamed } from './check-issuer-key.ts'
import { checkSignature, claimWarnings, readProofs, signatureObstacle } from './check-signature.ts'
import { lookAfter, type OnFault, passed } from './look.ts'
import type { Received } from './receive.ts'
import type { FetchDocument } from './remote.ts'
import type { Finding, Warning } from './report.ts'

export interface GenuineSettings {
  readonly now: () => Date
  readonly fetch: FetchDocument
  readonly onFault: OnFault
}

/** Whether something signed is genuine: a credential, a status list, an endorsement. */
export interface Genuineness {
  /** Form, signature and issuer's key, in the order a reader is told of them. */
  readonly findings: readonly Finding[]
  readonly warnings: readonly Warning[]
  readonly isGenuine: boolean
}

/**
 * Form, issuer's key and signature of anything that an issuer signed. Nothing is fetched for a document that is not
 * well formed, and nothing is verified with a key that is not the issuer's.
 */
export async function checkGenuine(
  received: Received,
  { now, fetch, onFault }: GenuineSettings,
): Promise<Genuineness> {
  const { credential } = received
  const proofs = readProofs(credential)
  const obstacle = signatureObstacle(received, proofs)
  let keys: BoundKeys['keys'] = new Map()
  let formWarnings: readonly Warning[] = []

  const look = (earlier: Finding[], check: Finding['check'], run: () => Promise<Finding>) =>
    lookAfter(earlier, check, run, onFault)
  const form = await look([], 'form', async () => {
    const checked = await checkForm(credential)
    formWarnings = checked.warnings
    return checked.finding
  })
  const issuerKey = await look(obstacle ? [form, obstacle] : [form], 'issuer-key', async () => {
    const wanted = keysNamed(received, proofs.known)
    const bound = await checkIssuerKey(credential, wanted, { fetch, now: now() })
    keys = bound.keys
    return bound.finding
  })
  const signature = obstacle
    ? await look([form], 'signature', async () => obstacle)
    : await look([form, issuerKey], 'signature', () => checkSignature(received, proofs, keys))
  const findings = [form, signature, issuerKey]
  return {
    findings,
    warnings: [
      ...formWarnings,
      ...claimWarnings(received.secured),
      ...(passed(signature) ? proofs.warnings : []),
    ],
    isGenuine: findings.every(passed),
  }
}
