import type { GenuineSettings } from '../checking/check-genuine.ts'
import { Refusal } from '../errors.ts'
import { type ReservationSettings, writeReservation } from '../issuing/reserve.ts'
import type { Award } from '../learning/awards.ts'
import type { Application, HeldCredential } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import { restsOn } from '../learning/eligibility/rests-on.ts'
import type { RuleBook } from '../learning/eligibility/rule-book.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { LearnerRecord, Learners } from '../ledger/learners.ts'
import type { SupportState } from '../ledger/support.ts'
import {
  aboutApplicant,
  eligibilityAward,
  type Publish,
  type Supporting,
  supportingOf,
  supportOf,
} from './eligibility-award.ts'
import { lookAtSupport } from './look-at-support.ts'

/** A stored decision with everything it was made from. */
export interface StoredDecision {
  readonly id: string
  readonly decision: Decision
  /** `null` once it has been erased. */
  readonly application: Application | null
  /** The rules of its version. */
  readonly book: RuleBook
}

/** Which credential stands for a decision; both are called within one transaction of the ledger. */
export interface DecisionLink {
  /** Public id of what was reserved for it before, by whomever. */
  held(): string | null
  record(credential: string): void
}

export interface EligibilitySettings {
  readonly reservation: ReservationSettings
  readonly checking: GenuineSettings
  readonly now: () => Date
  readonly publish: Publish
  /** Steps 3 to 6 of docs/ISSUANCE.md for one reservation. */
  readonly sign: (credential: string) => Promise<CredentialRecord | undefined>
}

/** Why a reservation was given up, where a review came before the signature. */
export const takenBack = 'no-longer-eligible'

interface Looked extends Supporting {
  readonly state: SupportState
}

/** @throws Refusal `decision-erased`, `not-eligible`, `decision-expired`. */
function grantedApplication({ decision, application }: StoredDecision, now: Date): Application {
  if (!application)
    throw new Refusal('decision-erased', 'What it was made from is erased; decide again')
  if (decision.outcome !== 'eligible')
    throw new Refusal('not-eligible', 'Only who is eligible gets a credential that says so')
  if (new Date(decision.validUntil) <= now)
    throw new Refusal('decision-expired', 'The decision no longer holds; decide again')
  return application
}

/** Looks once more before anything is signed. @throws Refusal `not-eligible` when something was withdrawn since. */
async function lookAgain(
  supporting: readonly Supporting[],
  checking: GenuineSettings,
): Promise<Looked[]> {
  const looked = await Promise.all(
    supporting.map(async (each) => {
      const { id, issuer, status } = each.held
      return { ...each, state: await lookAtSupport({ restsOn: id, issuer, status }, checking) }
    }),
  )
  const gone = looked.find(({ state }) => state === 'gone')
  if (gone)
    throw new Refusal('not-eligible', `${gone.id} was withdrawn since the decision; decide again`)
  return looked
}

const maxSubjectChars = 200

/** The id of a person that other issuers name may stand in ours: never an address or an e-mail. */
const isUsable = (subject: string | null): subject is string =>
  subject !== null &&
  subject.length <= maxSubjectChars &&
  /^(did:[a-z0-9]+:|urn:[a-z0-9][a-z0-9-]*:)[\w.:%/-]+$/i.test(subject)

/**
 * The learner whose subject id our own credentials name; else one under the id that the credentials of others name,
 * unless a learner of ours has it, whom others must not speak for; else a new one, known by the decision alone.
 */
function learnerOf(
  { key: ownKey, name, email }: Award['learner'],
  about: readonly HeldCredential[],
  learners: Learners,
  now: Date,
): LearnerRecord {
  const own = about.find(({ isOwn, subject }) => isOwn && subject !== null)?.subject
  const known = own ? learners.bySubject(own) : undefined
  if (known) return known
  const subject = about.find((each) => !each.isOwn && isUsable(each.subject))?.subject
  const key = `subject:${subject}`
  if (subject && (learners.byKey(key) || !learners.bySubject(subject)))
    return learners.findOrAdd({ key, name, email }, now, subject)
  return learners.findOrAdd({ key: ownKey, name, email }, now)
}

async function prepare(stored: StoredDecision, settings: EligibilitySettings) {
  const { id, decision, book } = stored
  const { reservation, checking, now, publish } = settings
  const application = grantedApplication(stored, now())
  const supporting = supportingOf(restsOn(decision, book), application)
  const looked = await lookAgain(supporting, checking)
  const about = aboutApplicant(supporting, decision, application)
  const name = about.find((each) => each.name?.trim())?.name ?? application.person
  return {
    looked,
    about,
    award: eligibilityAward(id, decision, { name, key: `decision:${id}` }),
    support: await supportOf(supporting, decision, { publicUrl: reservation.publicUrl, publish }),
  }
}

/** Within a transaction: what is held already, if it was not given up, else a new reservation with what it rests on. */
function reserve(
  { decision }: StoredDecision,
  { looked, about, award, support }: Awaited<ReturnType<typeof prepare>>,
  link: DecisionLink,
  { reservation, now }: EligibilitySettings,
): string {
  const { ledger } = reservation
  const held = link.held()
  if (held && ledger.credentials.byId(held)?.state !== 'void') return held
  const moment = now()
  const learner = learnerOf(award.learner, about, ledger.learners, moment)
  const credential = writeReservation(award, { learner, support }, reservation, moment)
  for (const { id: rested, held: presented, state } of looked)
    ledger.supports.add({
      credential,
      restsOn: rested,
      digest: presented.digest,
      issuer: presented.issuer,
      status: presented.status ?? null,
      state,
      lookedAt: moment.toISOString(),
      holdsUntil: decision.validUntil,
    })
  link.record(credential)
  return credential
}

/**
 * Signs what a decision says: the eligibility of one person for one specialization, for as long as the decision holds.
 * Returns the public id of the credential, which is issued and on disk. A decision gets one, however often and by how
 * many processes at once it is asked for; what was issued before is answered even when the decision is over or erased.
 *
 * @throws Refusal `decision-erased`, `not-eligible` (once it was revoked, too), `decision-expired`, `specialization-unknown` once the catalogue has it
 *   no longer, `bad-request` when nobody is named, `key-unusable`, `issuer-out-of-scope`, and `busy` when our own verification could not be carried out: the same call then finishes it.
 */
export async function issueEligibility(
  stored: StoredDecision,
  link: DecisionLink,
  settings: EligibilitySettings,
): Promise<string> {
  const { credentials } = settings.reservation.ledger
  const before = link.held()
  const isHeld = before !== null && credentials.byId(before)?.state !== 'void'
  const credential = isHeld ? before : await reserveAnew(stored, link, settings)
  const record = await settings.sign(credential)
  if (record?.revokedAt)
    throw new Refusal('not-eligible', 'Its signed answer was revoked; decide again')
  if (record?.state === 'issued') return credential
  if (record?.state === 'reserved')
    throw new Refusal('busy', 'It is reserved, and not signed yet; ask again')
  if (record?.voidReason === takenBack)
    throw new Refusal('not-eligible', 'The decision was reviewed while it was being signed')
  if (record?.voidReason === 'issuer-out-of-scope')
    throw new Refusal('issuer-out-of-scope', 'Whoever signs it may no longer do so')
  throw new Error(`eligibility ${credential} was given up: ${record?.voidReason}`)
}

async function reserveAnew(
  stored: StoredDecision,
  link: DecisionLink,
  settings: EligibilitySettings,
): Promise<string> {
  const { specialization } = stored.decision
  if (!settings.reservation.achievements.has(eligibilityId(specialization)))
    throw new Refusal('specialization-unknown', 'This specialization is no longer offered')
  const prepared = await prepare(stored, settings)
  return settings.reservation.ledger.transaction(() => reserve(stored, prepared, link, settings))
}
