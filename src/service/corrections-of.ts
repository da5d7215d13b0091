import { type CorrectionHouse, Corrections } from '../holder/corrections.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'

interface House extends Omit<CorrectionHouse, 'settle'> {
  settleCorrection(id: string): Promise<CorrectionRecord | undefined>
}

/** What is wrong with credentials, and what becomes of it; the ledger is opened when first asked for. */
export const correctionsOf = (house: House): Corrections =>
  new Corrections({
    get ledger() {
      return house.ledger
    },
    get publicUrl() {
      return house.publicUrl
    },
    get catalogue() {
      return house.catalogue
    },
    get issuers() {
      return house.issuers
    },
    now: () => house.now(),
    settle: (id) => house.settleCorrection(id),
  })
