import { Refusal } from '../errors.ts'
import { beginUndo, finishUndo, mayUndo } from '../issuing/undo.ts'
import type { BatchProgress, BatchRecord } from '../ledger/batches.ts'
import type { Ledger } from '../ledger/ledger.ts'

export interface BatchWorld {
  readonly ledger: Ledger
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
  readonly mail: { enqueueIssued(): number }
  issue(): Promise<unknown>
}

export const batchStates = [
  'reading',
  'failed',
  'issuing',
  'paused',
  'undoing',
  'undone',
  'done',
] as const

/** What is going on with a batch, in one word. */
export type BatchState = (typeof batchStates)[number]

/** How far a batch is, for whoever watches. */
export interface BatchNow {
  readonly state: BatchState
  readonly progress: BatchProgress
  /** Credentials signed in a second, over the last ten; `null` where nothing is being signed. */
  readonly perSecond: number | null
  /** Seconds until all is signed at that rate; `null` where nobody can tell. */
  readonly secondsLeft: number | null
  readonly mayUndo: boolean
  /** Until when; `null` where it cannot be undone, and while the time for it stands still. */
  readonly undoUntil: string | null
}

const rateMs = 10_000

/** The one word for a batch of which so much is still to be signed. */
export function stateOf(batch: BatchRecord, reserved: number): BatchState {
  if (batch.undoneAt !== null) return 'undone'
  if (batch.undoAt !== null) return 'undoing'
  if (batch.pausedAt !== null) return 'paused'
  if (batch.state !== 'reserved') return batch.state
  return reserved > 0 ? 'issuing' : 'done'
}

/** Batches while they are under way: looked at, held up, let go, taken back. All of it is durable once it returns. */
export class BatchesUnderWay {
  readonly #world: () => BatchWorld
  readonly #undoing = new Map<string, Promise<number>>()
  #isStopping = false
  /** Counts up to a line, which change only with a further one. */
  readonly #outcomes = new Map<
    string,
    { readonly upTo: number; readonly counted: Pick<BatchProgress, 'lines' | 'outcomes'> }
  >()

  constructor(world: () => BatchWorld) {
    this.#world = world
  }

  /** @throws Refusal `not-found`. */
  find(id: string): BatchRecord {
    const batch = this.#world().ledger.batches.byId(id)
    if (!batch) throw new Refusal('not-found', 'There is no such batch')
    return batch
  }

  #outcomesOf({ id }: BatchRecord): Pick<BatchProgress, 'lines' | 'outcomes'> {
    const { batches } = this.#world().ledger
    const upTo = batches.lastLine(id)
    const known = this.#outcomes.get(id)
    if (known?.upTo === upTo) return known.counted
    const counted = batches.outcomes(id)
    if (this.#outcomes.size > 200) this.#outcomes.clear()
    this.#outcomes.set(id, { upTo, counted })
    return counted
  }

  now(batch: BatchRecord): BatchNow {
    const { ledger, now } = this.#world()
    const progress = { ...this.#outcomesOf(batch), ...ledger.batches.signing(batch.id) }
    const state = stateOf(batch, progress.reserved)
    const perSecond = state === 'issuing' ? this.#rate(batch) : null
    const left = perSecond ? Math.ceil(progress.reserved / perSecond) : null
    const isOpen = mayUndo(batch, now())
    return {
      state,
      progress,
      perSecond,
      secondsLeft: left,
      mayUndo: isOpen && batch.state !== 'reading',
      undoUntil: isOpen && batch.pausedAt === null ? batch.heldUntil : null,
    }
  }

  #rate({ id, createdAt }: BatchRecord): number {
    const { ledger, now } = this.#world()
    const at = now().getTime()
    const since = Math.max(at - rateMs, Date.parse(createdAt))
    const seconds = Math.max(1, (at - since) / 1_000)
    const issued = ledger.batches.issuedSince(id, new Date(since).toISOString())
    return Math.round((issued / seconds) * 10) / 10
  }

  /** Signs nothing more of it, and tells nobody, until it is resumed; what is being signed at this moment is ended. */
  pause(id: string): BatchRecord {
    const { ledger, now } = this.#world()
    ledger.transaction(() => {
      this.#mustStand(this.find(id))
      ledger.batchControl.pause(id, now().toISOString())
    })
    return this.find(id)
  }

  /** Goes on with it. What was left of the time to undo it is left still. */
  resume(id: string): BatchRecord {
    const { ledger, now, issue, fault } = this.#world()
    ledger.transaction(() => {
      const batch = this.find(id)
      this.#mustStand(batch)
      const { pausedAt, heldUntil } = batch
      const stoodMs = pausedAt === null ? 0 : now().getTime() - Date.parse(pausedAt)
      const isStill = pausedAt !== null && heldUntil !== null && pausedAt < heldUntil
      const until = isStill ? new Date(Date.parse(heldUntil) + stoodMs).toISOString() : heldUntil
      ledger.batchControl.resume(id, until)
    })
    issue.call(this.#world()).catch((thrown: unknown) => fault('issue', thrown))
    return this.find(id)
  }

  /** Ends the time to undo it: learners are told now. @throws Refusal `not-found`, `batch-undone`. */
  release(id: string): BatchRecord {
    const { ledger, now, mail } = this.#world()
    ledger.transaction(() => {
      this.#mustStand(this.find(id))
      ledger.batchControl.release(id, now().toISOString())
    })
    mail.enqueueIssued()
    return this.find(id)
  }

  #mustStand({ undoAt }: BatchRecord): void {
    if (undoAt !== null)
      throw new Refusal('batch-undone', 'It was undone: nothing of it is issued any more')
  }

  /**
   * Takes all of it back: once it returns, nothing more of it is signed and nobody is told; the rest is done in the
   * background, and by the next process where this one is killed.
   *
   * @throws Refusal `not-found`, `undo-over`, `batch-being-read`.
   */
  undo(id: string): BatchRecord {
    const { ledger } = this.#world()
    ledger.transaction(() => beginUndo(this.find(id), this.#world()))
    void this.#finish(id)
    return this.find(id)
  }

  #finish(id: string): Promise<number> {
    const under = this.#undoing.get(id)
    if (under) return under
    const work = finishUndo(id, this.#world(), () => !this.#isStopping).finally(() =>
      this.#undoing.delete(id),
    )
    work.catch((thrown: unknown) => this.#world().fault('undo', thrown))
    this.#undoing.set(id, work)
    return work
  }

  /** Waits until all of it is taken back. */
  async undone(id: string): Promise<BatchRecord> {
    await this.#finish(id)
    return this.find(id)
  }

  /** Goes on with what a process that was killed had begun to take back. */
  goOnUndoing(): void {
    for (const id of this.#world().ledger.batchControl.undoing()) void this.#finish(id)
  }

  /** Tells the learners of batches whose time to be undone is over. Cheap while there are none. */
  tellReleased(): void {
    const { ledger, now, mail } = this.#world()
    if (ledger.batchControl.isReleaseDue(now().toISOString())) mail.enqueueIssued()
  }

  /** Takes back nothing more; the next process goes on. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await Promise.allSettled([...this.#undoing.values()])
  }
}
