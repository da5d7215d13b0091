import { checkDates } from './check-dates.ts'
import { checkGenuine, type Genuineness, type GenuineSettings } from './check-genuine.ts'
import { checkPerson } from './check-person.ts'
import { type CheckedPrint, checkPrinted } from './check-printed.ts'
import { checkPublished, type PublishedCheck } from './check-published.ts'
import { checkStatus } from './check-status.ts'
import { checkWhoIssued, type WhoIssued } from './check-who-issued.ts'
import { factsOf } from './facts.ts'
import { issuerId } from './keys/issuer-id.ts'
import type { KnownIssuer } from './known-issuers.ts'
import { lookAfter } from './look.ts'
import { provenPage } from './proven-page.ts'
import type { Received } from './receiving/received.ts'
import type { CheckName, Finding, Replacement, Report, Warning } from './report.ts'
import { answersOf, statusOf, verdictOf } from './verdict.ts'

export interface CheckSettings extends GenuineSettings {
  readonly knownIssuers: readonly KnownIssuer[]
  /** The DIDs that this service issues under: the programme's, and those of its partners. */
  readonly ownIssuers?: ReadonlySet<string>
  /** Whether it is not published yet, so that there is nothing to compare it with. */
  readonly isUnpublished?: boolean
}

/** What somebody wants to know beside whether it holds. */
export interface Question {
  /** Name, e-mail address or subject id of the person it should be about. */
  readonly person?: string
  /** What a presentation, or a proof made for one reader, must have been signed for. */
  readonly challenge?: string
  readonly domain?: string
}

export const secondsOf = (now: Date): string => `${now.toISOString().slice(0, 19)}Z`

/**
 * Checks one credential. The order is the protection: nothing is fetched for a document that is not well formed, and
 * no status list before the signature holds. Dates, status and issuer each stand alone, so that an expired credential
 * that is also revoked is told to be both.
 */
export async function verifyCredential(
  received: Received,
  settings: CheckSettings,
  { person, ...audience }: Question = {},
): Promise<Report> {
  const { onFault } = settings
  const { credential } = received
  const now = settings.now()
  const genuine = await checkGenuine(received, settings, audience)
  const look = (check: CheckName, run: () => Promise<Finding> | Finding) =>
    lookAfter(genuine.findings, check, run, onFault)
  let differences: CheckedPrint['differences'] = []
  let statusWarnings: readonly Warning[] = []
  let replacement: Replacement | undefined
  let issued: WhoIssued | undefined
  const onNewer = (found: Replacement) => {
    replacement = found
  }
  const findings = [
    ...genuine.findings,
    await look('dates', () => checkDates(received, now)),
    await look('status', async () => {
      const checked = await checkStatus(credential, settings)
      statusWarnings = checked.warnings
      return checked.finding
    }),
    ...(settings.isUnpublished
      ? []
      : [await lookAtPublished(received, genuine, { ...settings, onNewer })]),
    await look('issuer', async () => {
      issued = await checkWhoIssued(credential, settings)
      return issued.finding
    }),
    ...(person ? [await look('person', () => checkPerson(credential, person))] : []),
    ...(await lookAtPrint(received, settings, look, (found) => {
      differences = found
    })),
  ]
  return {
    verdict: verdictOf(findings),
    status: statusOf(findings),
    answers: answersOf(findings),
    warnings: [...genuine.warnings, ...statusWarnings, ...(issued?.warnings ?? [])],
    findings,
    facts: genuine.isGenuine ? factsOf(credential, issued?.onBehalfOf) : {},
    source: { kind: received.kind, differences },
    ...(replacement ? { replacement } : {}),
    checkedAt: secondsOf(now),
  }
}

const isCompromised = ({ reason }: Finding) => reason === 'issuer-key-compromised'

/**
 * What a stolen key of ours signed is not believed; yet whoever holds it honestly is led to what was signed anew, so the
 * address is asked all the same, and nothing is told of the difference to what nobody vouches for.
 */
function lookAtPublished(
  received: Received,
  { findings }: Genuineness,
  settings: PublishedCheck & Pick<CheckSettings, 'onFault'>,
): Promise<Finding> {
  const { ownIssuers, onNewer, onFault } = settings
  const isStolen =
    findings.some(isCompromised) && ownIssuers?.has(issuerId(received.credential) ?? '') === true
  if (!isStolen)
    return lookAfter(findings, 'published', () => checkPublished(received, settings), onFault)
  const rest = findings.filter(({ check }) => check !== 'signature')
  return lookAfter(
    rest.filter((finding) => !isCompromised(finding)),
    'published',
    () =>
      checkPublished(received, {
        ...settings,
        onNewer: ({ url, since }) => onNewer?.({ url, since, changed: [] }),
      }),
    onFault,
  )
}

type Look = (check: CheckName, run: () => Promise<Finding> | Finding) => Promise<Finding>

/** What the pages show that a credential came with, or that nobody but the reader can compare a photograph. */
async function lookAtPrint(
  { credential, kind, pages }: Received,
  { ownIssuers, fetch, now }: CheckSettings,
  look: Look,
  onDifferences: (found: CheckedPrint['differences']) => void,
): Promise<readonly Finding[]> {
  if (kind === 'photo')
    return [{ check: 'printed', outcome: 'skipped', reason: 'printed-compare-yourself' }]
  if (!pages) return []
  const finding = await look('printed', async () => {
    const isOurs = ownIssuers?.has(issuerId(credential) ?? '') === true
    const beside = await provenPage(credential, pages.token, { fetch, now: now() })
    const checked = checkPrinted(credential, pages, { isOurs, beside })
    onDifferences(checked.differences)
    return checked.finding
  })
  return [finding]
}
