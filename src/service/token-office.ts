import { Refusal } from '../errors.ts'
import type { TokenRecord } from '../ledger/tokens.ts'
import { createToken } from './access.ts'
import type { AccountSettings, AccountWish } from './accounts.ts'

export type TokenView = Omit<TokenRecord, 'hash'>

/** Keys of scripts: made, listed without their text, revoked. */
export class TokenOffice {
  readonly #settings: () => AccountSettings

  constructor(settings: () => AccountSettings) {
    this.#settings = settings
  }

  /** The newest first. */
  all(): TokenView[] {
    const tokens = this.#settings().ledger.tokens.all()
    return tokens.map(({ hash: _, ...shown }) => shown).reverse()
  }

  /**
   * Makes one, and tells its text this once.
   *
   * @throws Refusal `course-unknown`, `specialization-unknown`: a token limited to what is not there would open nothing.
   */
  make({ role, scope, label, provider }: Omit<AccountWish, 'login'>): string {
    const { ledger, catalogue, now } = this.#settings()
    const ofRole = role === 'provider' ? catalogue.specializations : catalogue.courses
    const unknown = scope.find((id) => !ofRole.some((known) => known.id === id))
    if (unknown !== undefined)
      throw new Refusal(
        role === 'provider' ? 'specialization-unknown' : 'course-unknown',
        `There is no "${unknown.slice(0, 60)}" for this role`,
      )
    const token = { role, scope, label: label.slice(0, 200), provider: provider ?? undefined }
    return createToken(ledger, token, now())
  }

  /** Takes one out of use for good. @throws Refusal `token-not-found`. */
  revoke(id: string): void {
    const { ledger, now } = this.#settings()
    if (!ledger.tokens.revoke(id, now().toISOString()))
      throw new Refusal('token-not-found', 'There is no such token in use')
  }
}
