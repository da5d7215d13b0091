import type { UnsignedBadge } from '../credential/open-badge.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ReissueRecord } from '../ledger/reissue-record.ts'
import { type Produced, type ProduceSettings, produce } from './produce.ts'
import { signedWith } from './signed-with.ts'
import { revokeBound } from './status.ts'

export interface SettleReissueSettings extends ProduceSettings {
  readonly ledger: Ledger
  /** Called within the transaction that records it: what it writes stands or falls with it. */
  readonly onReissued?: (reissue: ReissueRecord, held: CredentialRecord) => void
}

const meanwhile = 'revoked or erased before it was signed'

const startOf = ({ unsigned }: ReissueRecord) =>
  Date.parse((JSON.parse(unsigned ?? '{}') as UnsignedBadge).validFrom)

/** Steps 3 to 5 of docs/ISSUANCE.md; one that begins only in a moment waits for it. */
function make(reissue: ReissueRecord, settings: SettleReissueSettings): Promise<Produced> {
  const { unsigned } = reissue
  if (!unsigned || startOf(reissue) > settings.now().getTime())
    return Promise.resolve({ kind: 'waiting' })
  return produce(unsigned, settings)
}

/** What takes the place of the version before. */
function nextOf({ id, unsigned, statusList, statusIndex, reason }: ReissueRecord) {
  if (!unsigned || statusList === null || statusIndex === null)
    throw new Error(`reissue ${id} has nothing to record`)
  return { unsigned, statusList, statusIndex, reason }
}

/**
 * Step 6 for one, within the caller's transaction: the new version in the place of the old one, which reads revoked from
 * now on. Copies in wallets are revoked too; where a key is why, only those that it signed.
 */
function record(
  reissue: ReissueRecord,
  forms: { readonly signed: string; readonly jwt: string },
  { ledger, now, onReissued }: SettleReissueSettings,
): void {
  const { id, credential, reason: code, keyId, rowKey } = reissue
  const at = now().toISOString()
  const held = ledger.credentials.byId(credential)
  if (held?.state !== 'issued' || held.revokedAt || held.erasedAt) {
    ledger.reissues.recordVoid(id, meanwhile, at)
    return
  }
  const next = nextOf(reissue)
  if (!ledger.reissues.recordDone(id, at)) return
  // What was earned is the same, so an import goes on finding it by the same fingerprint.
  const { fingerprint } = held
  ledger.versions.replace(held, { ...next, ...forms, fingerprint, at }, rowKey)
  ledger.statusLists.touch(held.statusList)
  const isMeant = keyId === null ? undefined : { isMeant: isSignedBy(keyId) }
  revokeBound(credential, { at, code, ...isMeant }, ledger)
  const { id: address, credentialStatus } = JSON.parse(next.unsigned) as UnsignedBadge
  ledger.supports.recordCorrected(address, credentialStatus)
  ledger.webhookEvents.tellOfCredential('credential.replaced', credential, at)
  onReissued?.(reissue, held)
}

const isSignedBy = (keyId: string) => (forms: Parameters<typeof signedWith>[0]) =>
  signedWith(forms).includes(keyId)

/**
 * Completes some at once, with one transaction for all of them, so that one sync to disk serves many. Two processes may
 * do this at once: the first to record one wins.
 *
 * @throws Refusal `key-unusable` when there is no active key; they then wait.
 */
export async function settleChunk(
  chunk: readonly ReissueRecord[],
  settings: SettleReissueSettings,
): Promise<void> {
  const made: { reissue: ReissueRecord; result: Produced }[] = []
  for (const reissue of chunk) made.push({ reissue, result: await make(reissue, settings) })
  const { ledger, now } = settings
  ledger.transaction(() => {
    for (const { reissue, result } of made) {
      if (result.kind === 'signed') record(reissue, result, settings)
      if (result.kind === 'void')
        ledger.reissues.recordVoid(reissue.id, result.reason, now().toISOString())
    }
  })
}

/** Completes one; gives back its record as it stands afterwards. @throws Refusal `key-unusable`. */
export async function settleReissue(
  id: string,
  settings: SettleReissueSettings,
): Promise<ReissueRecord | undefined> {
  const { reissues } = settings.ledger
  const found = reissues.byId(id)
  if (found?.state === 'reserved') await settleChunk([found], settings)
  return reissues.byId(id)
}

const pageSize = 25

/** What a run through all that was reserved brought to its end. */
export interface ReissuesSettled {
  readonly reissued: number
  readonly void: number
  readonly waiting: number
}

/** Completes every one that is reserved, whoever left it. @throws Refusal `key-unusable`. */
export async function settleReissues(settings: SettleReissueSettings): Promise<ReissuesSettled> {
  const { reissues } = settings.ledger
  const count = { reissued: 0, void: 0, waiting: 0 }
  let page = reissues.pending('', pageSize)
  for (let last = page.at(-1); last; last = page.at(-1)) {
    await settleChunk(page, settings)
    for (const { id } of page) {
      const state = reissues.byId(id)?.state
      if (state === 'done') count.reissued += 1
      else if (state === 'void') count.void += 1
      else count.waiting += 1
    }
    page = reissues.pending(last.rowKey, pageSize)
  }
  return count
}
