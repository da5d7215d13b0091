import { type Result, recipientName, type UnsignedBadge } from '../credential/open-badge.ts'
import type { ShareShows } from '../ledger/shares.ts'
import { initialsOf } from './initials.ts'

/** What a link with an end shows of a credential: built of what may be seen, so that nothing else can slip through. */
export function shownPart(badge: UnsignedBadge, shows: ShareShows): UnsignedBadge {
  const { achievement, result = [] } = badge.credentialSubject
  const name = recipientName(badge.credentialSubject) ?? ''
  const shownName = shows.name === 'full' ? name : initialsOf(name)
  const isHours = ({ resultDescription }: Result) =>
    achievement.resultDescription?.find(({ id }) => id === resultDescription)?.resultType ===
    'ext:StudyHours'
  return {
    '@context': badge['@context'],
    id: '',
    type: badge.type,
    name: badge.name,
    issuer: badge.issuer,
    validFrom: badge.validFrom,
    ...(badge.validUntil !== undefined && { validUntil: badge.validUntil }),
    ...(badge.awardedDate !== undefined && { awardedDate: badge.awardedDate }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier:
        shownName === ''
          ? []
          : [
              {
                type: 'IdentityObject',
                hashed: false,
                identityHash: shownName,
                identityType: 'name',
              },
            ],
      achievement,
      result: result.filter((each) => (isHours(each) ? shows.hours : shows.results)),
    },
  }
}
