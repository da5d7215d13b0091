import type { CheckSettings } from '../checking/verify.ts'
import {
  type IssueProgress,
  type IssueSettings,
  type IssueStep,
  issuePending,
  issueReservation,
} from '../issuing/issue.ts'
import type { Signers } from '../issuing/produce.ts'
import {
  type SettleSettings,
  settleCorrection,
  settleCorrections,
} from '../issuing/settle-correction.ts'
import { settleReissues } from '../issuing/settle-reissue.ts'
import { actingAs, systemActor } from '../ledger/actor.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { ownVerdict } from './own-verdict.ts'

export interface IssuingSettings {
  readonly ledger: Ledger
  readonly issuers: Signers
  readonly now: () => Date
  readonly mail: { enqueueIssued(): unknown; enqueueCorrected(correction: string): void }
  /** Waited for before each signature of a run. */
  readonly pace?: (() => Promise<void>) | undefined
  checkSettings(): Promise<CheckSettings>
}

/** What a run has brought to its end; `void` and `waiting` count corrections and what is signed anew as well. */
export interface RunProgress extends IssueProgress {
  readonly corrected: number
  readonly reissued: number
}

/**
 * Signs what is reserved, and sees to it that learners are told, one run at a time in this process: a second call waits for the first and then looks again, so
 * that nothing reserved meanwhile is left behind.
 */
export class IssuingRuns {
  readonly #settings: IssuingSettings
  readonly #single = new Set<Promise<void>>()
  #last: Promise<RunProgress> | undefined

  constructor(settings: IssuingSettings) {
    this.#settings = settings
  }

  run(onProgress?: (step: IssueStep) => void): Promise<RunProgress> {
    const before = this.#last?.catch(() => undefined) ?? Promise.resolve()
    // Signed is whatever was reserved, by whomever: not in the name of whoever asked last.
    this.#last = before.then(() => actingAs(systemActor, () => this.#issue(onProgress)))
    return this.#last
  }

  /** One reservation by itself, beside whatever run there is: the first to record it wins. */
  one(id: string): Promise<CredentialRecord | undefined> {
    return this.#beside((settings) => issueReservation(id, settings))
  }

  /** The same for one correction. */
  correction(id: string): Promise<CorrectionRecord | undefined> {
    return this.#beside((settings) => settleCorrection(id, settings))
  }

  #beside<T>(work: (settings: IssueSettings & SettleSettings) => Promise<T>): Promise<T> {
    const signed = this.#settingsNow().then(work)
    const ended = signed.then(
      () => undefined,
      () => undefined,
    )
    this.#single.add(ended)
    void ended.then(() => this.#single.delete(ended))
    return signed
  }

  async #issue(onProgress?: (step: IssueStep) => void): Promise<RunProgress> {
    const settings = await this.#settingsNow()
    const issuing = issuePending({
      ...settings,
      pace: this.#settings.pace,
      ...(onProgress ? { onProgress } : {}),
    })
    // Whatever keeps new ones waiting, letters about others and corrections are seen to first.
    await issuing.catch(() => undefined)
    this.#settings.mail.enqueueIssued()
    const settled = await settleCorrections(settings)
    const renewed = await settleReissues(settings)
    const issued = await issuing
    return {
      ...issued,
      void: issued.void + settled.void + renewed.void,
      waiting: issued.waiting + settled.waiting + renewed.waiting,
      corrected: settled.corrected,
      reissued: renewed.reissued,
    }
  }

  async #settingsNow(): Promise<IssueSettings & SettleSettings> {
    const { ledger, issuers, now } = this.#settings
    const verify = ownVerdict(await this.#settings.checkSettings())
    const onCorrected: SettleSettings['onCorrected'] = ({ id }) =>
      this.#settings.mail.enqueueCorrected(id)
    return { ledger, signers: issuers, now, verify, onCorrected }
  }

  /** Once signing that is under way has ended, however it did. */
  async settled(): Promise<void> {
    await this.#last?.catch(() => undefined)
    await Promise.all(this.#single)
  }
}
