import { Refusal } from '../errors.ts'
import { type AwardResult, awardFingerprint, roundedPercent } from '../learning/awards.ts'
import {
  type Achievement,
  type Result,
  recipientName,
  resultOfType,
  type StatusEntry,
  type UnsignedBadge,
} from './open-badge.ts'

/** What is to be said instead; what is absent stays as it was signed. */
export interface Changes {
  readonly name?: string
  /** Percent, 0 to 100. */
  readonly score?: number
  /** Day it was earned, `YYYY-MM-DD`. */
  readonly awardedOn?: string
}

export type Correctable = keyof Changes

const percentType = 'Percent'
const hoursType = 'ext:StudyHours'
const distinctionType = 'ext:Distinction'

/** The results of what was earned by learning, as an import would find them. */
function resultsIn({ credentialSubject: subject }: UnsignedBadge): readonly AwardResult[] {
  const percent = resultOfType(subject, percentType)
  const hours = resultOfType(subject, hoursType)
  const distinction = resultOfType(subject, distinctionType)
  return [
    ...(percent === undefined ? [] : [{ kind: 'score' as const, percent: Number(percent) }]),
    ...(hours === undefined ? [] : [{ kind: 'hours' as const, hours: Number(hours) }]),
    ...(distinction === undefined ? [] : [{ kind: 'distinction' as const }]),
  ]
}

/** The digest that an import of the same facts comes to; see {@link awardFingerprint}. */
export const fingerprintOf = (badge: UnsignedBadge): string =>
  awardFingerprint({
    learner: { name: recipientName(badge.credentialSubject) ?? '' },
    results: resultsIn(badge),
  })

/** What can be corrected, as a credential says it now. */
export function correctable(badge: UnsignedBadge): Changes {
  const { credentialSubject: subject, awardedDate } = badge
  const name = recipientName(subject)
  const percent = resultOfType(subject, percentType)
  return {
    ...(name === undefined ? {} : { name }),
    ...(percent === undefined ? {} : { score: Number(percent) }),
    ...(awardedDate === undefined ? {} : { awardedOn: awardedDate.slice(0, 10) }),
  }
}

/** Those of the changes that would change anything. */
export function realChanges(badge: UnsignedBadge, { name, score, awardedOn }: Changes): Changes {
  const now = correctable(badge)
  const percent = score === undefined ? undefined : roundedPercent(score)
  return {
    ...(name === undefined || name === now.name ? {} : { name }),
    ...(percent === undefined || percent === now.score ? {} : { score: percent }),
    ...(awardedOn === undefined || awardedOn === now.awardedOn ? {} : { awardedOn }),
  }
}

const describedAs = (achievement: Achievement, type: string) =>
  achievement.resultDescription?.find(({ resultType }) => resultType === type)?.id

/** @throws Refusal `not-correctable` where the achievement has no score. */
function withScore(
  { achievement, result = [] }: UnsignedBadge['credentialSubject'],
  percent: number,
  distinctionFrom: number | null,
): readonly Result[] {
  const score = describedAs(achievement, percentType)
  if (!score) throw new Refusal('not-correctable', 'What was earned has no score')
  const distinction = describedAs(achievement, distinctionType)
  if (distinction && distinctionFrom === null)
    throw new Refusal('not-correctable', 'The catalogue no longer says what earns a distinction')
  const fact = (resultDescription: string, value: string): Result => ({
    type: ['Result'],
    resultDescription,
    value,
  })
  const others = result.filter(({ resultDescription: of }) => of !== score && of !== distinction)
  const isDistinct = distinction && percent >= (distinctionFrom ?? Number.POSITIVE_INFINITY)
  return [
    fact(score, String(percent)),
    ...others,
    ...(isDistinct ? [fact(distinction, 'with distinction')] : []),
  ]
}

/** What the new version has of its own. */
export interface NewVersion {
  /** Whole seconds, later than that of the version before it. */
  readonly validFrom: string
  readonly status: StatusEntry
  /** Score that earns the distinction, where the catalogue still has the course. */
  readonly distinctionFrom: number | null
}

/**
 * The next version of a credential: the document as it was, but for what is corrected, its `validFrom` and its place in
 * a status list. Its `id` and subject stay (Open Badges 3.0 "Equality and comparison"), and `awardedDate` unless that is
 * what was wrong; of the catalogue nothing is read anew.
 *
 * @throws Refusal `not-correctable` for a score where none is earned.
 */
export function correctBadge(
  badge: UnsignedBadge,
  changes: Changes,
  { validFrom, status, distinctionFrom }: NewVersion,
): UnsignedBadge {
  const { name, score, awardedOn } = changes
  const { credentialSubject: subject } = badge
  const identifier = subject.identifier?.map((entry) =>
    name !== undefined && entry.identityType === 'name' && !entry.hashed
      ? { ...entry, identityHash: name }
      : entry,
  )
  return {
    ...badge,
    validFrom,
    ...(awardedOn === undefined ? {} : { awardedDate: `${awardedOn}T00:00:00Z` }),
    credentialSubject: {
      ...subject,
      ...(identifier ? { identifier } : {}),
      ...(score === undefined ? {} : { result: withScore(subject, score, distinctionFrom) }),
    },
    credentialStatus: status,
  }
}
