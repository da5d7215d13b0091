import type { UnsignedBadge } from '../credential/open-badge.ts'
import { bitsWith, buildStatusList, statusListUrl } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { BoundRecord } from '../ledger/bound-credentials.ts'
import type { CredentialRecord, RevocationCode } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { signDataIntegrity } from '../proof/data-integrity.ts'
import type { IssuerKeys } from '../proof/issuer-keys.ts'

export interface StatusSettings {
  readonly ledger: Ledger
  /** The keys of a partner, by its id, or for `null` those of the programme. */
  readonly keysOf: (partner: string | null) => Promise<IssuerKeys>
  readonly publicUrl: URL
  readonly now: () => Date
}

/** When copies in wallets are revoked and why; all of an award, or those that are meant. */
export interface BoundRevocation {
  readonly at: string
  readonly code: RevocationCode
  readonly isMeant?: (bound: BoundRecord) => boolean
}

/**
 * Revokes what wallets hold of an award, within the caller's transaction: with the award itself, and also when another
 * credential takes its place. What rests on a copy in a wallet does so no longer. Returns how many were revoked.
 */
export function revokeBound(
  credential: string,
  { at, code, isMeant = () => true }: BoundRevocation,
  ledger: Ledger,
): number {
  const revoked = ledger.boundCredentials
    .of(credential)
    .filter((bound) => isMeant(bound) && ledger.boundCredentials.recordRevoked(bound.id, at, code))
  for (const { statusList, unsigned } of revoked) {
    ledger.statusLists.touch(statusList)
    if (unsigned) ledger.supports.recordGone((JSON.parse(unsigned) as UnsignedBadge).id, at)
  }
  return revoked.length
}

type RevokeSettings = Pick<StatusSettings, 'ledger' | 'now'>
type Revocation = { readonly code: RevocationCode; readonly note: string }

/** {@link revoke} within the caller's transaction. @throws Refusal as that. */
export function revokeWithin(
  id: string,
  revocation: Revocation,
  { ledger, now }: RevokeSettings,
): CredentialRecord {
  const note = revocation.note.trim()
  if (!note) throw new Refusal('reason-missing', 'Say why it is revoked; the text stays private')
  const record = ledger.credentials.byId(id)
  if (!record) throw new Refusal('credential-not-found', 'There is no credential with this id')
  if (record.state !== 'issued')
    throw new Refusal('credential-not-issued', 'It was never issued, so there is nothing to revoke')
  const at = now().toISOString()
  if (!ledger.credentials.recordRevoked(id, { at, code: revocation.code, note }))
    throw new Refusal('already-revoked', `It was revoked before, on ${record.revokedAt}`)
  ledger.statusLists.touch(record.statusList)
  revokeBound(id, { at, code: revocation.code }, ledger)
  const { id: address } = JSON.parse(record.unsigned) as UnsignedBadge
  ledger.supports.recordGone(address, at)
  ledger.webhookEvents.tellOfCredential('credential.revoked', id, at)
  return { ...record, revokedAt: at, revocationCode: revocation.code }
}

/**
 * Revokes for good: durable, and the list out of date, once it returns. Nobody is enrolled any more by what rests on it.
 *
 * @throws Refusal `credential-not-found`, `credential-not-issued`, `already-revoked`, `reason-missing`.
 */
export function revoke(
  id: string,
  revocation: Revocation,
  settings: RevokeSettings,
): CredentialRecord {
  return settings.ledger.transaction(() => revokeWithin(id, revocation, settings))
}

/**
 * The signed status list of this number as JSON text, signed anew when a bit or the key has changed since;
 * `undefined` for a list that does not exist. What it says is never older than the ledger.
 */
export async function signedStatusList(
  number: number,
  { ledger, keysOf, publicUrl, now }: StatusSettings,
): Promise<string | undefined> {
  const stored = ledger.statusLists.byNumber(number)
  if (!stored) return undefined
  const keys = await keysOf(stored.issuer)
  const signer = keys.signer('Ed25519')
  const isFresh = stored.signedVersion === stored.version && stored.signedKey === signer.key.kid
  if (stored.signed && isFresh) return stored.signed
  const unsigned = buildStatusList(
    {
      url: statusListUrl(publicUrl, number),
      issuer: keys.issuer,
      bits: bitsWith(ledger.credentials.revokedIndexes(number), stored.length),
    },
    now(),
  )
  const signed = JSON.stringify(await signDataIntegrity(unsigned, signer, now()))
  ledger.statusLists.recordSigned(number, {
    signed,
    version: stored.version,
    key: signer.key.kid,
  })
  return signed
}
