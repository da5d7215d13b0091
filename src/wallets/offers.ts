import { Refusal } from '../errors.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { WalletOfferRecord } from '../ledger/wallet-offers.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'

export interface OfferSettings {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
}

/** An offer as its learner sees it. */
export interface Offer {
  readonly id: string
  /** The interaction URL: what the QR code says, and the one link for every wallet. */
  readonly url: string
  readonly expiresAt: string
  /** Six digits that some wallets ask for; shown to the learner alone, never where the link is. */
  readonly txCode: string
}

export const offerMinutes = 15
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const maxFailures = 10
const codeDigits = 6

/** The award that is offered. @throws Refusal `credential-not-found`, `credential-erased`, `already-revoked`. */
function offerable(id: string, { ledger }: OfferSettings): CredentialRecord {
  const record = ledger.credentials.byId(id)
  if (record?.erasedAt) throw new Refusal('credential-erased', 'It was erased')
  if (record?.state !== 'issued' || !record.signed)
    throw new Refusal('credential-not-found', 'There is no credential with this id')
  if (record.revokedAt)
    throw new Refusal('already-revoked', `It was revoked, on ${record.revokedAt}`)
  return record
}

/** The code of an offer: the same each time, from its id and our key. */
export function txCodeOf(id: string, linkSecrets: LinkSecrets): string {
  const secret = linkSecrets.of('wallet-code', id)
  const number = Array.from(secret).reduce((sum, char) => (sum * 37 + char.charCodeAt(0)) % 1e9, 0)
  return String(number % 10 ** codeDigits).padStart(codeDigits, '0')
}

/** What stands in the addresses of an offer: its id and the secret that shows that one was given it. */
export const referenceOf = (id: string, linkSecrets: LinkSecrets): string =>
  id + linkSecrets.of('wallet-offer', id)

const asOffered = (
  { id, expiresAt }: WalletOfferRecord,
  { linkSecrets, publicUrl }: OfferSettings,
): Offer => ({
  id,
  url: new URL(`/wallets/${referenceOf(id, linkSecrets)}?iuv=1`, publicUrl).href,
  expiresAt,
  txCode: txCodeOf(id, linkSecrets),
})

/**
 * Opens an offer of one credential, for one taking within 15 minutes; those before it that nobody took end with it.
 * Durable once it returns.
 *
 * @throws Refusal `credential-not-found`, `credential-erased`, `already-revoked`.
 */
export function makeOffer(credential: string, settings: OfferSettings): Offer {
  const { ledger } = settings
  const now = settings.now()
  return ledger.transaction(() => {
    const { id: award } = offerable(credential, settings)
    const offer = {
      id: randomId(),
      credential: award,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + offerMinutes * minuteMs).toISOString(),
    }
    ledger.walletOffers.add(offer)
    return asOffered({ ...offer, state: 'open', holder: null, failures: 0 }, settings)
  })
}

/** Forgets the offers that have been over for a day. */
export function forgetOffers({ ledger, now }: Pick<OfferSettings, 'ledger' | 'now'>): void {
  const before = new Date(now().getTime() - dayMs).toISOString()
  ledger.transaction(() => ledger.walletOffers.forget(before))
}

const referenceForm = /^([0-9a-z]{26})([0-9a-z]{26})$/

/**
 * The offer that an address names, whatever has become of it.
 *
 * @throws Refusal `offer-not-found` for one that is not known or whose secret is wrong, alike.
 */
export function findOffer(
  reference: string,
  { ledger, linkSecrets }: Pick<OfferSettings, 'ledger' | 'linkSecrets'>,
): WalletOfferRecord {
  const [, id = '', secret = ''] = referenceForm.exec(reference) ?? []
  const isRight = id !== '' && linkSecrets.is('wallet-offer', id, secret)
  const offer = isRight ? ledger.walletOffers.byId(id) : undefined
  if (!offer) throw new Refusal('offer-not-found', 'There is no offer at this address')
  return offer
}

/** Whether nothing can be had of an offer any more: its time is over, it was ended, or the award no longer counts. */
export function isOver(
  { state, expiresAt, credential }: WalletOfferRecord,
  { ledger, now }: Pick<OfferSettings, 'ledger' | 'now'>,
): boolean {
  const award = ledger.credentials.byId(credential)
  const isStanding = award?.state === 'issued' && award.signed && award.revokedAt === null
  return state === 'ended' || !isStanding || Date.parse(expiresAt) <= now().getTime()
}

/** Insists that an offer can still be taken. @throws Refusal `offer-ended`. */
export function insistOpen(
  offer: WalletOfferRecord,
  settings: Pick<OfferSettings, 'ledger' | 'now'>,
): void {
  if (isOver(offer, settings))
    throw new Refusal('offer-ended', 'The offer has ended; ask for a new one')
}

/** Counts a proof that was wrong: the tenth ends the offer. */
export function countFailure(id: string, ledger: Ledger): void {
  ledger.walletOffers.recordFailure(id, maxFailures)
}

/** A challenge for a wallet to sign: good for this offer alone, and once. Nothing is stored for it. */
export function newChallenge(offer: string, linkSecrets: LinkSecrets): string {
  const nonce = randomId()
  return nonce + linkSecrets.of('wallet-challenge', `${offer}.${nonce}`)
}

/** Whether a challenge was given out for this offer; whether it was used, binding finds out. */
export function isChallenge(offer: string, text: string, linkSecrets: LinkSecrets): boolean {
  const [, nonce = '', secret = ''] = referenceForm.exec(text) ?? []
  return nonce !== '' && linkSecrets.is('wallet-challenge', `${offer}.${nonce}`, secret)
}
