import { Refusal } from '../../errors.ts'
import type { ReservationSettings } from '../../issuing/reserve.ts'
import type { Language } from '../../language.ts'
import type { Catalogue } from '../../learning/catalogue.ts'
import type { DraftRecord } from '../../ledger/drafts.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LettersWanted } from '../../ledger/letters.ts'
import type { DraftOptions } from './draft-options.ts'

/** What drafts need of the service. */
export interface DraftWorld {
  readonly config: { readonly dataDir: string; readonly undoMinutes: number }
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly mail: { wantedFor(isQuiet: boolean): LettersWanted }
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
  reservationSettings(language: Language, issuer?: string | null): Promise<ReservationSettings>
  issue(): Promise<unknown>
}

/** A draft with what it says of how it is read. */
export interface Draft extends Omit<DraftRecord, 'options'> {
  readonly options: DraftOptions
  /** When it is taken away by itself. */
  readonly endsAt: string
}

/** How long a draft is kept. */
export const keptMs = 7 * 24 * 60 * 60 * 1_000

export const draftOf = (record: DraftRecord): Draft => ({
  ...record,
  options: JSON.parse(record.options) as DraftOptions,
  endsAt: new Date(Date.parse(record.createdAt) + keptMs).toISOString(),
})

export const alreadyIssued = () =>
  new Refusal('draft-issued', 'It was issued: what came of it is in its batch')
