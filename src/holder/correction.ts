import type { Changes } from '../credential/correct.ts'
import type { CorrectionRecord, CorrectionState } from '../ledger/correction-record.ts'

/** What somebody says is wrong: what it should say, or in words. */
export interface Wish extends Changes {
  readonly note?: string
}

/** A correction as it is told to whoever asked, and to the operator. */
export interface Correction {
  readonly id: string
  /** Public id of the credential. */
  readonly credential: string
  readonly course: string
  /** `reserved` is approved, and signed in a moment; `void` could not be carried out. */
  readonly state: CorrectionState
  /** `null` where nobody asked, and once the credential is erased. */
  readonly wish: Wish | null
  /** What was approved; `null` until then, and once the credential is erased. */
  readonly changes: Changes | null
  readonly askedAt: string
  readonly askedBy: string
  readonly settledAt: string | null
  readonly settledBy: string | null
  /** Why it was declined, for whoever asked. */
  readonly answer: string | null
}

const parsed = <T>(text: string | null) => (text === null ? null : (JSON.parse(text) as T))

/** As it may be told, from what is recorded of it. */
export const toldCorrection = (record: CorrectionRecord, course: string): Correction => ({
  id: record.id,
  credential: record.credential,
  course,
  state: record.state,
  wish: parsed<Wish>(record.wish),
  changes: parsed<Changes>(record.changes),
  askedAt: record.askedAt,
  askedBy: record.askedBy,
  settledAt: record.settledAt,
  settledBy: record.settledBy,
  answer: record.answer,
})
