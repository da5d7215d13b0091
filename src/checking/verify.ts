import { checkDates } from './check-dates.ts'
import { checkForm } from './check-form.ts'
import { checkIssuer, type KnownIssuer } from './check-issuer.ts'
import { type BoundKeys, checkIssuerKey, keysNamed } from './check-issuer-key.ts'
import { checkSignature, claimWarnings, readProofs, signatureObstacle } from './check-signature.ts'
import { checkStatus } from './check-status.ts'
import { factsOf } from './facts.ts'
import type { Received } from './receive.ts'
import type { FetchDocument } from './remote.ts'
import {
  answersOf,
  type CheckName,
  type Finding,
  type Report,
  statusOf,
  verdictOf,
  type Warning,
} from './report.ts'

export interface CheckSettings {
  readonly now: () => Date
  readonly fetch: FetchDocument
  readonly knownIssuers: readonly KnownIssuer[]
  /** Told of every check that threw: a fault of ours, though the reader sees `unknown`. */
  readonly onFault: (check: CheckName, thrown: unknown) => void
}

type Look = () => Promise<Finding> | Finding

const passed = ({ outcome }: Finding) => outcome === 'passed'

/**
 * Checks one credential and never throws: the reader is owed a report, not an exception. The order is the protection:
 * nothing is fetched for a document that is not well formed, and no status list before the signature holds. Dates,
 * status and issuer each stand alone, so that an expired credential that is also revoked is told to be both.
 */
export async function verify(received: Received, settings: CheckSettings): Promise<Report> {
  const { fetch, knownIssuers, onFault } = settings
  const { credential } = received
  const now = settings.now()

  // A check is skipped where an earlier one did not pass, and unknown when it could not be carried out.
  const after = async (earlier: Finding[], check: CheckName, run: Look): Promise<Finding> => {
    if (!earlier.every(passed)) return { check, outcome: 'skipped', reason: 'earlier-check-failed' }
    try {
      return await run()
    } catch (thrown) {
      onFault(check, thrown)
      return { check, outcome: 'unknown', reason: `${check}-not-reached` }
    }
  }

  const proofs = readProofs(credential)
  const obstacle = signatureObstacle(received, proofs)
  let keys: BoundKeys['keys'] = new Map()

  let formWarnings: readonly Warning[] = []
  const form = await after([], 'form', async () => {
    const checked = await checkForm(credential)
    formWarnings = checked.warnings
    return checked.finding
  })
  const issuerKey = await after(obstacle ? [form, obstacle] : [form], 'issuer-key', async () => {
    const bound = await checkIssuerKey(credential, keysNamed(received, proofs.known), {
      fetch,
      now,
    })
    keys = bound.keys
    return bound.finding
  })
  const signature = obstacle
    ? await after([form], 'signature', () => obstacle)
    : await after([form, issuerKey], 'signature', () => checkSignature(received, proofs, keys))
  const genuine = [form, signature, issuerKey]
  const findings = [
    ...genuine,
    await after(genuine, 'dates', () => checkDates(credential, now)),
    await after(genuine, 'status', () => checkStatus(credential, settings.now, fetch)),
    await after(genuine, 'issuer', () => checkIssuer(credential, knownIssuers)),
  ]
  return {
    verdict: verdictOf(findings),
    status: statusOf(findings),
    answers: answersOf(findings),
    warnings: [...formWarnings, ...claimWarnings(received.secured)],
    findings,
    facts: genuine.every(passed) ? factsOf(credential) : {},
    source: { kind: received.kind, differences: [] },
    checkedAt: `${now.toISOString().slice(0, 19)}Z`,
  }
}
