import { Refusal } from '../errors.ts'
import type { BatchRecord } from '../ledger/batches.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { revokeWithin } from './status.ts'

export interface UndoSettings {
  readonly ledger: Ledger
  readonly now: () => Date
}

/** Whether all of a batch can still be taken back: the time to think it over stands still while the batch does. */
export function mayUndo({ heldUntil, pausedAt, undoAt }: BatchRecord, now: Date): boolean {
  if (undoAt !== null || heldUntil === null) return false
  const at = now.toISOString()
  return at < heldUntil || (pausedAt !== null && pausedAt < heldUntil)
}

/**
 * Begins to take back a whole batch, within the caller's transaction: from then on nothing of it is signed and nobody is
 * told of it. The same again changes nothing, and gives `false`.
 *
 * @throws Refusal `undo-over` once learners may have been told, `batch-being-read`.
 */
export function beginUndo(batch: BatchRecord, { ledger, now }: UndoSettings): boolean {
  if (batch.undoAt !== null) return false
  if (batch.state === 'reading')
    throw new Refusal('batch-being-read', 'Its file is still being read; undo it in a moment')
  if (!mayUndo(batch, now()))
    throw new Refusal(
      'undo-over',
      'The time to undo it is over, and learners may have been told. Revoke what is wrong instead',
    )
  return ledger.batchControl.beginUndo(batch.id, now().toISOString())
}

/** So many share a transaction: large enough to spare the disk, small enough that others get their turn. */
const groupSize = 100

/** Takes back some of a batch in one transaction. Returns how many; 0 once there is nothing left, and that is recorded. */
function undoGroup(batch: string, { ledger, now }: UndoSettings): number {
  const { batchControl } = ledger
  return ledger.transaction(() => {
    const at = now().toISOString()
    const ids = batchControl.standing(batch, groupSize)
    for (const id of ids) {
      if (batchControl.giveUp(id, at)) continue
      if (ledger.credentials.byId(id)?.revokedAt === null)
        revokeWithin(
          id,
          { code: 'issued-in-error', note: 'its import was undone' },
          { ledger, now },
        )
      batchControl.free(id, at)
    }
    if (ids.length === 0) batchControl.endUndo(batch, at)
    return ids.length
  })
}

/**
 * Takes back all of a batch that began to be undone: what is only reserved is void, what was signed is revoked as issued
 * in error, and the natural keys of both are free, so that a corrected file issues anew. Group by group, each durable:
 * after a kill, or once nobody wants it any more, the next call goes on with what is left.
 */
export async function finishUndo(
  batch: string,
  settings: UndoSettings,
  isWanted: () => boolean = () => true,
): Promise<number> {
  let count = 0
  while (isWanted()) {
    const undone = undoGroup(batch, settings)
    count += undone
    if (undone === 0) return count
    await new Promise((resolve) => setImmediate(resolve))
  }
  return count
}
