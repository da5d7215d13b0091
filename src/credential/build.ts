import { createHash, randomBytes } from 'node:crypto'
import { inLanguage, type Language } from '../language.ts'
import type { Award, AwardResult } from '../learning/awards.ts'
import type { CatalogueAchievement } from '../learning/catalogue.ts'
import {
  type AchievementHome,
  absolute,
  buildAchievement,
  resultId,
  signingLanguage,
} from './build-achievement.ts'
import type {
  Evidence,
  IdentityObject,
  IssuerProfile,
  RelatedResource,
  Result,
  StatusEntry,
  UnsignedBadge,
} from './open-badge.ts'

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
/** What every credential of ours is read by, in this order. */
export const badgeContexts = [credentialsContext, openBadgesContext, extensionsContext] as const
export const badgeTypes = ['VerifiableCredential', 'OpenBadgeCredential'] as const
const achievementSchema =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/** Who issues and where: all that a credential says of the service. */
export interface Issuance extends AchievementHome {
  readonly issuer: IssuerProfile
}

const resultValue = (result: AwardResult): string => {
  switch (result.kind) {
    case 'score':
      return String(result.percent)
    case 'hours':
      return String(result.hours)
    case 'distinction':
      return 'with distinction'
    case 'rules':
      return result.version
    case 'decision':
      return result.reason
    case 'priority':
      return `${result.points}/${result.of}`
  }
}

/** The e-mail as OB 3.0 §B.3 hashes it: `sha256$` + hex of e-mail ‖ salt, with 128 random bits of salt. */
export function hashedEmail(email: string, salt = randomBytes(16).toString('hex')): IdentityObject {
  const identityHash = createHash('sha256').update(`${email}${salt}`).digest('hex')
  return {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${identityHash}`,
    identityType: 'emailAddress',
    salt,
  }
}

/** What the ledger reserved for one award. */
export interface Reservation {
  /** `PUBLIC_URL/c/{id}`. */
  readonly id: string
  /** Random `urn:uuid:` of the learner, the same in all of a learner's credentials. */
  readonly subject: string
  readonly validFrom: Date
  readonly language: Language
  readonly status: StatusEntry
  readonly emailHash: IdentityObject | null
  /** Of what does not hold for ever, and rests on other credentials. */
  readonly support?: Support
}

/** How long an award holds and what it rests on. */
export interface Support {
  readonly validUntil: Date
  readonly evidence: readonly Evidence[]
  readonly relatedResource: readonly RelatedResource[]
}

// Sets may not be empty (OB 3.0 serialization), so an absent one is left out.
const restingOn = ({ evidence, relatedResource }: Support) => ({
  ...(evidence.length > 0 ? { evidence } : {}),
  ...(relatedResource.length > 0 ? { relatedResource } : {}),
})

const wholeSeconds = (instant: Date) => `${instant.toISOString().slice(0, 19)}Z`

/**
 * The credential of one award, complete but for its proof: Open Badges 3.0 on VC Data Model 2.0. Which fact stands in
 * which member, and why, is in docs/CREDENTIAL.md. Pure: what is random comes with the reservation.
 */
export function buildBadge(
  award: Award,
  achievement: CatalogueAchievement,
  reservation: Reservation,
  issuance: Issuance,
): UnsignedBadge {
  const language = signingLanguage(achievement, reservation.language)
  const base = absolute(issuance.publicUrl, `/achievements/${achievement.id}`)
  const { support } = reservation
  const name: IdentityObject = {
    type: 'IdentityObject',
    hashed: false,
    identityHash: award.learner.name,
    identityType: 'name',
  }
  const result: Result[] = award.results.map((fact) => ({
    type: ['Result'],
    resultDescription: resultId(base, fact.kind),
    value: resultValue(fact),
  }))
  return {
    '@context': badgeContexts,
    id: reservation.id,
    type: badgeTypes,
    name: inLanguage(achievement.name, language),
    issuer: issuance.issuer,
    validFrom: wholeSeconds(reservation.validFrom),
    ...(support ? { validUntil: wholeSeconds(support.validUntil) } : {}),
    awardedDate: `${award.awardedOn}T00:00:00Z`,
    credentialSubject: {
      id: reservation.subject,
      type: ['AchievementSubject'],
      identifier: reservation.emailHash ? [name, reservation.emailHash] : [name],
      achievement: buildAchievement(achievement, language, issuance),
      ...(result.length > 0 ? { result } : {}),
    },
    ...(support ? restingOn(support) : {}),
    credentialSchema: [{ id: achievementSchema, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: reservation.status,
  }
}
