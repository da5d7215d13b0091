import type { Database } from './database.ts'

/** Nonces that wallets have used, each until it would have ended anyway; those that nobody used are kept nowhere. */
export class WalletNonces {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Uses a nonce up, and forgets those that have ended; false when it was used before. */
  use(nonce: string, endsAt: Date, now: Date): boolean {
    return this.#database.transaction(() => {
      this.#database.run('DELETE FROM wallet_nonce WHERE ends_at <= ?', now.toISOString())
      const added = this.#database.run(
        'INSERT INTO wallet_nonce (nonce, ends_at) VALUES (?, ?) ON CONFLICT (nonce) DO NOTHING',
        nonce,
        endsAt.toISOString(),
      )
      return added === 1
    })
  }
}
