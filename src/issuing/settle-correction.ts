import type { Changes } from '../credential/correct.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { Refusal } from '../errors.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { NextVersion } from '../ledger/versions.ts'
import { type ProduceSettings, produce } from './produce.ts'
import { revokeBound } from './status.ts'

export interface SettleSettings extends ProduceSettings {
  readonly ledger: Ledger
  /** Called within the transaction that records it: what it writes stands or falls with it. */
  readonly onCorrected?: (correction: CorrectionRecord, held: CredentialRecord) => void
}

const meanwhile = 'revoked or erased before it was signed'

/** What takes the place of the version before, from the correction that reserved it. */
function nextVersion(
  { id, unsigned, fingerprint, statusList, statusIndex }: CorrectionRecord,
  forms: { readonly signed: string; readonly jwt: string; readonly at: string },
): NextVersion {
  if (!unsigned || !fingerprint || statusList === null || statusIndex === null)
    throw new Error(`correction ${id} has nothing to record`)
  return { unsigned, fingerprint, statusList, statusIndex, reason: 'replaced', ...forms }
}

/**
 * Step 6 of docs/ISSUANCE.md for a correction, in one transaction: the new version in the place of the old one, which
 * reads revoked from now on; copies in wallets too. The learner goes by the new name.
 */
function recordCorrection(
  correction: CorrectionRecord,
  { signed, jwt }: { readonly signed: string; readonly jwt: string },
  { ledger, now, onCorrected }: SettleSettings,
): void {
  const { id, credential, changes, rowKey } = correction
  const at = now().toISOString()
  const next = nextVersion(correction, { signed, jwt, at })
  ledger.transaction(() => {
    const held = ledger.credentials.byId(credential)
    if (held?.state !== 'issued' || held.revokedAt || held.erasedAt) {
      ledger.corrections.recordVoid(id, meanwhile)
      return
    }
    if (!ledger.corrections.recordDone(id, at)) return
    ledger.versions.replace(held, next, rowKey)
    ledger.statusLists.touch(held.statusList)
    revokeBound(credential, { at, code: 'replaced' }, ledger)
    const { name } = JSON.parse(changes ?? '{}') as Changes
    if (name !== undefined) ledger.learners.rename(held.learner, name)
    const { id: address, credentialStatus } = JSON.parse(next.unsigned) as UnsignedBadge
    ledger.supports.recordCorrected(address, credentialStatus)
    ledger.webhookEvents.tellOfCredential('credential.replaced', credential, at)
    onCorrected?.(correction, held)
  })
}

const startOf = ({ unsigned }: CorrectionRecord) =>
  Date.parse((JSON.parse(unsigned ?? '{}') as UnsignedBadge).validFrom)

/** Steps 3 to 6 of docs/ISSUANCE.md for one correction that is reserved; what begins only in a moment waits for it. */
async function settle(correction: CorrectionRecord, settings: SettleSettings): Promise<void> {
  if (!correction.unsigned || startOf(correction) > settings.now().getTime()) return
  const made = await produce(correction.unsigned, settings)
  if (made.kind === 'signed') recordCorrection(correction, made, settings)
  if (made.kind === 'void') settings.ledger.corrections.recordVoid(correction.id, made.reason)
}

/**
 * Completes one correction; gives back its record as it stands afterwards, still `reserved` when our own verification
 * could not be carried out. Two processes may do this at once: the first to record it wins.
 *
 * @throws Refusal `key-unusable` when there is no active key; it then waits.
 */
export async function settleCorrection(
  id: string,
  settings: SettleSettings,
): Promise<CorrectionRecord | undefined> {
  const { corrections } = settings.ledger
  const found = corrections.byId(id)
  if (found?.state === 'reserved') await settle(found, settings)
  return corrections.byId(id)
}

const pageSize = 25

/** The state that a correction comes to; one whose issuer has no key stays reserved and keeps nobody else waiting. */
async function stateAfter(id: string, settings: SettleSettings): Promise<string | undefined> {
  try {
    return (await settleCorrection(id, settings))?.state
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'key-unusable') return 'reserved'
    throw thrown
  }
}

/** Completes every correction that is reserved, whoever left it. */
export async function settleCorrections(
  settings: SettleSettings,
): Promise<{ readonly corrected: number; readonly void: number; readonly waiting: number }> {
  const { corrections } = settings.ledger
  const count = { corrected: 0, void: 0, waiting: 0 }
  let page = corrections.pending('', pageSize)
  for (let last = page.at(-1); last; last = page.at(-1)) {
    for (const each of page) {
      const state = await stateAfter(each.id, settings)
      if (state === 'done') count.corrected += 1
      else if (state === 'void') count.void += 1
      else count.waiting += 1
    }
    page = corrections.pending(last.rowKey, pageSize)
  }
  return count
}
