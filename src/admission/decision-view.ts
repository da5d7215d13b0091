import { Refusal } from '../errors.ts'
import type { Application } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import type { DecisionEvent, DecisionRecord } from '../ledger/decisions.ts'
import type { Unread } from './application-form.ts'

/** A stored decision with what it was made from. */
export interface DecisionView {
  readonly id: string
  readonly specialization: string
  readonly decision: Decision
  readonly application: Application
  readonly unread: readonly Unread[]
  readonly reference: string | null
  readonly country: string | null
  readonly provider: string
  /** The random id in `/c/{id}` of the signed credential of it. */
  readonly credential: string | null
  /** Everything that was done about it, from the first step on. */
  readonly events: readonly DecisionEvent[]
}

/** A decision as it stands in a list. */
export interface DecisionSummary
  extends Omit<DecisionRecord, 'application' | 'person' | 'erasedAt'> {
  /** What to call the applicant, see applicantName; `null` for none, or erased. */
  readonly name: string | null
  readonly isErased: boolean
}

/** What is kept of an application until it is erased. */
export interface StoredApplication {
  readonly application: Application
  /** What to call the applicant, as it was decided. */
  readonly name?: string | null
  readonly unread: readonly Unread[]
}

/** @throws Refusal `decision-erased` when the retention time is over. */
export function openApplication({ application }: DecisionRecord): StoredApplication {
  if (application === null)
    throw new Refusal('decision-erased', 'What this decision rested on has been erased')
  return JSON.parse(application) as StoredApplication
}

export function summaryOf(record: DecisionRecord): DecisionSummary {
  const { application, person: _, erasedAt, ...summary } = record
  const isErased = application === null || erasedAt !== null
  const name = isErased ? null : (openApplication(record).name ?? null)
  return { ...summary, name, isErased }
}
