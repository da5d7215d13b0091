import type { Database, Row } from './database.ts'

/** `taken`: by one holder, who may ask again until it expires. `ended`: before its time, for good. */
export type OfferState = 'open' | 'taken' | 'ended'

/** An offer to take one credential into a wallet. */
export interface WalletOfferRecord {
  /** Public; the secret that goes with it is kept nowhere. */
  readonly id: string
  /** Public id of the award's credential. */
  readonly credential: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly state: OfferState
  /** DID of who took it. */
  readonly holder: string | null
  /** Proofs and codes that were wrong. */
  readonly failures: number
}

const readOffer = (row: Row): WalletOfferRecord => ({
  id: String(row.id),
  credential: String(row.credential),
  createdAt: String(row.created_at),
  expiresAt: String(row.expires_at),
  state: row.state as OfferState,
  holder: row.holder as string | null,
  failures: Number(row.failures),
})

/** Offers to wallets, and what of each was used up. They are forgotten once they have been over for a day. */
export class WalletOffers {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Opens an offer, within the caller's transaction: those of the same credential that are still open end with it. */
  add(offer: Pick<WalletOfferRecord, 'id' | 'credential' | 'createdAt' | 'expiresAt'>): void {
    this.#database.run(
      `UPDATE wallet_offer SET state = 'ended' WHERE credential = ? AND state = 'open'`,
      offer.credential,
    )
    this.#database.run(
      `INSERT INTO wallet_offer (id, credential, created_at, expires_at, state, failures)
       VALUES (?, ?, ?, ?, 'open', 0)`,
      offer.id,
      offer.credential,
      offer.createdAt,
      offer.expiresAt,
    )
    const { credential: about, createdAt: at } = offer
    this.#database.audit.append({ action: 'wallet-offered', about, at })
  }

  byId(id: string): WalletOfferRecord | undefined {
    const row = this.#database.get('SELECT * FROM wallet_offer WHERE id = ?', id)
    return row && readOffer(row)
  }

  /** Takes it for a holder, the same one as often as wanted; `false` when it is another's, or ended. */
  take(id: string, holder: string): boolean {
    const changed = this.#database.run(
      `UPDATE wallet_offer SET state = 'taken', holder = ?
       WHERE id = ? AND (state = 'open' OR (state = 'taken' AND holder = ?))`,
      holder,
      id,
      holder,
    )
    return changed === 1
  }

  /** Uses up what is good for once, within the caller's transaction; `false` when it was used before. */
  spend(id: string, what: string): boolean {
    const changed = this.#database.run(
      'INSERT INTO wallet_spent (offer, what) VALUES (?, ?) ON CONFLICT DO NOTHING',
      id,
      what,
    )
    return changed === 1
  }

  isSpent(id: string, what: string): boolean {
    const row = this.#database.get(
      'SELECT 1 FROM wallet_spent WHERE offer = ? AND what = ?',
      id,
      what,
    )
    return row !== undefined
  }

  /** Counts a wrong proof or code; with so many an open offer ends. */
  recordFailure(id: string, limit: number): void {
    this.#database.run(
      `UPDATE wallet_offer SET failures = failures + 1,
         state = CASE WHEN state = 'open' AND failures + 1 >= ? THEN 'ended' ELSE state END
       WHERE id = ?`,
      limit,
      id,
    )
  }

  /** Forgets those that expired before a moment. */
  forget(before: string): void {
    this.#database.run(
      'DELETE FROM wallet_spent WHERE offer IN (SELECT id FROM wallet_offer WHERE expires_at < ?)',
      before,
    )
    this.#database.run('DELETE FROM wallet_offer WHERE expires_at < ?', before)
  }
}
