import { Refusal } from '../errors.ts'
import { type EnrolmentNow, type EnrolmentState, enrolmentStates } from '../ledger/enrolments.ts'

export type { EnrolmentState } from '../ledger/enrolments.ts'

/** The state of this name. @throws Refusal `bad-request`. */
export function enrolmentStateOf(name: string): EnrolmentState {
  const state = enrolmentStates.find((candidate) => candidate === name)
  if (!state) throw new Refusal('bad-request', `A state is one of ${enrolmentStates.join(', ')}`)
  return state
}

/** An enrolment as the provider whose applicant it is may see it. */
export interface Enrolment {
  readonly id: string
  readonly specialization: string
  readonly provider: string
  readonly decision: string
  readonly reference: string | null
  readonly country: string | null
  readonly state: EnrolmentState
  /** Place in the waiting list, from 1; `null` for who does not wait. */
  readonly position: number | null
  readonly points: number
  /** ISO 8601 instants. */
  readonly appliedAt: string
  readonly createdAt: string
  readonly changedAt: string
  /** The decision no longer stands: its credential was revoked, or what it rests on is gone. The place stays taken. */
  readonly supportGone: boolean
  readonly erasedAt: string | null
}

export function enrolmentOf(record: EnrolmentNow): Enrolment {
  const { rowKey: _rowKey, person: _person, isSupportGone: supportGone, ...rest } = record
  return { ...rest, supportGone }
}

/** What is asked for: by a decision, or by the eligibility credential that was issued for one. */
export interface EnrolmentRequest {
  readonly ground:
    | { readonly decision: string }
    | { readonly specialization: string; readonly credential: string }
  readonly country: string | null
  readonly reference: string | null
}

/** How many places there are, are taken and are waited for; over all providers. `null`: no limit. */
export interface Places {
  readonly total: number | null
  readonly taken: number
  readonly waiting: number
  readonly perCountry: {
    readonly limit: number | null
    readonly countries: readonly {
      readonly country: string
      readonly taken: number
      readonly waiting: number
    }[]
  }
}
