import type { GenuineSettings } from './check-genuine.ts'
import { checkIssuer, checkListed } from './check-issuer.ts'
import { checkMandate, type OnBehalfOf } from './check-mandate.ts'
import { issuerId } from './keys/issuer-id.ts'
import type { KnownIssuer } from './known-issuers.ts'
import { passed } from './look.ts'
import type { JsonObject } from './receiving/received.ts'
import type { Finding, Warning } from './report.ts'

/** Whether the issuer is known, and on whose behalf it issues. */
export interface WhoIssued {
  readonly finding: Finding
  readonly onBehalfOf?: OnBehalfOf
  readonly warnings: readonly Warning[]
}

/** Of an issuer that somebody mandated: as far as that somebody is vouched for, and no farther. */
function mandatedFinding(
  credential: JsonObject,
  mandated: Finding,
  { by, known }: { readonly by: OnBehalfOf; readonly known: readonly KnownIssuer[] },
): Finding {
  const giver = checkListed(credential, by.id, known)
  return giver && !passed(giver) ? giver : mandated
}

/**
 * Who issued a credential, as far as it is known: by the list of known issuers, which decides where it has an entry for
 * the issuer itself; else by a mandate of somebody on it. A mandate that does not hold makes nobody known, and is told.
 *
 * @throws Refusal `busy`.
 */
export async function checkWhoIssued(
  credential: JsonObject,
  settings: GenuineSettings & { readonly knownIssuers: readonly KnownIssuer[] },
): Promise<WhoIssued> {
  const known = settings.knownIssuers
  const mandate = await checkMandate(credential, settings)
  const own = checkIssuer(credential, known)
  if (!mandate) return { finding: own, warnings: [] }
  const isListed = checkListed(credential, issuerId(credential), known) !== undefined
  const { by } = mandate
  if (!by) {
    // Whoever also takes a known name is told as that first.
    const isWorse = isListed || own.outcome === 'failed'
    return { finding: isWorse ? own : mandate.finding, warnings: ['endorsement-not-verified'] }
  }
  const finding = isListed ? own : mandatedFinding(credential, mandate.finding, { by, known })
  return { finding, onBehalfOf: by, warnings: [] }
}
