import type { Language, Localised } from '../language.ts'
import type { CertificateDesign } from './certificate-schema.ts'
import type { Partner } from './partner.ts'
import type { Recognition, Specialization } from './specialization.ts'

/** A subject area of the programme; modules and skills belong to one. */
export interface Area {
  readonly id: string
  readonly name: Localised
}

/** Something a learner can do afterwards, and the framework area it is mapped to by name (never by an invented URI). */
export interface Skill {
  readonly id: string
  readonly name: Localised
  readonly area: string
  readonly framework: 'DigComp' | 'EntreComp' | null
  readonly frameworkArea: string | null
  /** Proficiency level claimed, 1 to 8 on the DigComp scale. */
  readonly level: number
  readonly profiles: readonly string[]
}

export interface Module {
  readonly id: string
  readonly name: Localised
  readonly area: string
  /** Week of the course, from 1. */
  readonly week: number
  readonly hours: number
  readonly skills: readonly string[]
  /** Names under which an LMS may list the activity that completes this module. */
  readonly activities: readonly string[]
  /**
   * Percent from which a graded activity completes the module, in exports that hold its points; `null` for anything
   * above nothing.
   */
  readonly passFrom?: number | null | undefined
}

/** A job profile the skills lead to, such as CECO or DIGY. */
export interface Profile {
  readonly id: string
  readonly code: string
  readonly name: Localised
  readonly description: Localised
}

/** What has to be done for an achievement; see awards.ts. */
export type EarnedBy =
  | { readonly kind: 'course-completed' }
  | { readonly kind: 'area-completed'; readonly area: string }
  | {
      readonly kind: 'modules-at-least'
      readonly count: number
      readonly unless: readonly string[]
    }
  /** By a decision, never by a completion. */
  | { readonly kind: 'admission'; readonly specialization: string }

export interface CatalogueAchievement {
  readonly id: string
  readonly version: string
  /** Open Badges 3.0 `achievementType`, from its enumeration or `ext:…`. */
  readonly achievementType: string
  readonly name: Localised
  readonly description: Localised
  /** What had to be done, in honest words; becomes `criteria.narrative`. */
  readonly criteria: Localised
  readonly earnedBy: EarnedBy
  readonly tags: readonly string[]
  /** Hours of study it stands for; `null` where no fixed number can be claimed. */
  readonly hours: number | null
  /** EQF level as the programme claims it. */
  readonly eqfLevel: number | null
  readonly skills: readonly string[]
  readonly profiles: readonly string[]
  /** Whether the score, and a distinction, are stated as results. */
  readonly hasScore: boolean
  readonly hasDistinction: boolean
  /** Drawn by us: a short text and a colour pair (`#rrggbb`) for the badge. */
  readonly emblem: { readonly label: string; readonly ink: string; readonly ground: string }
  /** Id of the partner that issues it; `null` for whoever issues its course. */
  readonly issuer: string | null
}

export interface Course {
  readonly id: string
  readonly name: Localised
  readonly language: Language
  readonly weeks: number
  readonly modules: readonly Module[]
  readonly achievements: readonly CatalogueAchievement[]
  /** Score in percent from which a completion is "with distinction". */
  readonly distinctionFrom: number
  /** Score in percent from which the course is passed, in exports that hold a score and do not say; else 60. */
  readonly passFrom?: number | null | undefined
  /** Where its certificates look otherwise than those of the programme. */
  readonly certificate: CertificateDesign | null
  /** Id of the partner that issues what its achievements name no other issuer of; `null` for the programme. */
  readonly issuer: string | null
}

/** The programme an operator runs: parsed, cross-checked and frozen. */
export interface Catalogue {
  readonly version: string
  /** True for the sample that ships: shown on every page so that nobody mistakes it for the real programme. */
  readonly illustrative: boolean
  readonly programme: {
    readonly name: Localised
    readonly description: Localised
    readonly url: string | null
  }
  readonly issuer: {
    readonly name: string
    readonly description: Localised
    readonly url: string | null
    /** Numeric LinkedIn page id, for "Add to profile". */
    readonly linkedInOrganizationId: string | null
  }
  /** Partners that issue on behalf of the programme, each under its own name and keys. */
  readonly issuers: readonly Partner[]
  readonly certificate: CertificateDesign
  readonly areas: readonly Area[]
  readonly skills: readonly Skill[]
  readonly profiles: readonly Profile[]
  readonly courses: readonly Course[]
  /** Whose credentials count for the specializations. */
  readonly recognitions: readonly Recognition[]
  readonly specializations: readonly Specialization[]
}
