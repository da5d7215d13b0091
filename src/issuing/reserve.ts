import { buildBadge, hashedEmail, type Issuance, type Support } from '../credential/build.ts'
import { signingLanguage } from '../credential/build-achievement.ts'
import type { IssuerProfile } from '../credential/open-badge.ts'
import { minListLength, statusEntry, statusListUrl } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import { type Award, awardFingerprint } from '../learning/awards.ts'
import type { CatalogueAchievement } from '../learning/catalogue.ts'
import type { Completion } from '../learning/completion.ts'
import type { ScopeQuestion } from '../learning/partners.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { LearnerRecord } from '../ledger/learners.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** Whoever issues, as it is named in what it issues. */
export interface IssuingParty {
  /** Id of the partner; `null` for the programme. */
  readonly partner: string | null
  readonly profile: IssuerProfile
  /** Whether this achievement, earned on this day, is within what it may issue. */
  mayIssue(question: ScopeQuestion): boolean
}

/** How credentials of one import are made. */
export interface ReservationSettings extends Omit<Issuance, 'issuer'> {
  /** Who issues an achievement, by its id. */
  readonly issuerOf: (achievement: string) => IssuingParty
  readonly ledger: Ledger
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  /** For learners whose own language is not known. */
  readonly language: Language
  readonly identifyBy: 'name' | 'name+email-hash'
  /** What stands in the place of the key of a learner who was erased. */
  readonly tombstoneOf: (learnerKey: string) => string
  /** Whether what was erased is issued anew: only where the operator says so. */
  readonly mayReissueErased?: boolean
  /** The import that it is for, where it is for one. */
  readonly batch?: string
  /** Is told of whoever stands in an import, within the transaction of their line. */
  readonly onParticipant?: (
    completion: Completion,
    awards: readonly Award[],
    mayReissueErased?: boolean,
  ) => void
}

/** What an award came to: a new reservation, or what its natural key already holds. */
export interface Reserved {
  readonly award: Award
  readonly outcome:
    | 'reserved'
    | 'already-issued'
    | 'differs-from-issued'
    | 'learner-erased'
    | 'issuer-out-of-scope'
  /** `null` for what was erased: nothing may lead from a person to it. */
  readonly credential: string | null
}

const achievementOf = (award: Award, settings: ReservationSettings): CatalogueAchievement => {
  const achievement = settings.achievements.get(award.achievement)
  if (!achievement) throw new Error(`award of an unknown achievement ${award.achievement}`)
  return achievement
}

/** To whom, and what it rests on where it rests on anything. */
export interface Holding {
  readonly learner: LearnerRecord
  readonly support?: Support
}

/** Whether whoever would issue an award may do so. */
const isWithinScope = ({ achievement, awardedOn }: Award, issuer: IssuingParty): boolean =>
  issuer.mayIssue({ achievement, day: awardedOn })

/**
 * Reserves one award of a free natural key, within the caller's transaction: an id, a random free status index, and its
 * unsigned bytes. Returns the public id.
 *
 * @throws Refusal `issuer-out-of-scope`.
 */
export function writeReservation(
  award: Award,
  { learner, support }: Holding,
  settings: ReservationSettings,
  now: Date,
): string {
  const { ledger, publicUrl, identifyBy } = settings
  const achievement = achievementOf(award, settings)
  const issuer = settings.issuerOf(award.achievement)
  if (!isWithinScope(award, issuer))
    throw new Refusal(
      'issuer-out-of-scope',
      `${issuer.profile.name} may not issue ${award.achievement} of ${award.awardedOn}`,
    )
  const { list, index } = ledger.statusLists.takeIndex(minListLength, issuer.partner)
  const id = randomId()
  const language = signingLanguage(achievement, award.learner.language ?? settings.language)
  const { email } = award.learner
  const badge = buildBadge(
    award,
    achievement,
    {
      id: new URL(`/c/${id}`, publicUrl).href,
      subject: learner.subject,
      validFrom: now,
      language,
      status: statusEntry(statusListUrl(publicUrl, list), index),
      emailHash: identifyBy === 'name+email-hash' && email ? hashedEmail(email) : null,
      ...(support ? { support } : {}),
    },
    { ...settings, issuer: issuer.profile },
  )
  ledger.credentials.reserve({
    rowKey: timeOrderedKey(now),
    id,
    learner: learner.id,
    achievement: award.achievement,
    course: award.course,
    run: award.run,
    language,
    fingerprint: awardFingerprint(award),
    statusList: list,
    statusIndex: index,
    unsigned: JSON.stringify(badge),
    reservedAt: now.toISOString(),
    batch: settings.batch ?? null,
  })
  ledger.nameWords.add(learner.id, award.learner.name)
  return id
}

type Register = Pick<
  ReservationSettings,
  'ledger' | 'tombstoneOf' | 'mayReissueErased' | 'issuerOf'
>

/** Whether the learner, or this award of theirs, was erased, and nobody has said that it is to be issued anew. */
function isErased(award: Award, learner: LearnerRecord | undefined, register: Register): boolean {
  const { ledger, tombstoneOf, mayReissueErased = false } = register
  if (mayReissueErased) return false
  return learner
    ? ledger.erasures.wasErased(learner.id, award.achievement, award.run)
    : ledger.learners.byKey(tombstoneOf(award.learner.key)) !== undefined
}

/** A free award is refused where its issuer may not issue it; what is held already stays what it is. */
const refusedOf = (award: Award, { issuerOf }: Register): Reserved | undefined =>
  isWithinScope(award, issuerOf(award.achievement))
    ? undefined
    : { award, outcome: 'issuer-out-of-scope', credential: null }

/**
 * What the natural key (learner, achievement, run) of an award already holds, or why nothing can be had for it;
 * `undefined` when it is free. Asks and writes nothing, so a dry run can use it too.
 */
export function heldBy(award: Award, register: Register): Reserved | undefined {
  const { ledger } = register
  const learner = ledger.learners.byKey(award.learner.key)
  const held = learner && ledger.credentials.byNaturalKey(learner.id, award.achievement, award.run)
  if (!held)
    return isErased(award, learner, register)
      ? { award, outcome: 'learner-erased', credential: null }
      : refusedOf(award, register)
  const isSame = held.fingerprint === awardFingerprint(award)
  return { award, outcome: isSame ? 'already-issued' : 'differs-from-issued', credential: held.id }
}

/**
 * Step 2 of docs/ISSUANCE.md, to be called inside a ledger transaction: gives each award whose natural key is free an
 * id, a random free status index and its unsigned bytes. An award that is already held changes nothing; one that
 * differs from what was issued is told apart, never applied.
 */
export function reserveAwards(
  awards: readonly Award[],
  settings: ReservationSettings,
  now: Date,
): Reserved[] {
  return awards.map((award) => {
    const held = heldBy(award, settings)
    if (held) return held
    const { learners } = settings.ledger
    const learner = learners.findOrAdd(award.learner, now)
    // Whom only an import knew that was undone, the corrected file knows better.
    learners.renew(learner.id, award.learner)
    const credential = writeReservation(award, { learner }, settings, now)
    return { award, outcome: 'reserved', credential }
  })
}
