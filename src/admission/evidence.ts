import { endOf, instantOf } from '../checking/check-dates.ts'
import { factsOf } from '../checking/facts.ts'
import { isObject, type JsonObject, type Received } from '../checking/receiving/received.ts'
import type { Report } from '../checking/report.ts'
import { credentialsIn } from '../checking/verify-presentation.ts'
import { integrityOf } from '../credential/integrity.ts'
import { ownAchievement, ownSkill } from '../credential/own-address.ts'
import { type HeldCredential, unsaid } from '../learning/eligibility/application.ts'
import { foreignAchievement } from './achievement-base.ts'
import { signedValues } from './signed-values.ts'
import { type FoundStanding, standingOf } from './standing.ts'

/** What tells our own credentials from others, and how achievements of others are called. */
export interface EvidenceSettings {
  readonly publicUrl: URL
  /** The DIDs that this service issues under: the programme's, and those of its partners. */
  readonly ownIssuers: ReadonlySet<string>
  /** Ids of the catalogue's skills. */
  readonly skills: ReadonlySet<string>
  /** Addresses of foreign achievements that rules name. */
  readonly named: ReadonlySet<string>
}

/** A document with what was found about it. */
interface Checked {
  readonly report: Report
  readonly received: Received
}

const maxIdChars = 1_000
const maxAlignments = 100
const maxAddressChars = 2_000
const maxTextChars = 500
const maxKeys = 10
// Four entries of any kind we know are far below it; what is kept of an applicant stays small, whatever is signed.
const maxStatusChars = 10_000

const cut = (text: string | null | undefined) => text?.slice(0, maxTextChars).trim() || null

/** The name of a text that cannot be trusted to name itself: no other text has it. */
export const digestId = (digest: string): string =>
  `urn:sha256:${Buffer.from(digest.replace(/^sha256-/, ''), 'base64').toString('hex')}`

/** The day as its writer wrote it; without one that can be read there is none. */
function dayOf(credential: JsonObject): string | null {
  const { awardedDate, validFrom, issuanceDate } = credential
  const written = awardedDate ?? validFrom ?? issuanceDate
  return typeof written === 'string' && !Number.isNaN(instantOf(written))
    ? (/^\d{4}-\d\d-\d\d(?=T)/.exec(written)?.[0] ?? null)
    : null
}

function untilOf(received: Received): string | null {
  const end = endOf(received)
  // A year of more than four digits is as good as none.
  return Number.isFinite(end) && end < Date.UTC(10_000, 0) ? new Date(end).toISOString() : null
}

function alignmentsOf(
  achievement: JsonObject,
  { publicUrl, skills }: EvidenceSettings,
): readonly string[] {
  const targets = [achievement.alignment].flat().filter(isObject).slice(0, maxAlignments)
  const named = targets.flatMap(({ targetUrl }) => {
    if (typeof targetUrl !== 'string' || targetUrl.length > maxAddressChars) return []
    const skill = ownSkill(targetUrl, publicUrl)
    return skill !== null && skills.has(skill) ? [`skill:${skill}`] : [targetUrl]
  })
  return [...new Set(named)]
}

function keysOf({ credential, secured }: Received): readonly string[] {
  const methods =
    secured.form === 'jwt'
      ? [secured.parsed.header.kid]
      : [credential.proof].flat().map((proof) => isObject(proof) && proof.verificationMethod)
  return methods
    .filter((id): id is string => typeof id === 'string' && id.length <= maxAddressChars)
    .slice(0, maxKeys)
}

/** As signed; of one too long to keep only that there is one, so that it reads as one nobody can look up. */
function statusOf({ credentialStatus: status = null }: JsonObject): unknown {
  return JSON.stringify(status).length <= maxStatusChars ? status : { type: 'TooLongToKeep' }
}

/** What it says of its one subject; of several people at once nothing can be told apart. */
function saidOf(credential: JsonObject, isOwn: boolean, settings: EvidenceSettings) {
  const [subject, ...others] = [credential.credentialSubject].flat().filter(isObject)
  if (!subject || others.length > 0) return {}
  const achievement = isObject(subject.achievement) ? subject.achievement : {}
  const { recipient, subjectId, title, achievement: achievementNamed } = factsOf(credential)
  const { publicUrl, named } = settings
  return {
    subject: subjectId && subjectId.length <= maxAddressChars ? subjectId : null,
    name: cut(recipient),
    achievement: isOwn
      ? ownAchievement(achievement.id, publicUrl)
      : foreignAchievement(achievement, named),
    title: cut(title) ?? cut(achievementNamed?.name),
    alignments: alignmentsOf(achievement, settings),
    ...signedValues(subject, achievement),
  }
}

/**
 * Where nothing may be believed: not even what it claims to be called, so that it can stand in for no other. Which of
 * our achievements it claims to be is kept alone, so that a rule can say that what was handed in for it is not genuine.
 */
function unreadable(
  { received }: Checked,
  { standing, because }: FoundStanding,
  settings: EvidenceSettings,
): HeldCredential {
  const digest = integrityOf(received.text)
  const { credential } = received
  const isOwn = settings.ownIssuers.has(factsOf(credential).issuer?.id ?? '')
  const [subject] = [credential.credentialSubject].flat().filter(isObject)
  const named = isObject(subject?.achievement) ? subject.achievement.id : undefined
  const achievement = isOwn ? ownAchievement(named, settings.publicUrl) : null
  const claims = achievement === null ? {} : { isOwn, achievement }
  return { ...unsaid, ...claims, id: digestId(digest), digest, standing, because, issuer: '' }
}

function held(checked: Checked, found: FoundStanding, settings: EvidenceSettings): HeldCredential {
  const { report, received } = checked
  if (found.standing === 'not-genuine' || found.standing === 'impostor')
    return unreadable(checked, found, settings)
  const digest = integrityOf(received.text)
  const { credential } = received
  const { issuer, id } = factsOf(credential)
  const isGenuine = report.answers.genuine === 'yes'
  const isOwn = settings.ownIssuers.has(issuer?.id ?? '')
  const said = saidOf(credential, isOwn, settings)
  const isNamed = isGenuine && id !== undefined && id.length <= maxIdChars
  return {
    ...unsaid,
    ...said,
    ...(isGenuine ? {} : { subject: null }),
    id: isNamed ? id : digestId(digest),
    digest,
    ...found,
    issuer: issuer?.id ?? '',
    isOwn,
    awardedOn: dayOf(credential),
    validUntil: untilOf(received),
    keys: keysOf(received),
    status: statusOf(credential),
  }
}

/** The failed finding about a presentation itself, apart from what is in it. */
function faultOfEnvelope({ findings, credentials = [] }: Report) {
  const [only, other] = credentials
  const inner = only && !other ? only.findings.length : 0
  const own = findings.slice(0, findings.length - inner)
  return own.find(({ outcome }) => outcome === 'failed')
}

/** Each credential that was presented, with the report of it. */
function presented({ report, received }: Checked): readonly Checked[] {
  const inside = credentialsIn(received.credential, received.kind) ?? []
  return inside.flatMap((each, index) => {
    const own = report.credentials?.[index]
    return own ? [{ report: own, received: each }] : []
  })
}

/**
 * What a checked document is worth to an application: one credential, or each of those in a presentation.
 *
 * Of one that is not genuine nothing is believed, and it goes by the digest of its text, so that a forged copy never
 * displaces the original; see {@link unreadable}. Of one whose signature nobody could check, what it claims is read (its rules are then
 * `review`, never met), but not its subject, which could make two people one, and it goes by its digest too.
 * Credentials in a presentation that is itself broken are `unclear` at best: handed in alone they count.
 */
export function heldCredentials(
  checked: Checked,
  settings: EvidenceSettings,
): readonly HeldCredential[] {
  if (checked.report.credentials === undefined)
    return [held(checked, standingOf(checked.report), settings)]
  const fault = faultOfEnvelope(checked.report)
  return presented(checked).map((each) => {
    const found = standingOf(each.report)
    const isDoubted = fault !== undefined && found.standing === 'current'
    return held(each, isDoubted ? { standing: 'unclear', because: fault.reason } : found, settings)
  })
}
