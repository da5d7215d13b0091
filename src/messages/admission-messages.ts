import type {
  CreditReason,
  Decision,
  DecisionOutcome,
  OutcomeReason,
  RuleOutcome,
  RuleReason,
  WaiverState,
} from '../learning/eligibility/decision.ts'

/** What a sentence about a requirement is filled in with; where something is not known, the sentence does without. */
export interface Filling {
  /** Name of the achievement, skill or statement it is about. */
  readonly what: string | null
  /** Hours, credits, percent, a level or a number of parts: what is there, and what is needed. */
  readonly has: number | null
  readonly needs: number | null
}

export type FilledIn = (filling: Filling) => string

/** What a decision says first, what that means, and what to do now. */
export interface OutcomeText {
  readonly title: string
  readonly meaning: string
  readonly advice: string
}

/** Headings and labels around a decision. */
export interface DecisionLabels {
  readonly rules: string
  readonly missing: string
  readonly helps: string
  readonly getIt: string
  readonly restsOn: string
  readonly modules: string
  readonly module: string
  readonly state: string
  readonly modulesNote: string
  readonly modulesInPart: string
  /** What becomes of those that are proven in part. */
  readonly modulesInPartNote: string
  readonly credentials: string
  /** Before the id of an issuer. */
  readonly from: string
  /** In place of a title that it does not have. */
  readonly untitled: string
  readonly priority: string
  readonly open: string
  readonly unread: string
  readonly details: string
  readonly specialization: string
  readonly ruleVersion: string
  readonly decidedAt: string
  readonly validUntil: string
  readonly reason: string
}

/** Sentences about who is admitted, for a reader who knows neither the rules nor how certificates are checked. */
export interface AdmissionMessages {
  readonly outcomes: Readonly<Record<DecisionOutcome, OutcomeText>>
  readonly outcomeReasons: Readonly<Record<OutcomeReason, string>>
  readonly ruleOutcomes: Readonly<Record<RuleOutcome, string>>
  readonly ruleReasons: Readonly<Record<RuleReason, FilledIn>>
  readonly creditReasons: Readonly<Record<CreditReason, string>>
  readonly waiverStates: Readonly<Record<WaiverState, string>>
  /** "12 of 20 hours are proven; 8 are missing." */
  moduleHours(proven: number, needed: number): string
  priority(priority: Decision['priority']): string
  points(points: number): string
  /** The points of a rule, by how it ended: who reads it sees whether they were given. */
  readonly pointsOf: Readonly<Record<RuleOutcome, (points: number) => string>>
  decidedOn(moment: string): string
  holdsUntil(day: string): string
  /** What a person is asked to settle, by the kind of the item and the name of what it is about. */
  readonly reviewItems: {
    rule(name: string): string
    statement(name: string): string
    module(name: string): string
    readonly person: string
    readonly admission: string
  }
  readonly labels: DecisionLabels
}
