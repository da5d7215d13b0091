import type { Particular, RefusalCode } from '../errors.ts'
import type { Told } from '../language.ts'
import type { Application } from '../learning/eligibility/application.ts'
import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { DecisionInWords } from './decision.ts'

/** One step of the audit trail. */
export interface TrailStep {
  readonly happenedAt: string
  /** Label of the token, where it has one, else its id. */
  readonly who: string
  readonly action: string
  /** Name of what was settled. */
  readonly item: string | null
  readonly verdict: string | null
  readonly note: string | null
  readonly outcome: DecisionOutcome
  readonly ruleVersion: string
}

export interface DeskEnrolment {
  readonly state: 'enrolled' | 'waiting' | 'withdrawn'
  readonly position: number | null
  readonly supportGone: boolean
}

/** A step that was just made and is said to be. */
export type StepDone = 'decided' | 'reviewed' | 'issued' | 'enrolled' | 'same' | 'differs'

/** A stored decision at the desk of the provider it belongs to. */
export interface DeskDecision extends DecisionInWords {
  readonly id: string
  readonly specialization: Specialization
  /** Its name in the language of the page. */
  readonly name: Told
  readonly application: Application
  readonly unread: readonly { readonly name: string; readonly code: RefusalCode | 'fault' }[]
  readonly reference: string | null
  readonly country: string | null
  /** The random id in `/c/{id}`. */
  readonly credential: string | null
  /** Points that the signed answer states, where they are others than those of the decision. */
  readonly signedPoints: { readonly points: string; readonly of: string } | null
  /** It no longer stands: its signed answer or something it rests on was revoked. */
  readonly isWithdrawn: boolean
  readonly enrolment: DeskEnrolment | null
  readonly isExpired: boolean
  /** The catalogue has its specialization no longer: it can be read, and nothing can be done with it. */
  readonly isFormer: boolean
  readonly trail: readonly TrailStep[]
  /** What was settled by now, each by its name; the last verdict of each. */
  readonly settled: readonly {
    readonly item: string
    readonly name: string
    readonly verdict: 'accepted' | 'refused'
  }[]
  readonly done?: StepDone
  readonly problem?: RefusalCode
  /** Where in what was sent, and what is wrong there. */
  readonly particular?: Particular
  /** What was typed and is not kept: the notes, by their items, and the country. */
  readonly given?: { readonly notes?: ReadonlyMap<string, string>; readonly country?: string }
}
