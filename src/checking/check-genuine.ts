import { checkForm } from './check-form.ts'
import { type BoundKeys, checkIssuerKey } from './keys/check-issuer-key.ts'
import { lookAfter, type OnFault, passed } from './look.ts'
import type { Received } from './receiving/received.ts'
import type { FetchDocument } from './remote.ts'
import type { Finding, Warning } from './report.ts'
import { readSignature } from './signature/read-signature.ts'
import type { Demands } from './signature/signature.ts'
import { signatureFinding } from './signature/signature-finding.ts'

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
 *
 * @param audience whom a proof must have been made for, where somebody asks.
 */
export async function checkGenuine(
  received: Received,
  { now, fetch, onFault }: GenuineSettings,
  audience: Omit<Demands, 'purpose'> = {},
): Promise<Genuineness> {
  const { credential } = received
  const read = readSignature(received, { purpose: 'assertionMethod', ...audience })
  const obstacle = read.fault && signatureFinding(read.fault)
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
    const bound = await checkIssuerKey(credential, read.wanted, { fetch, now: now() })
    keys = bound.keys
    return bound.finding
  })
  const signature = obstacle
    ? await look([form], 'signature', async () => obstacle)
    : await look([form, issuerKey], 'signature', async () =>
        signatureFinding(await read.check(keys)),
      )
  const findings = [form, signature, issuerKey]
  return {
    findings,
    warnings: [...formWarnings, ...(passed(signature) ? read.warnings : [])],
    isGenuine: findings.every(passed),
  }
}
