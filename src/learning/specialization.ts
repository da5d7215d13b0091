import type { Localised } from '../language.ts'

/** A day, `YYYY-MM-DD`. */
export type Day = string

/** Which credentials a requirement may rest on. */
export interface Which {
  /** Ids of recognitions; every recognition of the catalogue where it is absent. */
  readonly from?: readonly string[]
  /** When it was awarded: between two days, both included, or within so many months before the decision. */
  readonly awarded?: {
    readonly since?: Day
    readonly until?: Day
    readonly withinMonths?: number
  }
}

/** What a result has to reach: exactly one of the three. */
export interface ResultThreshold {
  readonly percent?: number
  /** At least `grade` in an order from the lowest to the highest. */
  readonly grade?: { readonly atLeast: string; readonly order: readonly string[] }
  readonly distinction?: true
}

/**
 * Something to be shown, or a combination of such. An achievement is an id of the catalogue, or the https address that is
 * the base id of a foreign one; a skill is an id of the catalogue; an alignment is the address of any framework's item.
 */
export type Requirement =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Requirement[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Requirement[] }
  | { readonly kind: 'not'; readonly of: Requirement }
  | { readonly kind: 'rule'; readonly rule: string }
  | ({ readonly kind: 'achievement'; readonly achievement: string } & Which)
  | ({ readonly kind: 'skill'; readonly skill: string; readonly level: number } & Which)
  | ({ readonly kind: 'alignment'; readonly target: string; readonly level: number | null } & Which)
  | ({
      readonly kind: 'hours'
      readonly atLeast: number
      /** Only hours spent on one of these; all hours where it is absent. */
      readonly skills?: readonly string[]
    } & Which)
  | ({ readonly kind: 'credits'; readonly atLeast: number } & Which)
  | ({
      readonly kind: 'result'
      /** Of this achievement; of any where it is absent. */
      readonly achievement?: string
      readonly reaches: ResultThreshold
    } & Which)
  | { readonly kind: 'statement'; readonly statement: string }

/** Whose word counts for what: an issuer, and the skills and hours it is believed about. */
export interface Recognition {
  readonly id: string
  /** `own`, or the DID (or https address) that the issuer signs under. */
  readonly issuer: string
  /** Skills it is believed about; `null` for all. */
  readonly skills: readonly string[] | null
  /** The most hours that one credential of it counts for; `null` for as many as it states. */
  readonly maxHours: number | null
  readonly since: Day | null
  readonly until: Day | null
  /** What an item of a foreign framework stands for here. `level` `null`: the level is not known. */
  readonly alignments: readonly {
    readonly target: string
    readonly skill: string
    readonly level: number | null
  }[]
}

export interface StatementKind {
  readonly id: string
  readonly name: Localised
  /** `document`: nothing to look at without one. Either way a person decides whether it holds. */
  readonly needs: 'document' | 'review'
}

export interface AdmissionRule {
  readonly id: string
  readonly name: Localised
  /** Where to get what is missing. */
  readonly advice: Localised
  readonly requires: Requirement
  /** What it adds to the priority when it is met. */
  readonly points: number
}

export interface Admission {
  /** Days a decision holds, unless what it rests on ends earlier. */
  readonly validDays: number
  readonly statements: readonly StatementKind[]
  readonly rules: readonly AdmissionRule[]
  /** Met: `eligible`. Open: `needs-review`. */
  readonly eligible: Requirement
  /** Where `eligible` is unmet, met or open: `needs-review`. `null`: nothing is considered beside it. */
  readonly considered: Requirement | null
  /** Whose certificates may stand for modules, by recognition; `null`: no module can be skipped. */
  readonly waivers: { readonly from: readonly string[] } | null
}

export interface SpecializationModule {
  readonly id: string
  readonly name: Localised
  readonly hours: number
  readonly skills: readonly string[]
}

/** A course that admits some: who, is in `admission`. */
export interface Specialization {
  readonly id: string
  readonly name: Localised
  readonly description: Localised
  readonly profile: string
  /** As the programme states them: the total is not computed from the parts. */
  readonly hours: {
    readonly total: number | null
    readonly parts: readonly { readonly name: Localised; readonly hours: number }[]
  }
  readonly places: { readonly total: number | null; readonly perCountry: number | null }
  /** ISO 3166-1 alpha-2; where there are none, the country is not asked for. */
  readonly countries: readonly string[]
  /** Days between which one may apply, both included. */
  readonly applications: { readonly from: Day | null; readonly until: Day | null }
  /** Where to apply, for learners; a training provider's page, say. */
  readonly applyAt?: string | undefined
  readonly modules: readonly SpecializationModule[]
  readonly admission: Admission
  /** How the signed answer is called and drawn. */
  readonly eligibility: {
    readonly version: string
    readonly name: Localised
    readonly description: Localised
    readonly criteria: Localised
    readonly emblem: { readonly label: string; readonly ink: string; readonly ground: string }
    /** Id of the partner that signs it; `null` for the programme. */
    readonly issuer: string | null
  }
}
