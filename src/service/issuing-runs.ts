import type { CheckSettings } from '../checking/verify.ts'
import {
  type IssueProgress,
  type IssueSettings,
  type IssueStep,
  issuePending,
  issueReservation,
} from '../issuing/issue.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Keyring } from './keyring.ts'
import { ownVerdict } from './own-verdict.ts'

export interface IssuingSettings {
  readonly ledger: Ledger
  readonly keyring: Keyring
  readonly now: () => Date
  readonly mail: { enqueueIssued(): unknown }
  checkSettings(): Promise<CheckSettings>
}

/**
 * Signs what is reserved, and sees to it that learners are told, one run at a time in this process: a second call waits for the first and then looks again, so
 * that nothing reserved meanwhile is left behind.
 */
export class IssuingRuns {
  readonly #settings: IssuingSettings
  readonly #single = new Set<Promise<void>>()
  #last: Promise<IssueProgress> | undefined

  constructor(settings: IssuingSettings) {
    this.#settings = settings
  }

  run(onProgress?: (step: IssueStep) => void): Promise<IssueProgress> {
    const before = this.#last?.catch(() => undefined) ?? Promise.resolve()
    this.#last = before.then(() => this.#issue(onProgress))
    return this.#last
  }

  /** One reservation by itself, beside whatever run there is: the first to record it wins. */
  one(id: string): Promise<CredentialRecord | undefined> {
    const signed = this.#settingsNow().then((settings) => issueReservation(id, settings))
    const ended = signed.then(
      () => undefined,
      () => undefined,
    )
    this.#single.add(ended)
    void ended.then(() => this.#single.delete(ended))
    return signed
  }

  async #issue(onProgress?: (step: IssueStep) => void): Promise<IssueProgress> {
    const settings = await this.#settingsNow()
    const progress = await issuePending({ ...settings, ...(onProgress ? { onProgress } : {}) })
    this.#settings.mail.enqueueIssued()
    return progress
  }

  async #settingsNow(): Promise<IssueSettings> {
    const { ledger, keyring, now } = this.#settings
    const keys = await keyring.current()
    return { ledger, keys, now, verify: ownVerdict(await this.#settings.checkSettings()) }
  }

  /** Once signing that is under way has ended, however it did. */
  async settled(): Promise<void> {
    await this.#last?.catch(() => undefined)
    await Promise.all(this.#single)
  }
}
