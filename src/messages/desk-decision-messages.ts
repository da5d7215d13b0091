import type { DecisionOutcome } from '../learning/eligibility/decision.ts'

/** Steps of an audit trail that have a name; others are shown by their code. */
export interface TrailActions {
  readonly decided: string
  readonly reviewed: string
  readonly issued: string
  readonly enrolled: string
  readonly waiting: string
  readonly 'moved-up': string
  readonly 'told-apart': string
  readonly withdrawn: string
}

/** Words of the page of one decision, around the decision itself. */
export interface DeskDecisionMessages {
  readonly about: string
  of(specialization: string): string
  readonly applicant: string
  readonly labels: {
    readonly person: string
    readonly reference: string
    readonly country: string
    readonly applied: string
    readonly credential: string
    readonly enrolment: string
    readonly id: string
  }
  readonly statements: string
  /** What to do now, said to the provider, by the outcome. */
  readonly advice: Readonly<Record<DecisionOutcome, string>>
  /** The same once the person has a place or waits for one. */
  readonly enrolledAdvice: string
  documentShown(name: string): string
  /** It was not handed in: a list has its name. */
  documentNamed(name: string): string
  readonly noDocument: string
  /** Of a certificate that names nobody. */
  readonly noName: string
  /** There is no room for more of them. */
  moreOpen(count: number): string
  /** What either verdict on the person comes to. */
  readonly personNamed: string
  readonly personNotNamed: string
  /** Beside a box to tick. */
  readonly mayRevoke: string
  readonly settled: string
  readonly accepted: string
  readonly refused: string
  readonly otherwise: string
  readonly note: string
  readonly noteHint: string
  readonly accept: string
  readonly refuse: string
  readonly steps: string
  readonly issue: string
  readonly issueNote: string
  readonly seeCredential: string
  readonly enrol: string
  readonly enrolNote: string
  /** Beside a box to tick. */
  readonly anotherPerson: string
  readonly seeEnrolments: string
  readonly enrolments: {
    readonly enrolled: string
    readonly waiting: string
    readonly withdrawn: string
  }
  readonly supportGone: string
  readonly receiptPdf: string
  readonly receiptJwt: string
  readonly receiptNote: string
  readonly again: string
  readonly againNote: string
  readonly rerun: string
  readonly same: string
  readonly differs: string
  readonly expired: string
  readonly withdrawn: string
  /** Beside a signed answer. */
  stalePoints(points: string, of: string): string
  /** Of a specialization that the catalogue has no longer. */
  readonly former: string
  readonly trail: string
  readonly trailColumns: {
    readonly when: string
    readonly who: string
    readonly what: string
    readonly outcome: string
    readonly rules: string
  }
  readonly actions: TrailActions
  readonly administrator: string
  readonly service: string
  readonly done: {
    readonly decided: string
    readonly reviewed: string
    readonly issued: string
    readonly enrolled: string
  }
}
