import type { Row } from './database.ts'

export const enrolmentStates = ['enrolled', 'waiting', 'withdrawn'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]

/** A place of a person in a specialization, or the wait for one. */
export interface EnrolmentRecord {
  readonly rowKey: string
  /** Random, as in addresses. */
  readonly id: string
  readonly specialization: string
  /** Whose applicant it is. */
  readonly provider: string
  readonly decision: string
  /** What the provider calls the applicant; `null` once erased. */
  readonly reference: string | null
  /** ISO 3166-1 alpha-2; `null` where the specialization asks for none. */
  readonly country: string | null
  /** Priority as the decision gave it. */
  readonly points: number
  /** ISO 8601 instants. */
  readonly appliedAt: string
  readonly state: EnrolmentState
  readonly createdAt: string
  readonly changedAt: string
  readonly erasedAt: string | null
}

export interface EnrolmentNow extends EnrolmentRecord {
  /** Place in the waiting list, from 1. */
  readonly position: number | null
  /** The decision is no longer `eligible`, or its credential was revoked or lost what it rests on. */
  readonly isSupportGone: boolean
}

/** How many are in one state, by country. */
export interface EnrolmentCount {
  readonly state: EnrolmentState
  readonly country: string | null
  readonly count: number
}

export function readEnrolment(row: Row): EnrolmentRecord {
  return {
    rowKey: String(row.row_key),
    id: String(row.id),
    specialization: String(row.specialization),
    provider: String(row.provider),
    decision: String(row.decision),
    reference: row.reference as string | null,
    country: row.country as string | null,
    points: Number(row.points),
    appliedAt: String(row.applied_at),
    state: row.state as EnrolmentState,
    createdAt: String(row.created_at),
    changedAt: String(row.changed_at),
    erasedAt: row.erased_at as string | null,
  }
}

export const readEnrolmentNow = (row: Row): EnrolmentNow => ({
  ...readEnrolment(row),
  position: row.position === null ? null : Number(row.position),
  isSupportGone: row.is_support_gone === 1,
})
