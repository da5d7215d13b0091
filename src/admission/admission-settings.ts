import type { Language } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { DecisionLink, StoredDecision } from './issue-eligibility.ts'

/** What the service gives to all that concerns admission. */
export interface AdmissionSettings {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly publicUrl: URL
  readonly now: () => Date
  /** The DIDs of everybody who issues here. */
  readonly keyring: { dids(): ReadonlySet<string> }
  /** Signs what a decision says; see issueEligibility for what it refuses. */
  readonly eligibility: {
    issue(stored: StoredDecision, link: DecisionLink, language: Language): Promise<string>
  }
  /** Told of decisions that were made or reviewed, in the same transaction. */
  readonly participation: { reached(decision: string, stage: 'eligible'): void }
  /** Told of what was thrown that is no refusal: a fault of ours. */
  fault(where: string, thrown: unknown): void
}
