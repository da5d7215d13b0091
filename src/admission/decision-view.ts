import { Refusal } from '../errors.ts'
import type { Application } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import type { DecisionEvent, DecisionRecord } from '../ledger/decision-record.ts'
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
  /** It said `eligible`, and its credential or something it rests on was revoked since: nobody is enrolled by it. */
  readonly isWithdrawn: boolean
  /** Everything that was done about it, from the first step on. */
  readonly events: readonly DecisionEvent[]
}

/** What is kept of an application until it is erased. */
export interface StoredApplication {
  readonly application: Application
  readonly unread: readonly Unread[]
}

/** @throws Refusal `decision-erased` when the retention time is over. */
export function openApplication({ application }: DecisionRecord): StoredApplication {
  if (application === null)
    throw new Refusal('decision-erased', 'What this decision rested on has been erased')
  return JSON.parse(application) as StoredApplication
}
