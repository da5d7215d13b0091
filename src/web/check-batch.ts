import type { Report } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import type { BatchItem } from './batch-items.ts'
import type { Gate } from './gate.ts'

/** What one item came to: a report, or what was thrown instead. */
export type BatchOutcome = { readonly index: number; readonly name: string } & (
  | { readonly report: Report }
  | { readonly thrown: unknown }
)

export interface BatchSettings {
  readonly gate: Gate
  /** Whether anybody still waits for it. */
  readonly isWanted: () => boolean
  readonly onFault: (thrown: unknown) => void
  /** Waited for before each item: single checks go first. */
  readonly pace?: (() => Promise<void>) | undefined
}

const atOnce = 2
const attempts = 4
const pauseMs = 1_000
const maxMs = 5 * 60_000

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs))

/** Threads that are busy with other callers are asked again: a batch has time. */
async function patiently<T>(
  work: () => Promise<T>,
  isWanted: () => boolean,
  left = attempts,
): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    const isBusy = thrown instanceof Refusal && thrown.code === 'busy'
    if (!isBusy || left <= 1 || !isWanted()) throw thrown
    await pause()
    return patiently(work, isWanted, left - 1)
  }
}

/**
 * Checks one item after another, two at a time, and gives each outcome in its place as soon as it and those before it
 * are there. Nothing thrown for one item touches another. What is not begun within 5 minutes is refused as `busy`.
 */
export async function* checkBatch(
  items: readonly BatchItem[],
  { gate, isWanted, onFault, pace }: BatchSettings,
): AsyncGenerator<BatchOutcome> {
  const lastBeginning = Date.now() + maxMs
  const checkOne = async (item: BatchItem, index: number): Promise<BatchOutcome> => {
    const { name } = item
    try {
      await pace?.()
      if (Date.now() > lastBeginning)
        throw new Refusal('busy', 'It was not reached in time; send it again')
      const work = () => gate.run(() => item.check(), { isBatch: true, isWanted })
      return { index, name, report: (await patiently(work, isWanted)).report }
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) onFault(thrown)
      return { index, name, thrown }
    }
  }
  const begun: Promise<BatchOutcome>[] = []
  try {
    for (const [index, item] of items.entries()) {
      if (!isWanted()) return
      begun.push(checkOne(item, index))
      const first = begun.length >= atOnce ? begun.shift() : undefined
      if (first) yield await first
    }
    for (const left of begun) yield await left
  } finally {
    // Whoever stops listening may take the files away only when nobody reads them any more.
    await Promise.all(begun)
  }
}
