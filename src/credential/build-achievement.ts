import { inLanguage, type Language, languages } from '../language.ts'
import type { AwardResult } from '../learning/awards.ts'
import type { Catalogue, CatalogueAchievement, Skill } from '../learning/catalogue.ts'
import type { Achievement, Alignment, Related, ResultDescription } from './open-badge.ts'
import { resultNames } from './result-names.ts'

/** Where achievements are published, and what they refer to. */
export interface AchievementHome {
  readonly catalogue: Catalogue
  readonly publicUrl: URL
}

export const absolute = (publicUrl: URL, path: string): string => new URL(path, publicUrl).href

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
  score: { resultType: 'Percent', valueMin: '0', valueMax: '100' },
  hours: { resultType: 'ext:StudyHours' },
  distinction: { resultType: 'ext:Distinction' },
  rules: { resultType: 'ext:RuleVersion' },
  decision: { resultType: 'ext:DecisionReason' },
  priority: { resultType: 'ext:PriorityPoints' },
} as const satisfies Record<AwardResult['kind'], Omit<ResultDescription, 'id' | 'type' | 'name'>>

/** The description of one kind of result; the same for every learner. */
export const resultId = (base: string, kind: AwardResult['kind']) => `${base}#${kind}`

const admissionResults = ['rules', 'decision', 'priority'] as const

function resultKinds(achievement: CatalogueAchievement): AwardResult['kind'][] {
  return [
    ...(achievement.hasScore ? (['score'] as const) : []),
    ...(achievement.hours === null ? [] : (['hours'] as const)),
    ...(achievement.hasDistinction ? (['distinction'] as const) : []),
    ...(achievement.earnedBy.kind === 'admission' ? admissionResults : []),
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
  { catalogue, publicUrl }: AchievementHome,
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
    name: inLanguage(resultNames[kind], language),
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
