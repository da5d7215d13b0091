import type { Catalogue } from '../learning/catalogue.ts'
import { achievementsOf } from '../learning/eligibility-achievement.ts'
import type { Partner } from '../learning/partner.ts'
import { achievementsInScope } from '../learning/partners.ts'
import { badgeContexts } from './build.ts'
import { absolute, achievementUrl } from './build-achievement.ts'
import type { Alignment, IssuerProfile, UnsignedMandate } from './open-badge.ts'
import { partnerPath } from './profile.ts'
import { isObject, isText, type Json, listOf } from './rule-vocabulary.ts'

/** Marks, among the alignments of an endorsed issuer, the achievements that it may issue (OB 3.0 "Extending"). */
export const mandatedType = 'ext:MandatedAchievement'

export const mandatePath = (partner: string): string => `${partnerPath(partner)}/mandate.json`

/** Between whom a mandate is, and where it stands. */
export interface MandateParties {
  readonly catalogue: Catalogue
  readonly programme: IssuerProfile
  /** DID of the partner. */
  readonly partnerDid: string
  readonly publicUrl: URL
}

const until = (day: string | null) => (day === null ? 'with no end set' : `to ${day}`)

function alignmentsOf(partner: Partner, { catalogue, publicUrl }: MandateParties): Alignment[] {
  const achievements = achievementsOf(catalogue)
  return achievementsInScope(partner, catalogue).map((id) => ({
    type: ['Alignment'],
    targetName: achievements.get(id)?.name.en ?? id,
    targetUrl: achievementUrl(publicUrl, id, 'en'),
    targetType: mandatedType,
  }))
}

/**
 * What the programme signs about a partner, complete but for its proof: an endorsement of its DID (OB 3.0
 * "EndorsementCredential") which says in `alignment` what may be issued, and in `validFrom` and `validUntil` when it was
 * earned, both days included. Pure: the same catalogue gives the same document.
 */
export function buildMandate(partner: Partner, parties: MandateParties): UnsignedMandate {
  const { programme, partnerDid, publicUrl } = parties
  const { scope } = partner
  const [credentials, openBadges] = badgeContexts
  const when = `from ${scope.from} ${until(scope.until)}`
  return {
    '@context': [credentials, openBadges],
    id: absolute(publicUrl, mandatePath(partner.id)),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `Mandate of ${partner.name}`,
    issuer: programme,
    validFrom: `${scope.from}T00:00:00Z`,
    ...(scope.until === null ? {} : { validUntil: `${scope.until}T23:59:59Z` }),
    credentialSubject: {
      id: partnerDid,
      type: ['EndorsementSubject'],
      name: partner.name,
      endorsementComment: `${partner.name} issues the achievements named here on behalf of ${programme.name}, where they were earned ${when}.`,
      alignment: alignmentsOf(partner, parties),
    },
  }
}

const objectsIn = (value: unknown) => listOf(value).filter(isObject)

/** Whether an endorsement says what may be issued; it need not hold. */
export const isMandate = ({ credentialSubject }: Json): boolean =>
  objectsIn(credentialSubject)
    .flatMap(({ alignment }) => objectsIn(alignment))
    .some(({ targetType }) => targetType === mandatedType)

/**
 * The name of whoever mandated an issuer, as its profile has it in a mandate; `undefined` where there is none. Reads
 * profiles of strangers too, and says nothing of whether the mandate holds.
 */
export function mandatedBy({
  endorsement,
}: {
  readonly endorsement?: unknown
}): string | undefined {
  const [mandate] = objectsIn(endorsement).filter(isMandate)
  const name = mandate && isObject(mandate.issuer) ? mandate.issuer.name : undefined
  return isText(name) && name.trim() !== '' ? name : undefined
}
