import {
  type AchievementHome,
  buildAchievement,
  signingLanguage,
} from '../credential/build-achievement.ts'
import type { IssuerProfile, UnsignedBadge } from '../credential/open-badge.ts'
import { type Renewal, renewBadge } from '../credential/renew.ts'
import { minListLength, statusEntry, statusListUrl } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { CatalogueAchievement } from '../learning/catalogue.ts'
import type { CredentialRecord, RevocationCode } from '../ledger/credentials.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { ReissueRecord } from '../ledger/reissue-record.ts'
import type { IssuerKeys } from '../proof/issuer-keys.ts'
import { correctableRecord, startAfter } from './correct.ts'
import { type SettleReissueSettings, settleReissue } from './settle-reissue.ts'

/** What is to be signed anew, and why. */
export interface ReissueOrder {
  /** Public id of the credential. */
  readonly credential: string
  /** Why the version before counts no more; public. */
  readonly reason: RevocationCode
  /** Whether it says what it said, or what the catalogue says of the same achievement today. */
  readonly texts: 'as-signed' | 'of-today'
  /** Token id, or `command line`. */
  readonly by: string
  /** The key that is not to be trusted any more, where that is why. */
  readonly keyId?: string
}

export interface ReissueSettings extends SettleReissueSettings, AchievementHome {
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  /** The keys of everybody who issues here. */
  readonly allKeys: readonly IssuerKeys[]
  /** The issuers as they are named today: partners by their id, the programme by `null`. */
  readonly profiles: ReadonlyMap<string | null, IssuerProfile>
}

/** @throws Refusal `achievement-unknown` when the catalogue has it no longer. */
function textsOfToday(
  { achievement: id, language: asked }: CredentialRecord,
  issuer: IssuerProfile,
  { achievements, catalogue, publicUrl }: ReissueSettings,
): Renewal['texts'] & object {
  const achievement = achievements.get(id)
  if (!achievement)
    throw new Refusal('achievement-unknown', `The catalogue no longer has ${id}; keep its texts`)
  const language = signingLanguage(achievement, asked)
  return {
    achievement: buildAchievement(achievement, language, { catalogue, publicUrl }),
    issuer,
  }
}

/**
 * Who issued it, as it is named in the next version. A partner is named with its mandate of today, for the one in the
 * version before may be signed by the very key that is not to be trusted any more; the programme as it was.
 */
function issuerOf(
  { statusList }: CredentialRecord,
  { issuer }: UnsignedBadge,
  { ledger, profiles }: ReissueSettings,
): { readonly asSigned: IssuerProfile; readonly ofToday: IssuerProfile } {
  const partner = ledger.statusLists.byNumber(statusList)?.issuer ?? null
  const ofToday = profiles.get(partner) ?? issuer
  return { asSigned: partner === null ? issuer : ofToday, ofToday }
}

const isOver = ({ validUntil }: UnsignedBadge, from: string) =>
  validUntil !== undefined && Date.parse(validUntil) <= Date.parse(from)

/**
 * Step 2 of docs/ISSUANCE.md for a credential to be signed anew, to be called inside a ledger transaction: the bytes of
 * the next version are stored with a status index of their own. One that is reserved already is given back as it is.
 *
 * @throws Refusal `credential-not-found`, `credential-not-issued`, `credential-erased`, `already-revoked`,
 *   `not-correctable` for one that is over or has lost a result, `achievement-unknown`, `correction-under-way`,
 *   `issuer-out-of-scope`.
 */
export function reserveReissue(order: ReissueOrder, settings: ReissueSettings): ReissueRecord {
  const { ledger, publicUrl } = settings
  const { credential, reason, by: orderedBy, keyId = null } = order
  const record = correctableRecord(credential, { ledger, isDecision: () => false })
  const held = ledger.reissues.inState(credential, 'reserved')
  if (held) return held
  if (ledger.corrections.inState(credential, 'reserved'))
    throw new Refusal('correction-under-way', 'A correction of it is being signed; ask again')
  const now = settings.now()
  const badge = JSON.parse(record.unsigned) as UnsignedBadge
  const validFrom = startAfter(badge.validFrom, now)
  if (isOver(badge, validFrom)) throw new Refusal('not-correctable', 'It is over: its end has come')
  const { asSigned: issuer, ofToday } = issuerOf(record, badge, settings)
  const texts = order.texts === 'of-today' ? textsOfToday(record, ofToday, settings) : undefined
  const { list, index } = ledger.statusLists.takeBeside(record.statusList, minListLength)
  const status = statusEntry(statusListUrl(publicUrl, list), index)
  const next = renewBadge({ ...badge, issuer }, { validFrom, status, ...(texts ? { texts } : {}) })
  settings.signers.insist(next)
  const made = {
    rowKey: timeOrderedKey(now),
    id: randomId(),
    credential,
    reason,
    keyId,
    statusList: list,
    statusIndex: index,
    unsigned: JSON.stringify(next),
    orderedAt: now.toISOString(),
    orderedBy,
  }
  ledger.reissues.reserve(made)
  return { ...made, state: 'reserved', settledAt: null, voidReason: null }
}

/**
 * Signs one credential anew under the same id and address: reserved, conformed, signed with the keys of today, verified
 * and recorded once it returns as `done`; `reserved` when it begins only in a moment or our own verification could not
 * be carried out, and {@link settleReissue} or the next start finishes it. The version before reads revoked for `reason`.
 *
 * @throws Refusal what {@link reserveReissue} refuses, and `key-unusable`.
 */
export async function reissueOne(
  order: ReissueOrder,
  settings: ReissueSettings,
): Promise<ReissueRecord> {
  const { id } = settings.ledger.transaction(() => reserveReissue(order, settings))
  const settled = await settleReissue(id, settings)
  if (!settled) throw new Error('what was to be signed anew is not where it was put')
  return settled
}
