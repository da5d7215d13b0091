import type { CheckSettings } from '../checking/verify.ts'
import type { Signers } from '../issuing/produce.ts'
import type { BoundRecord } from '../ledger/bound-credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { WalletOfferRecord } from '../ledger/wallet-offers.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import { bind, type SignedBound } from '../wallets/bound.ts'
import {
  countFailure,
  findOffer,
  forgetOffers,
  insistOpen,
  isChallenge,
  isOver,
  makeOffer,
  newChallenge,
  type Offer,
  referenceOf,
  txCodeOf,
} from '../wallets/offers.ts'
import { ownVerdict } from './own-verdict.ts'

export type { SignedBound } from '../wallets/bound.ts'
export type { Offer } from '../wallets/offers.ts'

export interface WalletParts {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly issuers: Signers
  readonly publicUrl: URL
  readonly now: () => Date
  checkSettings(): Promise<CheckSettings>
}

/** The forms that wallets take, by the names OpenID4VCI has for them. */
export type WalletForm = 'ldp_vc' | 'jwt_vc_json'

/** Who takes an offer, and in which form. */
export interface Taker {
  /** DID that was proven to be the taker's. */
  readonly holder: string
  readonly form: WalletForm
  /** What the proof uses up: a challenge or code that is good for once. */
  readonly spends?: string
}

/** What has become of an offer. */
export type OfferStanding = 'open' | 'taken' | 'ended'

/** An offer as a wallet or a page finds it by its address. */
export interface FoundOffer {
  readonly id: string
  readonly reference: string
  /** Public id of the award's credential. */
  readonly credential: string
  readonly expiresAt: string
  readonly standing: OfferStanding
  /** DID of who took it. */
  readonly holder: string | null
}

/** Awards on their way into wallets: offers, and the credentials that are bound to their holders. */
export class Wallets {
  readonly #parts: WalletParts
  readonly #binding = new Set<Promise<unknown>>()

  constructor(parts: WalletParts) {
    this.#parts = parts
  }

  /**
   * Offers one credential to the wallet of its learner, for one taking within 15 minutes. Only for the learner's own
   * eyes: whoever has the link can take it. Durable once it returns; offers before it that are open end with it.
   *
   * @throws Refusal `credential-not-found`, `credential-erased`, `already-revoked`.
   */
  offer(credentialId: string): Offer {
    return makeOffer(credentialId, this.#parts)
  }

  /** The offer that an address names, whatever has become of it. @throws Refusal `offer-not-found`. */
  find(reference: string): FoundOffer {
    return this.#found(findOffer(reference, this.#parts))
  }

  /** An offer that can still be had, if only by who took it. @throws Refusal `offer-not-found`, `offer-ended`. */
  open(reference: string): FoundOffer {
    const offer = findOffer(reference, this.#parts)
    insistOpen(offer, this.#parts)
    return this.#found(offer)
  }

  #found(offer: WalletOfferRecord): FoundOffer {
    const { id, credential, expiresAt, holder } = offer
    const isTaken = offer.state === 'taken'
    const standing = isTaken ? 'taken' : isOver(offer, this.#parts) ? 'ended' : 'open'
    const reference = referenceOf(id, this.#parts.linkSecrets)
    return { id, reference, credential, expiresAt, standing, holder }
  }

  /** The six digits that go with an offer, for who has to compare them. */
  txCode({ id }: Pick<FoundOffer, 'id'>): string {
    return txCodeOf(id, this.#parts.linkSecrets)
  }

  /** Counts a proof that was wrong; the tenth ends the offer. */
  countFailure({ id }: Pick<FoundOffer, 'id'>): void {
    countFailure(id, this.#parts.ledger)
  }

  /** A challenge for this offer, good for one proof. */
  challenge({ id }: Pick<FoundOffer, 'id'>): string {
    return newChallenge(id, this.#parts.linkSecrets)
  }

  isChallenge({ id }: Pick<FoundOffer, 'id'>, text: string): boolean {
    return isChallenge(id, text, this.#parts.linkSecrets)
  }

  /**
   * Gives the taker the credential that is bound to it; see {@link bind} in src/wallets. On disk before it is returned;
   * the same taker gets the same again.
   *
   * @throws Refusal `holder-unsupported`, `offer-not-found`, `offer-ended`, `offer-taken`, `challenge-unknown`, `busy`,
   *   `key-unusable`, `issuer-out-of-scope`.
   */
  async bind({ id }: Pick<FoundOffer, 'id'>, { form, ...taking }: Taker): Promise<string> {
    const { ledger, issuers, publicUrl, now } = this.#parts
    const verify = ownVerdict(await this.#parts.checkSettings())
    const bound = bind(id, taking, { ledger, signers: issuers, publicUrl, now, verify })
    this.#follow(bound)
    const { signed, jwt } = await bound
    return form === 'ldp_vc' ? signed : jwt
  }

  #follow(work: Promise<unknown>): void {
    const ended = work.then(
      () => undefined,
      () => undefined,
    )
    this.#binding.add(ended)
    void ended.then(() => this.#binding.delete(ended))
  }

  /** A bound credential; `undefined` for an unknown id and for one that was never signed, alike. */
  bound(id: string): SignedBound | undefined {
    const record: BoundRecord | undefined = this.#parts.ledger.boundCredentials.byId(id)
    return record?.signed && record.jwt ? (record as SignedBound) : undefined
  }

  /** The public id of the award that a credential was bound to a wallet for, whatever became of either. */
  awardOf(id: string): string | undefined {
    const record = this.#parts.ledger.boundCredentials.byId(id)
    return record?.issuedAt ? record.credential : undefined
  }

  /** When the newest copy of an award was revoked; `undefined` where one is in force, or there was never any. */
  copyRevokedAt(credential: string): string | undefined {
    const copies = this.#parts.ledger.boundCredentials.of(credential)
    const isHeld = copies.some(({ revokedAt, issuedAt }) => issuedAt !== null && revokedAt === null)
    return isHeld ? undefined : (copies.at(-1)?.revokedAt ?? undefined)
  }

  /** Forgets the offers that have been over for a day. */
  forgetOld(): void {
    forgetOffers(this.#parts)
  }

  /** Once all that is being signed has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#binding)
  }
}
