import { Refusal } from '../errors.ts'
import type { Achievement, IssuerProfile, StatusEntry, UnsignedBadge } from './open-badge.ts'

/** What the next version has of its own. */
export interface Renewal {
  /** Whole seconds, later than that of the version before it. */
  readonly validFrom: string
  readonly status: StatusEntry
  /** What the catalogue says today, where that is to be said instead. */
  readonly texts?: { readonly achievement: Achievement; readonly issuer: IssuerProfile }
}

/**
 * The next version of a credential that says the same: the document as it was, but for its `validFrom`, its place in a
 * status list and, where given, the catalogue's texts of today. `id`, subject, results and `awardedDate` stay (Open
 * Badges 3.0 "Equality and comparison").
 *
 * @throws Refusal `not-correctable` when the catalogue no longer describes a result that was earned.
 */
export function renewBadge(
  badge: UnsignedBadge,
  { validFrom, status, texts }: Renewal,
): UnsignedBadge {
  const { credentialSubject: subject } = badge
  if (!texts) return { ...badge, validFrom, credentialStatus: status }
  const { achievement, issuer } = texts
  const described = achievement.resultDescription?.map(({ id }) => id) ?? []
  if (subject.result?.some(({ resultDescription }) => !described.includes(resultDescription)))
    throw new Refusal('not-correctable', 'The catalogue no longer describes a result that it has')
  return {
    ...badge,
    name: achievement.name,
    issuer,
    validFrom,
    credentialSubject: { ...subject, achievement },
    credentialStatus: status,
  }
}
