import type { Received } from '../checking/receiving/received.ts'
import type { Report } from '../checking/report.ts'
import type { RefusalCode } from '../errors.ts'
import type { Application, MadeStatement } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'

/** Something handed in that can be checked: a file, a link, a pasted text. */
export interface Source {
  /** File name, link, or what else tells it from the others. */
  readonly name: string
  /** @throws Refusal when no credential can be found in it, or it cannot be had. */
  check(): Promise<{ readonly report: Report; readonly received: Received }>
}

/** What somebody hands in for one applicant. */
export interface ApplicationForm {
  readonly specialization: string
  readonly sources: readonly Source[]
  readonly statements: readonly MadeStatement[]
  /** Name of the applicant, to be compared with the credentials. */
  readonly person: string | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** What the provider calls the applicant. */
  readonly reference: string | null
  /** ISO 8601 instant; now where it is absent. */
  readonly appliedAt: string | null
}

/** Something handed in that no credential could be read from. */
export interface Unread {
  readonly name: string
  readonly code: RefusalCode | 'fault'
}

/** A decision, what it was made from, and what could not be read. */
export interface Considered {
  readonly decision: Decision
  readonly application: Application
  readonly unread: readonly Unread[]
}
