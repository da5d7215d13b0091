import { Refusal } from '../errors.ts'
import {
  type EnrolmentNow,
  type EnrolmentState,
  enrolmentStates,
} from '../ledger/enrolment-record.ts'

export type { EnrolmentState } from '../ledger/enrolment-record.ts'

/** The state of this name. @throws Refusal `bad-request`. */
export function enrolmentStateOf(name: string): EnrolmentState {
  const state = enrolmentStates.find((candidate) => candidate === name)
  if (!state) throw new Refusal('bad-request', `A state is one of ${enrolmentStates.join(', ')}`)
  return state
}

/** An enrolment as the provider whose applicant it is may see it. */
export interface Enrolment extends Omit<EnrolmentNow, 'rowKey' | 'isSupportGone'> {
  /** The decision no longer stands: its credential was revoked, or what it rests on is gone. The place stays taken. */
  readonly supportGone: boolean
}

export function enrolmentOf(record: EnrolmentNow): Enrolment {
  const { rowKey: _rowKey, isSupportGone: supportGone, ...rest } = record
  return { ...rest, supportGone }
}

/** What is asked for: by a decision, or by the eligibility credential that was issued for one. */
export interface EnrolmentRequest {
  readonly ground:
    | { readonly decision: string }
    | { readonly specialization: string; readonly credential: string }
  readonly country: string | null
  readonly reference: string | null
  /** Said by the provider: another person than all who may be this one and have a place. */
  readonly isAnotherPerson?: boolean
}

/** The Idempotency-Key of a request, and a hash over all that makes it another one. */
export interface RequestKey {
  readonly key: string
  readonly hash: string
}

export interface Enrolled {
  readonly enrolment: Enrolment
  /** `false` where it was there already. */
  readonly isNew: boolean
}

export interface Withdrawn {
  readonly enrolment: Enrolment
  /** Who got a place by it: the caller's own by id, of all others how many. */
  readonly movedUp: readonly string[]
  readonly movedUpElsewhere: number
}

export interface EnrolmentsAsked {
  readonly specialization: string
  readonly state: EnrolmentState | null
  /** Id of the last one told before. */
  readonly after: string | null
  readonly limit: number
}
