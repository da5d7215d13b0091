import type { SignedBadge } from '../credential/open-badge.ts'
import type { Localised } from '../language.ts'
import type { Catalogue, CatalogueAchievement, Course } from '../learning/catalogue.ts'
import type { CredentialRecord, Visibility } from '../ledger/credentials.ts'

export type HeldState = 'active' | 'not-yet-valid' | 'expired' | 'revoked' | 'replaced'

/** A credential as its holder finds it on the wall. */
export interface HeldAward {
  readonly id: string
  readonly achievement: string
  /** As it is signed. */
  readonly title: string
  readonly inLanguage: string | undefined
  /** ISO 8601. */
  readonly awardedOn: string
  readonly state: HeldState
  readonly visibility: Visibility
}

/** A place on the wall: an achievement, and the awards of it; none where it is still missing. */
export interface WallPlace {
  readonly achievement: string
  readonly name: Localised
  readonly awards: readonly HeldAward[]
}

/** A course of the catalogue: what completes it, and the badges that lead there. */
export interface WallCourse {
  readonly name: Localised
  readonly whole: readonly WallPlace[]
  readonly parts: readonly WallPlace[]
  /** How many of the parts are held and in force. */
  readonly has: number
}

export interface Wall {
  readonly courses: readonly WallCourse[]
  /** What leads to nothing else: participation, eligibilities, courses that the catalogue has no longer. */
  readonly others: readonly HeldAward[]
}

function stateOf(record: CredentialRecord, badge: SignedBadge, now: Date): HeldState {
  if (record.revokedAt !== null)
    return record.revocationCode === 'replaced' ? 'replaced' : 'revoked'
  if (new Date(badge.validFrom) > now) return 'not-yet-valid'
  const isOver = badge.validUntil !== undefined && new Date(badge.validUntil) <= now
  return isOver ? 'expired' : 'active'
}

/** What the ledger knows of a credential; whether it counts is told by the checking side, on its page. */
export function heldAward(record: CredentialRecord & { readonly signed: string }, now: Date) {
  const badge = JSON.parse(record.signed) as SignedBadge
  const held: HeldAward = {
    id: record.id,
    achievement: record.achievement,
    title: badge.name,
    inLanguage: badge.credentialSubject.achievement.inLanguage,
    awardedOn: badge.awardedDate ?? badge.validFrom,
    state: stateOf(record, badge, now),
    visibility: record.visibility,
  }
  return held
}

function courseOf(course: Course, held: readonly HeldAward[]): WallCourse {
  const placeOf = ({ id, name }: CatalogueAchievement): WallPlace => ({
    achievement: id,
    name,
    awards: held.filter(({ achievement }) => achievement === id),
  })
  const places = (kind: CatalogueAchievement['earnedBy']['kind']) =>
    course.achievements.filter(({ earnedBy }) => earnedBy.kind === kind).map(placeOf)
  const parts = places('area-completed')
  const isThere = ({ awards }: WallPlace) => awards.some(({ state }) => state === 'active')
  return {
    name: course.name,
    whole: places('course-completed'),
    parts,
    has: parts.filter(isThere).length,
  }
}

const awardsOn = ({ whole, parts }: WallCourse) =>
  [...whole, ...parts].flatMap(({ awards }) => awards)

/** The awards of a learner, with those of a course stacked towards its completion, and what is missing there. */
export function wallOf(held: readonly HeldAward[], { courses }: Catalogue): Wall {
  const begun = courses
    .map((course) => courseOf(course, held))
    .filter((course) => awardsOn(course).length > 0)
  const placed = new Set(begun.flatMap(awardsOn))
  return { courses: begun, others: held.filter((award) => !placed.has(award)) }
}
