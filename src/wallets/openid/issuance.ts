import { Refusal, type RefusalCode } from '../../errors.ts'
import type { Language } from '../../language.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { WalletOfferRecord } from '../../ledger/wallet-offers.ts'
import { readHolderProof } from '../../proof/holder-proof.ts'
import type { LinkSecrets } from '../../proof/link-secrets.ts'
import { findOffer, isOver, txCodeOf } from '../offers.ts'
import { type Answer, answered, type ProtocolError, ProtocolRefusal } from './answer.ts'
import { type Configuration, type WalletForm, walletForms } from './configurations.ts'
import {
  authorizationServerMetadata,
  issuerIdentifier,
  issuerMetadata,
  type MetadataSettings,
} from './metadata.ts'
import { credentialOffer } from './offer.ts'
import { parseCredentialRequest, parseNotification, parseTokenRequest } from './requests.ts'
import { isEqual, Tickets, tokenSeconds } from './tickets.ts'

export interface OpenIdSettings extends MetadataSettings {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly now: () => Date
  /** Where the learner finds the number, in the language of the award. */
  readonly describeTxCode: (language: Language) => string
  /** Gives whoever has proven to be a holder the credential that is bound to it, in one form. */
  readonly bind: (
    offer: Pick<WalletOfferRecord, 'id'>,
    taker: { readonly holder: string; readonly form: WalletForm },
  ) => Promise<string>
}

// Of six digits: one chance in two hundred thousand.
const maxWrongTxCodes = 5

/** What a code is good for once, in the ledger. */
const codeSpent = 'pre-authorized_code'

/** What binding may refuse, as a wallet is told; whatever else is refused is no matter of the protocol. */
const denials: Partial<Record<RefusalCode, ProtocolError>> = {
  'holder-unsupported': 'invalid_proof',
  'offer-not-found': 'credential_request_denied',
  'offer-ended': 'credential_request_denied',
  'offer-taken': 'credential_request_denied',
}

/**
 * OpenID for Verifiable Credential Issuance 1.0 in the pre-authorized code flow: what a wallet is answered at each of its
 * addresses. The code is good once, five wrong transaction codes end the offer, a nonce is good once; all of that is on
 * disk before the answer. A wallet that asks again with the same key is given the same credential.
 */
export class OpenIdIssuance {
  readonly #settings: OpenIdSettings
  readonly #tickets: Tickets

  constructor(settings: OpenIdSettings) {
    this.#settings = settings
    this.#tickets = new Tickets(settings.linkSecrets, settings.now)
  }

  metadata(): object {
    return issuerMetadata(this.#settings)
  }

  authorizationServer(): object {
    return authorizationServerMetadata(this.#settings.publicUrl)
  }

  /** The Credential Offer at an address. @throws Refusal `offer-not-found`, `offer-ended`. */
  offer(reference: string): object {
    const { publicUrl, describeTxCode } = this.#settings
    const offer = findOffer(reference, this.#settings)
    const award = this.#awardOf(offer)
    if (!award || !this.#isOpen(offer))
      throw new Refusal('offer-ended', 'The offer has ended; ask for a new one')
    const view = {
      achievement: award.achievement,
      code: this.#tickets.code(offer.id),
      txCodeDescription: describeTxCode(award.language),
    }
    return credentialOffer(view, publicUrl)
  }

  #awardOf({ credential }: WalletOfferRecord) {
    return this.#settings.ledger.credentials.byId(credential)
  }

  /** Whether nobody has taken it, by whatever protocol, nor used its code. */
  #isOpen(offer: WalletOfferRecord): boolean {
    const { walletOffers } = this.#settings.ledger
    return (
      offer.state === 'open' &&
      !isOver(offer, this.#settings) &&
      !walletOffers.isSpent(offer.id, codeSpent)
    )
  }

  /** `POST` of the token endpoint (OpenID4VCI 1.0 §6). */
  token(fields: readonly (readonly [string, string])[]): Promise<Answer> {
    return answered(() => {
      const { code, txCode } = parseTokenRequest(fields)
      const offer = this.#redeem(code, txCode)
      const wholeSeconds = (Date.parse(offer.expiresAt) - this.#settings.now().getTime()) / 1_000
      const seconds = Math.min(tokenSeconds, Math.floor(wholeSeconds))
      const token = this.#tickets.accessToken(offer.id, seconds)
      return {
        status: 200,
        body: { access_token: token, token_type: 'Bearer', expires_in: seconds },
      }
    })
  }

  /** Uses the code up, or counts a wrong number, in one transaction: of many at once one is let through. */
  #redeem(code: string, txCode: string): WalletOfferRecord {
    const { ledger, linkSecrets } = this.#settings
    const { walletOffers } = ledger
    const refused = new ProtocolRefusal('invalid_grant', 'The code is wrong, used, or has ended')
    const id = this.#tickets.offerOfCode(code)
    if (id === undefined) throw refused
    const redeemed = ledger.transaction(() => {
      const offer = walletOffers.byId(id)
      if (!offer || !this.#isOpen(offer)) return undefined
      if (isEqual(txCode, txCodeOf(id, linkSecrets)))
        return walletOffers.spend(id, codeSpent) ? offer : undefined
      walletOffers.recordFailure(id, maxWrongTxCodes)
      return 'wrong'
    })
    if (redeemed === 'wrong') throw new ProtocolRefusal('invalid_grant', 'The tx_code is wrong')
    if (!redeemed) throw refused
    return redeemed
  }

  /** `POST` of the nonce endpoint (OpenID4VCI 1.0 §7). */
  nonce(): Answer {
    return { status: 200, body: { c_nonce: this.#tickets.nonce() } }
  }

  /** The offer that an access token is for; it may have ended meanwhile. */
  #authorised(accessToken: string | undefined): WalletOfferRecord {
    const id = this.#tickets.offerOf(accessToken ?? '')
    const offer = id && this.#settings.ledger.walletOffers.byId(id)
    if (!offer) throw new ProtocolRefusal('invalid_token', 'The access token is none, or has ended')
    return offer
  }

  /** Whether an access token is one, so that nothing is received from anybody without. */
  isAuthorised(accessToken: string | undefined): boolean {
    return this.#tickets.offerOf(accessToken ?? '') !== undefined
  }

  /** `POST` of the credential endpoint (OpenID4VCI 1.0 §8). */
  credential(accessToken: string | undefined, body: unknown): Promise<Answer> {
    return answered(async () => {
      const offer = this.#authorised(accessToken)
      const { configuration, proof } = parseCredentialRequest(body)
      this.#insistOnOffered(configuration, offer)
      const holder = await this.#prove(proof)
      const credential = await this.#bind(offer, holder, configuration.form)
      const notification = this.#tickets.notificationId(offer.id, configuration.form)
      return { status: 200, body: { credentials: [{ credential }], notification_id: notification } }
    })
  }

  #insistOnOffered({ achievement }: Configuration, offer: WalletOfferRecord): void {
    if (!this.#settings.achievements.has(achievement))
      throw new ProtocolRefusal(
        'unknown_credential_configuration',
        'There is no such credential_configuration_id in the metadata',
      )
    if (this.#awardOf(offer)?.achievement !== achievement)
      throw new ProtocolRefusal(
        'credential_request_denied',
        'The access token is for another credential_configuration_id',
      )
  }

  /** Who asks. What the proof says is looked at first, so that nobody can use up another's nonce. */
  async #prove(jwt: string): Promise<string> {
    const { publicUrl, now, ledger } = this.#settings
    const audience = issuerIdentifier(publicUrl)
    const proof = await readHolderProof(jwt, { audience, now: now() })
    if (typeof proof === 'string')
      throw new ProtocolRefusal('invalid_proof', `The proof is refused: ${proof}`)
    // §8.3.1.2: a proof without one is no proof; only one that no longer counts is worth another try.
    if (proof.nonce === undefined)
      throw new ProtocolRefusal('invalid_proof', 'The proof is refused: it has no nonce')
    const nonce = this.#tickets.nonceNamed(proof.nonce)
    const isNew = nonce && ledger.walletNonces.use(nonce.subject, nonce.endsAt, now())
    if (!isNew)
      throw new ProtocolRefusal(
        'invalid_nonce',
        'The nonce is not ours, used or over; fetch another one',
      )
    return proof.holder
  }

  async #bind(offer: WalletOfferRecord, holder: string, form: WalletForm) {
    try {
      const text = await this.#settings.bind(offer, { holder, form })
      return form === 'ldp_vc' ? (JSON.parse(text) as object) : text
    } catch (thrown) {
      const denial = thrown instanceof Refusal && denials[thrown.code]
      if (denial) throw new ProtocolRefusal(denial, thrown.message)
      throw thrown
    }
  }

  /** `POST` of the notification endpoint (OpenID4VCI 1.0 §11). What became of it in the wallet is not kept. */
  notification(accessToken: string | undefined, body: unknown): Promise<Answer> {
    return answered(() => {
      const offer = this.#authorised(accessToken)
      const { id } = parseNotification(body)
      const isOurs = walletForms.some((form) => this.#tickets.isNotificationId(offer.id, form, id))
      if (!isOurs)
        throw new ProtocolRefusal('invalid_notification_id', 'There is no such notification_id')
      return { status: 204 }
    })
  }
}
