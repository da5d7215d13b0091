import { performance } from 'node:perf_hooks'

/** One side of a comparison: does so many things, each for the first time unless it says otherwise. */
export type Work = (count: number, round: number) => Promise<void>

export interface Comparison {
  readonly name: string
  readonly ours: Work
  /** What it is held against; `null` where nothing comparable exists. */
  readonly reference: Work | null
  /** Things done per round and side. */
  readonly count: number
  readonly rounds: number
}

export interface Outcome {
  readonly name: string
  readonly oursPerSecond: number
  readonly referencePerSecond: number | null
  /** Ours divided by the reference: above 1 we are faster. */
  readonly ratio: number | null
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

async function timed(work: Work, count: number, round: number): Promise<number> {
  const from = performance.now()
  await work(count, round)
  return (performance.now() - from) / count
}

// The first rounds warm the compiler and the caches up and do not count.
const warmUps = 2

/** How many rounds are run for so many that count. */
export const allRounds = (rounds: number) => rounds + warmUps

/** Runs both sides in turn, in small rounds of one process, so that a busy machine slows both alike. */
export async function compare({ name, ours, reference, count, rounds }: Comparison) {
  const ourTimes: number[] = []
  const referenceTimes: number[] = []
  for (let round = 0; round < allRounds(rounds); round += 1) {
    const our = await timed(ours, count, round)
    const other = reference ? await timed(reference, count, round) : null
    if (round < warmUps) continue
    ourTimes.push(our)
    if (other !== null) referenceTimes.push(other)
  }
  const ourMedian = median(ourTimes)
  const otherMedian = reference ? median(referenceTimes) : null
  const outcome: Outcome = {
    name,
    oursPerSecond: 1000 / ourMedian,
    referencePerSecond: otherMedian && 1000 / otherMedian,
    ratio: otherMedian && otherMedian / ourMedian,
  }
  return outcome
}
