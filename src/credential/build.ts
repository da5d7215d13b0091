import { createHash, randomBytes } from 'node:crypto'
import { inLanguage, type Language, languages } from '../language.ts'
import type { Award, AwardResult } from '../learning/awards.ts'
import type { Catalogue, CatalogueAchievement, Skill } from '../learning/catalogue.ts'
import type {
  Achievement,
  Alignment,
  IdentityObject,
  IssuerProfile,
  Related,
  Result,
  ResultDescription,
  StatusEntry,
  UnsignedBadge,
} from './open-badge.ts'

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
const achievementSchema =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/** Who issues and where: all that a credential says of the service. */
export interface Issuance {
  readonly catalogue: Catalogue
  /** `did:web:…` of the issuer. */
  readonly issuer: string
  readonly publicUrl: URL
}

const absolute = (publicUrl: URL, path: string) => new URL(path, publicUrl).href

/** The achievement's languages: English, and each in which all of it has been written. */
export function languagesOf(achievement: CatalogueAchievement): Language[] {
  const { name, description, criteria } = achievement
  return languages.filter((language) =>
    [name, description, criteria].every((text) => text[language] !== null),
  )
}

/** The language it can be signed in: the asked one where the achievement is written in it, else English. */
export function signingLanguage(achievement: CatalogueAchievement, asked: Language): Language {
  return languagesOf(achievement).includes(asked) ? asked : 'en'
}

/**
 * Id of an achievement: the base id in English, `{base}/{lang}` for a translation. Shared by all learners and stable,
 * so that "holds achievement X" can be answered; rules compare the base.
 */
export function achievementUrl(publicUrl: URL, id: string, language: Language): string {
  return absolute(publicUrl, `/achievements/${id}${language === 'en' ? '' : `/${language}`}`)
}

const describedResults = {
  score: { name: 'Final score', resultType: 'Percent', valueMin: '0', valueMax: '100' },
  hours: { name: 'Hours of study', resultType: 'ext:StudyHours' },
  distinction: { name: 'Distinction', resultType: 'ext:Distinction' },
} as const satisfies Record<AwardResult['kind'], Omit<ResultDescription, 'id' | 'type'>>

const resultId = (base: string, kind: AwardResult['kind']) => `${base}#${kind}`

function resultKinds(achievement: CatalogueAchievement): AwardResult['kind'][] {
  return [
    ...(achievement.hasScore ? (['score'] as const) : []),
    ...(achievement.hours === null ? [] : (['hours'] as const)),
    ...(achievement.hasDistinction ? (['distinction'] as const) : []),
  ]
}

function skillAlignment(skill: Skill, language: Language, publicUrl: URL): Alignment {
  return {
    type: ['Alignment'],
    targetName: inLanguage(skill.name, language),
    targetUrl: absolute(publicUrl, `/skills/${skill.id}`),
    targetType: 'ext:Skill',
    ...(skill.framework
      ? {
          targetFramework: skill.framework,
          targetDescription: `${skill.framework}: ${skill.frameworkArea}, level ${skill.level}`,
        }
      : { targetDescription: `Level ${skill.level}` }),
  }
}

/** The EQF level is the programme's own claim, and says so: no national framework has referenced it. */
const eqfAlignment = (level: number): Alignment => ({
  type: ['Alignment'],
  targetName: `EQF level ${level}`,
  targetUrl: `http://data.europa.eu/snb/eqf/${level}`,
  targetCode: String(level),
  targetFramework: 'EQF',
  targetDescription: 'As claimed by the programme; not referenced in a national framework',
  targetType: 'ext:EQFLevel',
})

function relatedLanguages(
  achievement: CatalogueAchievement,
  language: Language,
  publicUrl: URL,
): Related[] {
  return languagesOf(achievement)
    .filter((other) => other !== language)
    .map((other) => ({
      id: achievementUrl(publicUrl, achievement.id, other),
      type: ['Related'],
      inLanguage: other,
      version: achievement.version,
    }))
}

/** The Open Badges `Achievement` as every credential embeds it and as its own URL answers (OB 3.0 §B.1.1). */
export function buildAchievement(
  achievement: CatalogueAchievement,
  language: Language,
  { catalogue, publicUrl }: Pick<Issuance, 'catalogue' | 'publicUrl'>,
): Achievement {
  const base = absolute(publicUrl, `/achievements/${achievement.id}`)
  const related = relatedLanguages(achievement, language, publicUrl)
  const skills = catalogue.skills.filter((skill) => achievement.skills.includes(skill.id))
  const alignment = [
    ...(achievement.eqfLevel === null ? [] : [eqfAlignment(achievement.eqfLevel)]),
    ...skills.map((skill) => skillAlignment(skill, language, publicUrl)),
  ]
  const resultDescription = resultKinds(achievement).map((kind) => ({
    id: resultId(base, kind),
    type: ['ResultDescription'],
    ...describedResults[kind],
  }))
  return {
    id: achievementUrl(publicUrl, achievement.id, language),
    type: ['Achievement'],
    achievementType: achievement.achievementType,
    name: inLanguage(achievement.name, language),
    description: inLanguage(achievement.description, language),
    criteria: { id: base, narrative: inLanguage(achievement.criteria, language) },
    inLanguage: language,
    version: achievement.version,
    image: { id: `${base}.png`, type: 'Image', caption: inLanguage(achievement.name, language) },
    // Sets may not be empty (OB 3.0 serialization), so an absent one is left out.
    ...(achievement.tags.length > 0 ? { tag: achievement.tags } : {}),
    ...(alignment.length > 0 ? { alignment } : {}),
    ...(related.length > 0 ? { related } : {}),
    ...(resultDescription.length > 0 ? { resultDescription } : {}),
  }
}

export function buildIssuer({ catalogue, issuer, publicUrl }: Issuance): IssuerProfile {
  return {
    id: issuer,
    type: ['Profile'],
    name: catalogue.issuer.name,
    url: absolute(publicUrl, '/issuer'),
    description: catalogue.issuer.description.en,
  }
}

const resultValue = (result: AwardResult): string => {
  switch (result.kind) {
    case 'score':
      return String(result.percent)
    case 'hours':
      return String(result.hours)
    case 'distinction':
      return 'with distinction'
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
}

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
    '@context': [credentialsContext, openBadgesContext, extensionsContext],
    id: reservation.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: inLanguage(achievement.name, language),
    issuer: buildIssuer(issuance),
    validFrom: wholeSeconds(reservation.validFrom),
    awardedDate: `${award.awardedOn}T00:00:00Z`,
    credentialSubject: {
      id: reservation.subject,
      type: ['AchievementSubject'],
      identifier: reservation.emailHash ? [name, reservation.emailHash] : [name],
      achievement: buildAchievement(achievement, language, issuance),
      ...(result.length > 0 ? { result } : {}),
    },
    credentialSchema: [{ id: achievementSchema, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: reservation.status,
  }
}
