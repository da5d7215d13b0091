import { mandatedType } from '../credential/mandate.ts'
import { instantOf } from './check-dates.ts'
import { checkGenuine, type GenuineSettings } from './check-genuine.ts'
import { achievementsIn, isWithin } from './check-issuer.ts'
import { issuerId } from './keys/issuer-id.ts'
import type { KnownIssuer } from './known-issuers.ts'
import { receiveEndorsements } from './receiving/receive-endorsements.ts'
import { hasType, isObject, type JsonObject, type Received } from './receiving/received.ts'
import type { Facts, Finding } from './report.ts'

/** On whose behalf a credential was issued. */
export type OnBehalfOf = NonNullable<NonNullable<Facts['issuer']>['onBehalfOf']>

/** What came of the mandate that an issuer brings along. */
export interface CheckedMandate {
  readonly finding: Finding
  /** Where it holds: whoever gave it. */
  readonly by?: OnBehalfOf
}

/** Each costs as much as a credential; an issuer needs one. */
const maxMandates = 2

const subjectsOf = ({ credentialSubject }: JsonObject) => [credentialSubject].flat()

const alignmentsOf = (subject: JsonObject) => [subject.alignment].flat().filter(isObject)

/** The one issuer it is about; `undefined` where it is an endorsement and no mandate. */
function mandatedIn({ credential }: Received): JsonObject | undefined {
  const [subject, ...others] = subjectsOf(credential)
  const isMandate =
    hasType(credential, 'EndorsementCredential') &&
    isObject(subject) &&
    others.length === 0 &&
    alignmentsOf(subject).some(({ targetType }) => targetType === mandatedType)
  return isMandate ? subject : undefined
}

/** Whether somebody we know says in it what an issuer may issue, so that it decides whether the issuer is known. */
export const isKnownMandate = (received: Received, known: readonly KnownIssuer[]): boolean =>
  mandatedIn(received) !== undefined &&
  known.some(({ did }) => did === issuerId(received.credential))

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** About this very issuer, by the name it goes by here: a mandate is no leave to take another's. */
function isAbout(subject: JsonObject, { issuer }: JsonObject): boolean {
  const { id, name } = isObject(issuer) ? issuer : { id: issuer, name: undefined }
  return subject.id === id && typeof id === 'string' && subject.name === name
}

function covers(subject: JsonObject, credential: JsonObject): boolean {
  const named = alignmentsOf(subject)
    .filter(({ targetType }) => targetType === mandatedType)
    .flatMap(({ targetUrl }) => (typeof targetUrl === 'string' ? [targetUrl] : []))
  const achievements = achievementsIn(credential)
  return (
    achievements.length > 0 &&
    achievements.every(({ id }) => named.some((base) => isWithin(String(id), base)))
  )
}

/** Whether it was in force on the day of the award; that it has ended since takes nothing back. */
function wasInForce({ validFrom, validUntil }: JsonObject, credential: JsonObject): boolean {
  const { awardedDate, validFrom: counted, issuanceDate } = credential
  const at = instantOf(awardedDate ?? counted ?? issuanceDate)
  const until = validUntil === undefined ? Number.POSITIVE_INFINITY : instantOf(validUntil)
  return instantOf(validFrom) <= at && at <= until
}

type Flaw = Extract<Finding['reason'], `issuer-mandate-${string}`>

async function flawOf(
  received: Received,
  credential: JsonObject,
  settings: GenuineSettings,
): Promise<Flaw | undefined> {
  const subject = mandatedIn(received)
  const { findings, isGenuine } = await checkGenuine(received, settings)
  if (!isGenuine || !subject)
    return findings.some(({ outcome }) => outcome === 'failed')
      ? 'issuer-mandate-broken'
      : 'issuer-mandate-unreachable'
  if (!isAbout(subject, credential)) return 'issuer-mandate-other-issuer'
  if (!covers(subject, credential)) return 'issuer-mandate-outside-scope'
  return wasInForce(received.credential, credential) ? undefined : 'issuer-mandate-outside-period'
}

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'issuer',
  outcome,
  reason,
})

/** Whoever gave it: its name is as signed as the rest of it. */
function giverOf({ issuer, ...credential }: JsonObject): OnBehalfOf {
  const name = isObject(issuer) ? textOf(issuer.name) : undefined
  return { id: issuerId({ ...credential, issuer }) ?? '', ...(name === undefined ? {} : { name }) }
}

/**
 * Whether an issuer that is on no list issues on behalf of one that is: by an endorsement in its profile which is signed
 * by a key of a known issuer, is about this issuer and its name, and covers the achievement and the day of the award.
 * Only what is signed by itself counts: what the credential says of it is its issuer's own word. `undefined` where no
 * known issuer is named; a mandate that does not hold is told, and makes nobody known.
 *
 * @throws Refusal `busy`.
 */
export async function checkMandate(
  credential: JsonObject,
  {
    knownIssuers,
    ...settings
  }: GenuineSettings & { readonly knownIssuers: readonly KnownIssuer[] },
): Promise<CheckedMandate | undefined> {
  if (!isObject(credential.issuer)) return undefined
  const mandates = receiveEndorsements(credential.issuer)
    .flatMap((received) => (received && isKnownMandate(received, knownIssuers) ? [received] : []))
    .slice(0, maxMandates)
  let first: Flaw | undefined
  for (const received of mandates) {
    const flaw = await flawOf(received, credential, settings)
    if (!flaw)
      return { finding: finding('passed', 'issuer-mandated'), by: giverOf(received.credential) }
    first ??= flaw
  }
  return first && { finding: finding('skipped', first) }
}
