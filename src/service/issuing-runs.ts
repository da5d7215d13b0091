import { receiveText } from '../checking/receiving/receive-text.ts'
import { type CheckSettings, verify } from '../checking/verify.ts'
import { type IssueProgress, type IssueStep, issuePending } from '../issuing/issue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Keyring } from './keyring.ts'

export interface IssuingSettings {
  readonly ledger: Ledger
  readonly keyring: Keyring
  readonly now: () => Date
  checkSettings(): Promise<CheckSettings>
}

/**
 * Signs what is reserved, one run at a time in this process: a second call waits for the first and then looks again, so
 * that nothing reserved meanwhile is left behind.
 */
export class IssuingRuns {
  readonly #settings: IssuingSettings
  #last: Promise<IssueProgress> | undefined

  constructor(settings: IssuingSettings) {
    this.#settings = settings
  }

  run(onProgress?: (step: IssueStep) => void): Promise<IssueProgress> {
    const before = this.#last?.catch(() => undefined) ?? Promise.resolve()
    this.#last = before.then(() => this.#issue(onProgress))
    return this.#last
  }

  async #issue(onProgress?: (step: IssueStep) => void): Promise<IssueProgress> {
    const { ledger, keyring, now } = this.#settings
    const keys = await keyring.current()
    const settings = { ...(await this.#settings.checkSettings()), isUnpublished: true }
    return issuePending({
      ledger,
      keys,
      now,
      verify: async (text) => {
        const report = await verify(receiveText(Buffer.from(text), undefined), settings)
        const reasons = report.findings.filter(({ outcome }) => outcome !== 'passed')
        return { verdict: report.verdict, reasons: reasons.map(({ reason }) => reason) }
      },
      ...(onProgress ? { onProgress } : {}),
    })
  }

  /** Once signing that is under way has ended, however it did. */
  async settled(): Promise<void> {
    await this.#last?.catch(() => undefined)
  }
}
