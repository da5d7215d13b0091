import type { Recognition, Requirement } from '../specialization.ts'

/** A skill at the level that the catalogue gives it. */
export interface LevelledSkill {
  readonly skill: string
  readonly level: number
}

/** Hours that are counted once, whichever credential shows them: a module of a course. */
export interface StudyUnit {
  readonly id: string
  readonly hours: number
  readonly skills: readonly string[]
}

/** What one of our own achievements stands for. */
export interface OwnAchievement {
  readonly skills: readonly LevelledSkill[]
  /** Modules behind it; empty where no fixed ones are. */
  readonly units: readonly StudyUnit[]
}

/**
 * Everything a decision depends on beside the application, and no texts: plain JSON, so that it can be kept, and an old
 * decision made again with the rules of its day.
 */
export interface RuleBook {
  readonly specialization: string
  /** `sha256-` and 64 hexadecimal digits over all the other members. */
  readonly version: string
  readonly validDays: number
  readonly rules: readonly {
    readonly id: string
    readonly requires: Requirement
    readonly points: number
  }[]
  readonly eligible: Requirement
  readonly considered: Requirement | null
  readonly statements: readonly { readonly id: string; readonly needs: 'document' | 'review' }[]
  readonly modules: readonly StudyUnit[]
  readonly waiversFrom: readonly string[] | null
  readonly recognitions: readonly Recognition[]
  /** Our own achievements by id. */
  readonly own: Readonly<Record<string, OwnAchievement>>
}
