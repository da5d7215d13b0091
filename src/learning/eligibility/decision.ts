/** Why a rule ended as it did: public, stable, one sentence each in every language. */
export const ruleReasons = [
  'achievement-held',
  'skill-held',
  'alignment-held',
  'hours-proven',
  'credits-proven',
  'result-reached',
  'statement-accepted',
  'parts-met',
  'nothing-against',
  'rule-accepted',
  'achievement-missing',
  'skill-missing',
  'skill-level-low',
  'alignment-missing',
  'hours-missing',
  'credits-missing',
  'result-missing',
  'result-low',
  'awarded-outside-period',
  'issuer-not-recognised',
  'credential-not-genuine',
  'credential-revoked',
  'credential-suspended',
  'credential-replaced',
  'credential-expired',
  'credential-not-yet-valid',
  'statement-not-made',
  'statement-without-document',
  'statement-refused',
  'parts-missing',
  'held-against',
  'rule-refused',
  'credential-unclear',
  'level-not-stated',
  'persons-differ',
  'person-differs',
  'person-unclear',
  'statement-to-review',
  'parts-to-review',
] as const

export type RuleReason = (typeof ruleReasons)[number]

export type RuleOutcome = 'met' | 'unmet' | 'waived' | 'review'

/** How one requirement ended: a rule, or one part of it. */
export interface RequirementResult {
  readonly outcome: 'met' | 'unmet' | 'review'
  readonly reason: RuleReason
  /** Ids of the credentials it rests on or fails by, sorted, without repetition. */
  readonly because: readonly string[]
  /** What is there and what is needed: hours, credits, percent, level, parts. */
  readonly figures: { readonly has: number; readonly needs: number } | null
  /** Achievement, skill, target or statement it is about. */
  readonly about: string | null
}

export interface RuleResult extends Omit<RequirementResult, 'outcome'> {
  readonly rule: string
  readonly outcome: RuleOutcome
  readonly points: number
  /** Of a combination: the single requirements that are not met, so that each can be told. */
  readonly lacks: readonly RequirementResult[]
}

/** `proven`: as many hours are proven, a person has to accept; `partial`: fewer. */
export type WaiverState = 'none' | 'partial' | 'proven' | 'waived' | 'refused'

export interface ModuleResult {
  readonly module: string
  readonly state: WaiverState
  readonly hours: number
  readonly hoursProven: number
  /** `hours` less `hoursProven`. */
  readonly hoursMissing: number
  readonly because: readonly string[]
}

/** What became of each presented credential. */
export const creditReasons = [
  'counts',
  'twice',
  'unclear',
  'not-genuine',
  'impostor',
  'revoked',
  'suspended',
  'replaced',
  'expired',
  'not-yet-valid',
  'issuer-not-recognised',
  'persons-differ',
  'person-differs',
  'person-unclear',
  'not-the-applicants',
] as const

export type CreditReason = (typeof creditReasons)[number]

export interface CreditNote {
  readonly id: string
  readonly counts: 'yes' | 'no' | 'unclear'
  readonly reason: CreditReason
}

export type DecisionOutcome = 'eligible' | 'not-yet' | 'needs-review'

/** Why the whole ended as it did. */
export const outcomeReasons = [
  'conditions-met',
  'conditions-open',
  'considered',
  'admitted-by-reviewer',
  'conditions-unmet',
  'refused-by-reviewer',
  'persons-differ',
  'sources-unreachable',
] as const

export type OutcomeReason = (typeof outcomeReasons)[number]

export interface Decision {
  readonly specialization: string
  readonly outcome: DecisionOutcome
  readonly reason: OutcomeReason
  /** `pending`: points of rules that are in review. */
  readonly priority: { readonly points: number; readonly of: number; readonly pending: number }
  readonly rules: readonly RuleResult[]
  readonly modules: readonly ModuleResult[]
  readonly credentials: readonly CreditNote[]
  /** What waits for a person, as items of a `Review`. */
  readonly toReview: readonly string[]
  readonly ruleVersion: string
  readonly decidedAt: string
  /** Never later than the end of what it rests on. */
  readonly validUntil: string
}

/** Ids of the presented credentials that count so. */
export const idsCounted = (
  { credentials }: Pick<Decision, 'credentials'>,
  as: CreditNote['counts'],
): ReadonlySet<string> =>
  new Set(credentials.filter(({ counts }) => counts === as).map(({ id }) => id))
