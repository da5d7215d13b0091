import { conform } from '../credential/conform.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { minListLength, statusEntry, statusListUrl } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { OwnVerdict, Signers } from '../issuing/produce.ts'
import type { BoundRecord } from '../ledger/bound-credentials.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { signDataIntegrity } from '../proof/data-integrity.ts'
import { holderKey } from '../proof/holder-key.ts'
import { signJwt } from '../proof/jwt.ts'
import { insistOpen } from './offers.ts'

export interface BindSettings {
  readonly ledger: Ledger
  readonly signers: Signers
  readonly publicUrl: URL
  readonly now: () => Date
  /** The checking side, passed in: what is bound is checked as a stranger would before anybody gets it. */
  readonly verify: (credential: string) => Promise<OwnVerdict>
}

/** Who takes an offer. */
export interface Taking {
  /** DID that has been proven to be the taker's. */
  readonly holder: string
  /** What the proof uses up, say a challenge: a second proof with it is refused. */
  readonly spends?: string
}

/** A signed credential, in both its forms. */
export type SignedBound = BoundRecord & { readonly signed: string; readonly jwt: string }

const isSigned = (record: BoundRecord | undefined): record is SignedBound =>
  record?.signed != null && record.jwt !== null

/**
 * The credential of an award again, about the holder of a key: everything that is signed is the award's, but for the
 * id, the status and the subject's id.
 */
export function bindBadge(
  award: UnsignedBadge,
  own: Pick<UnsignedBadge, 'id' | 'credentialStatus'> & { readonly holder: string },
): UnsignedBadge {
  const { holder, ...rest } = own
  return { ...award, ...rest, credentialSubject: { ...award.credentialSubject, id: holder } }
}

function reserve(credential: string, holder: string, settings: BindSettings): BoundRecord {
  const { ledger, publicUrl } = settings
  const now = settings.now()
  const award = ledger.credentials.byId(credential)
  if (!award) throw new Error(`an offer of a credential that is not there: ${credential}`)
  const { list, index } = ledger.statusLists.takeBeside(award.statusList, minListLength)
  const id = randomId()
  const badge = bindBadge(JSON.parse(award.unsigned) as UnsignedBadge, {
    id: new URL(`/c/${id}`, publicUrl).href,
    credentialStatus: statusEntry(statusListUrl(publicUrl, list), index),
    holder,
  })
  settings.signers.insist(badge)
  const record = {
    rowKey: timeOrderedKey(now),
    id,
    credential,
    holder,
    statusList: list,
    statusIndex: index,
    unsigned: JSON.stringify(badge),
    reservedAt: now.toISOString(),
  }
  ledger.boundCredentials.reserve(record)
  return {
    ...record,
    signed: null,
    jwt: null,
    issuedAt: null,
    revokedAt: null,
    revocationCode: null,
  }
}

/** Takes the offer and reserves in one transaction: who took it and what was made of it are never told apart. */
function take(offerId: string, { holder, spends }: Taking, settings: BindSettings): BoundRecord {
  const { walletOffers, boundCredentials, transaction } = settings.ledger
  return transaction(() => {
    const offer = walletOffers.byId(offerId)
    if (!offer) throw new Refusal('offer-not-found', 'There is no such offer')
    insistOpen(offer, settings)
    if (!walletOffers.take(offerId, holder))
      throw new Refusal('offer-taken', 'Another wallet took this offer; ask for a new one')
    if (spends !== undefined && !walletOffers.spend(offerId, spends))
      throw new Refusal('challenge-unknown', 'This challenge was used; ask for a new one')
    const { credential } = offer
    return boundCredentials.inForce(credential, holder) ?? reserve(credential, holder, settings)
  })
}

async function sign(record: BoundRecord, { signers, now, verify }: BindSettings) {
  const unsigned = JSON.parse(record.unsigned) as UnsignedBadge
  const complaints = conform(unsigned).filter(({ severity }) => severity === 'error')
  if (complaints.length > 0)
    throw new Error(`${record.id} does not conform: ${complaints[0]?.path} ${complaints[0]?.rule}`)
  const keys = await signers.of(unsigned)
  const signed = JSON.stringify(await signDataIntegrity(unsigned, keys.signer('Ed25519'), now()))
  const jwt = await signJwt(unsigned, keys.signer('ES256'))
  for (const text of [signed, jwt]) {
    const { verdict, reasons } = await verify(text)
    if (verdict === 'invalid') throw new Error(`${record.id} is invalid: ${reasons.join(', ')}`)
    if (verdict === 'undecided')
      throw new Refusal('busy', 'Our own check could not be carried out; ask again shortly')
  }
  return { signed, jwt, issuedAt: now().toISOString() }
}

/**
 * Takes an offer for a holder and gives the credential of its award that is bound to it: reserved, conformed, signed,
 * verified, and on disk before it is returned. The same holder gets the same credential again, from this offer or
 * another, until the award is revoked or replaced; what was left half-way by a crash is finished.
 *
 * @throws Refusal `holder-unsupported`, `offer-not-found`, `offer-ended`, `offer-taken`, `challenge-unknown`, `busy`,
 *   `key-unusable`, `issuer-out-of-scope`.
 */
export async function bind(
  offerId: string,
  taking: Taking,
  settings: BindSettings,
): Promise<SignedBound> {
  if (!holderKey(taking.holder))
    throw new Refusal(
      'holder-unsupported',
      'A holder is a did:key or did:jwk with a key of Ed25519 or P-256',
    )
  const { boundCredentials } = settings.ledger
  const record = take(offerId, taking, settings)
  if (isSigned(record)) return record
  boundCredentials.recordIssued(record.id, await sign(record, settings))
  const issued = boundCredentials.byId(record.id)
  // Whoever recorded first: theirs are the bytes that count.
  if (isSigned(issued) && issued.revokedAt === null) return issued
  throw new Refusal('offer-ended', 'The award was withdrawn meanwhile')
}
