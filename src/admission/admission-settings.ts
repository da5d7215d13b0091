import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { IssuerKeys } from '../proof/issuer-keys.ts'

/** What the service gives to all that concerns admission. */
export interface AdmissionSettings {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly publicUrl: URL
  readonly now: () => Date
  readonly keyring: { current(): Promise<IssuerKeys> }
  /** Told of what was thrown that is no refusal: a fault of ours. */
  fault(where: string, thrown: unknown): void
}
