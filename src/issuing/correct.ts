import { type Changes, correctBadge, fingerprintOf, realChanges } from '../credential/correct.ts'
import type { UnsignedBadge } from '../credential/open-badge.ts'
import { minListLength, statusEntry, statusListUrl } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Signers } from './produce.ts'

/** What was approved, by whom and why. */
export interface CorrectionOrder {
  /** Public id of the credential. */
  readonly credential: string
  readonly changes: Changes
  /** Why; stays private. */
  readonly note: string
  /** Token id, or `command line`. */
  readonly by: string
  /** Id of the correction that was asked for, where one was. */
  readonly asked?: string
}

export interface CorrectionSettings {
  readonly ledger: Ledger
  readonly publicUrl: URL
  readonly now: () => Date
  /** Whether somebody may be admitted by it: such a credential says what was decided on a day, and is decided anew. */
  readonly isDecision: (record: CredentialRecord) => boolean
  /** Score that earns a distinction in a course; `null` for a course that the catalogue has no longer. */
  readonly distinctionFrom: (course: string) => number | null
  /** Keeps to the scope of whoever issued it, who issues the next version too. */
  readonly issuers: Pick<Signers, 'insist'>
}

/**
 * The record of a credential that may be corrected.
 *
 * @throws Refusal `credential-not-found`, `credential-not-issued`, `credential-erased`, `already-revoked`,
 *   `not-correctable` for an eligibility.
 */
export function correctableRecord(
  id: string,
  { ledger, isDecision }: Pick<CorrectionSettings, 'ledger' | 'isDecision'>,
): CredentialRecord {
  const record = ledger.credentials.byId(id)
  if (!record) throw new Refusal('credential-not-found', 'There is no credential with this id')
  if (record.erasedAt) throw new Refusal('credential-erased', 'It is erased: nothing of it is left')
  if (record.state !== 'issued')
    throw new Refusal('credential-not-issued', 'It is not issued, so there is nothing to correct')
  if (record.revokedAt)
    throw new Refusal('already-revoked', 'What was revoked is not corrected; issue it anew')
  if (isDecision(record))
    throw new Refusal('not-correctable', 'It says what was decided; decide anew instead')
  return record
}

const textOf = ({ name, score, awardedOn }: Changes) => JSON.stringify({ name, score, awardedOn })

const secondMs = 1_000

/** `validFrom` of the next version: whole seconds, and later than that of the version before it: by that a checker tells which one counts. */
export function startAfter(before: string, now: Date): string {
  const earliest = Date.parse(before) + secondMs
  const start = Math.max(earliest, Math.floor(now.getTime() / secondMs) * secondMs)
  return `${new Date(start).toISOString().slice(0, 19)}Z`
}

/** The same order before: it is answered with what came of it. @throws Refusal `correction-under-way`. */
function heldBy(order: CorrectionOrder, changesNothing: boolean, { ledger }: CorrectionSettings) {
  const { credential, changes } = order
  const pending = ledger.corrections.inState(credential, 'reserved')
  if (pending && pending.changes !== textOf(changes))
    throw new Refusal('correction-under-way', 'Another correction of it is being signed; ask again')
  if (pending) return pending
  if (ledger.reissues.inState(credential, 'reserved'))
    throw new Refusal('correction-under-way', 'It is being signed anew; ask again')
  const last = changesNothing ? ledger.corrections.inState(credential, 'done') : undefined
  return last?.changes === textOf(changes) ? last : undefined
}

/** What was asked for, and still waits. @throws Refusal `correction-not-found`, `correction-settled`. */
function askedOf({ asked, credential, changes }: CorrectionOrder, { ledger }: CorrectionSettings) {
  if (asked === undefined) return undefined
  const found = ledger.corrections.byId(asked)
  if (found?.credential !== credential)
    throw new Refusal('correction-not-found', 'Nothing of this id was asked for')
  const isSame = found.changes === textOf(changes) && found.state !== 'void'
  if (found.state !== 'asked' && !isSame)
    throw new Refusal('correction-settled', `It was settled before: ${found.state}`)
  return found
}

/** Writes down what is approved where nobody had asked. */
function addAsked(order: CorrectionOrder, { ledger, now }: CorrectionSettings): string {
  const id = randomId()
  ledger.corrections.open({
    rowKey: timeOrderedKey(now()),
    id,
    credential: order.credential,
    state: 'reserved',
    wish: null,
    askedAt: now().toISOString(),
    askedBy: order.by,
  })
  return id
}

/**
 * Step 2 of docs/ISSUANCE.md for a correction, to be called inside a ledger transaction: the bytes of the next version are
 * stored with a status index of their own. The same order again gives the same correction, whatever has become of it.
 *
 * @throws Refusal as {@link correctableRecord}; `nothing-to-correct`, `correction-under-way`, `correction-not-found`,
 *   `correction-settled`, `issuer-out-of-scope`.
 */
export function reserveCorrection(
  order: CorrectionOrder,
  settings: CorrectionSettings,
): CorrectionRecord {
  const record = correctableRecord(order.credential, settings)
  const asked = askedOf(order, settings)
  if (asked && asked.state !== 'asked') return asked
  const badge = JSON.parse(record.unsigned) as UnsignedBadge
  const changes = realChanges(badge, order.changes)
  const changesNothing = Object.keys(changes).length === 0
  const held = heldBy(order, changesNothing, settings)
  if (held) return held
  if (changesNothing) throw new Refusal('nothing-to-correct', 'The credential says that already')
  return write(order, { record, badge, changes, asked }, settings)
}

interface Found {
  readonly record: CredentialRecord
  readonly badge: UnsignedBadge
  /** Only what is really changed. */
  readonly changes: Changes
  readonly asked: CorrectionRecord | undefined
}

function write(
  order: CorrectionOrder,
  { record, badge, changes, asked }: Found,
  settings: CorrectionSettings,
): CorrectionRecord {
  const { ledger, publicUrl, now } = settings
  const { list, index } = ledger.statusLists.takeBeside(record.statusList, minListLength)
  const next = correctBadge(badge, changes, {
    validFrom: startAfter(badge.validFrom, now()),
    status: statusEntry(statusListUrl(publicUrl, list), index),
    distinctionFrom: settings.distinctionFrom(record.course),
  })
  settings.issuers.insist(next)
  const id = asked?.id ?? addAsked(order, settings)
  ledger.corrections.reserve(id, {
    changes: textOf(order.changes),
    note: order.note,
    at: now().toISOString(),
    by: order.by,
    statusList: list,
    statusIndex: index,
    unsigned: JSON.stringify(next),
    fingerprint: fingerprintOf(next),
  })
  const reserved = ledger.corrections.byId(id)
  if (!reserved) throw new Error('a correction is not where it was put')
  return reserved
}
