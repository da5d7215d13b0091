import { Refusal } from '../errors.ts'
import { type CorrectionSettings, correctableRecord } from '../issuing/correct.ts'
import type { Course } from '../learning/catalogue.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'
import type { CorrectionRecord, CorrectionState } from '../ledger/correction-record.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Approval, finishApproved, reserveApproved } from './approval.ts'
import { readChanges, readNote } from './changes.ts'
import { type Correction, toldCorrection, type Wish } from './correction.ts'

export interface CorrectionHouse {
  readonly ledger: Ledger
  readonly publicUrl: URL
  readonly catalogue: { readonly courses: readonly Course[] }
  readonly issuers: CorrectionSettings['issuers']
  readonly now: () => Date
  /** Steps 3 to 6 of docs/ISSUANCE.md for one correction. */
  settle(correction: string): Promise<CorrectionRecord | undefined>
}

/** What a correction is reserved with. */
export function correctionSettings({
  ledger,
  publicUrl,
  catalogue,
  issuers,
  now,
}: Omit<CorrectionHouse, 'settle'>): CorrectionSettings {
  return {
    ledger,
    issuers,
    publicUrl,
    now,
    isDecision: ({ achievement, course }) => achievement === eligibilityId(course),
    distinctionFrom: (id) =>
      catalogue.courses.find((course) => course.id === id)?.distinctionFrom ?? null,
  }
}

/** What is wrong with a credential, from the wish of whoever noticed to the version that takes its place. */
export class Corrections {
  readonly #house: CorrectionHouse

  constructor(house: CorrectionHouse) {
    this.#house = house
  }

  get #settings(): CorrectionSettings {
    return correctionSettings(this.#house)
  }

  /**
   * Somebody says that something is wrong; durable once it returns, and changes nothing yet. The same wish again while it
   * waits gives the same id.
   *
   * @throws Refusal `bad-request`, `correction-under-way` while another wish waits, and whatever
   *   {@link correctableRecord} refuses.
   */
  ask(credential: string, wish: Wish, by = 'holder'): Correction {
    const { ledger, now } = this.#house
    const { note, ...changes } = wish
    const words = note === undefined ? '' : readNote(note)
    const wanted = readChanges(changes, now())
    if (!words && Object.keys(wanted).length === 0)
      throw new Refusal('bad-request', 'Say what is wrong, or what it should say')
    const text = JSON.stringify({ ...wanted, ...(words ? { note: words } : {}) })
    return ledger.transaction(() => {
      const { course } = correctableRecord(credential, this.#settings)
      const waiting = ledger.corrections.inState(credential, 'asked')
      if (waiting?.wish === text) return toldCorrection(waiting, course)
      if (waiting)
        throw new Refusal('correction-under-way', 'A wish for it waits for its answer already')
      const id = randomId()
      const askedAt = now().toISOString()
      const rowKey = timeOrderedKey(now())
      ledger.corrections.open({
        rowKey,
        id,
        credential,
        state: 'asked',
        wish: text,
        askedAt,
        askedBy: by,
      })
      return this.one(id)
    })
  }

  /** @throws Refusal `correction-not-found`. */
  one(id: string): Correction {
    const { ledger } = this.#house
    const record = ledger.corrections.byId(id)
    const course = record && ledger.credentials.byId(record.credential)?.course
    if (!record || !course)
      throw new Refusal('correction-not-found', 'There is no correction with this id')
    return toldCorrection(record, course)
  }

  /** All of one credential, the oldest first: what its holder may know. */
  of(credential: string): readonly Correction[] {
    const { ledger } = this.#house
    const course = ledger.credentials.byId(credential)?.course ?? ''
    return ledger.corrections.of(credential).map((record) => toldCorrection(record, course))
  }

  /** Those in a state, or all, in the order they were asked for, after a given one. @throws Refusal `correction-not-found`. */
  list(state: CorrectionState | null, after: string | null, limit: number): readonly Correction[] {
    const { corrections } = this.#house.ledger
    const last = after === null ? undefined : corrections.byId(after)
    if (after !== null && !last)
      throw new Refusal('correction-not-found', 'There is no correction to go on from')
    return corrections
      .list({ state, after: last?.rowKey ?? '', limit })
      .map(({ course, ...record }) => toldCorrection(record, course))
  }

  /**
   * Refuses a wish, with an answer that whoever asked can read; durable once it returns.
   *
   * @throws Refusal `correction-not-found`, `correction-settled`, `reason-missing` without an answer.
   */
  decline(id: string, answer: string, by: string): Correction {
    const { ledger, now } = this.#house
    const words = readNote(answer)
    if (!words) throw new Refusal('reason-missing', 'Say why; whoever asked will read it')
    const at = now().toISOString()
    return ledger.transaction(() => {
      const before = this.one(id)
      const isSame = before.state === 'declined' && before.answer === words
      if (!isSame && !ledger.corrections.decline(id, words, { at, by }))
        throw new Refusal('correction-settled', `It was settled before: ${before.state}`)
      return this.one(id)
    })
  }

  /**
   * Corrects a credential, and with a new name everything else of the learner where that is asked for: signed, verified
   * and recorded once it returns. The same again makes nothing twice, and answers with what was made.
   *
   * @throws Refusal `bad-request`, `reason-missing`, what {@link reserveApproved} refuses, `key-unusable`, and `busy`
   *   when our own verification could not be carried out: the same call, or the next start, finishes it.
   */
  async replace(credential: string, approval: Approval): Promise<readonly Correction[]> {
    const corrected: Correction[] = []
    for (const id of reserveApproved(credential, approval, this.#settings)) {
      const isDone = await finishApproved(() => this.#house.settle(id))
      if (!isDone) throw this.#failure(id)
      corrected.push(this.one(id))
    }
    return corrected
  }

  /** Why a correction was given up. */
  #failure(id: string): Error {
    const { credential } = this.one(id)
    correctableRecord(credential, this.#settings)
    return new Error(`correction ${id} was given up`)
  }
}
