import { checkDates } from './check-dates.ts'
import { checkGenuine, type GenuineSettings } from './check-genuine.ts'
import { checkIssuer } from './check-issuer.ts'
import { checkStatus } from './check-status.ts'
import { factsOf } from './facts.ts'
import type { KnownIssuer } from './known-issuers.ts'
import { lookAfter } from './look.ts'
import type { Received } from './receive.ts'
import { answersOf, type Report, statusOf, verdictOf, type Warning } from './report.ts'

export interface CheckSettings extends GenuineSettings {
  readonly knownIssuers: readonly KnownIssuer[]
}

/**
 * Checks one credential and never throws but when too busy to check anything: the reader is owed a report, not an
 * exception. The order is the protection: nothing is fetched for a document that is not well formed, and no status
 * list before the signature holds. Dates, status and issuer each stand alone, so that an expired credential that is
 * also revoked is told to be both.
 */
export async function verify(received: Received, settings: CheckSettings): Promise<Report> {
  const { knownIssuers, onFault } = settings
  const { credential } = received
  const now = settings.now()
  const genuine = await checkGenuine(received, settings)
  const look = (check: 'dates' | 'status' | 'issuer', run: Parameters<typeof lookAfter>[2]) =>
    lookAfter(genuine.findings, check, run, onFault)
  let statusWarnings: readonly Warning[] = []
  const findings = [
    ...genuine.findings,
    await look('dates', () => checkDates(credential, now)),
    await look('status', async () => {
      const checked = await checkStatus(credential, settings)
      statusWarnings = checked.warnings
      return checked.finding
    }),
    await look('issuer', () => checkIssuer(credential, knownIssuers)),
  ]
  return {
    verdict: verdictOf(findings),
    status: statusOf(findings),
    answers: answersOf(findings),
    warnings: [...genuine.warnings, ...statusWarnings],
    findings,
    facts: genuine.isGenuine ? factsOf(credential) : {},
    source: { kind: received.kind, differences: [] },
    checkedAt: `${now.toISOString().slice(0, 19)}Z`,
  }
}
