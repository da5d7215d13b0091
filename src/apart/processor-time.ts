import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

// Looks at a thread that has hardly run: together some ten seconds for a deadline of half a second.
const maxLooks = 20
const shortestLookMs = 10
/** What Linux counts in, on every machine that Node runs on: 100 to the second. */
const tickMs = 10

const statOf = (path: string): string | undefined => {
  try {
    return readFileSync(`/proc/${path}/stat`, 'latin1')
  } catch {
    return undefined // not Linux, or the thread is gone
  }
}

/** What the system calls the thread that asks; `undefined` where it does not say. */
export function systemThread(): number | undefined {
  const number = Number.parseInt(statOf('thread-self') ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}

/** Processor time that one thread of this process has had, in milliseconds (proc(5): `utime` and `stime`). */
function timeOf(thread: number | undefined): number | undefined {
  const stat = thread === undefined ? undefined : statOf(`self/task/${thread}`)
  // The name of the thread, in brackets, may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields?.[11]) + Number(fields?.[12])
  return Number.isNaN(ticks) ? undefined : ticks * tickMs
}

export interface WatchedThread {
  /** By `systemThread`, where that is known. */
  readonly thread: number | undefined
  /** How many threads share what the process uses, for where the system tells no time of one. */
  threadsAtWork(): number
}

/** A clock of the processor time of one thread, from now on. */
function startClock({ thread, threadsAtWork }: WatchedThread): () => number {
  const before = timeOf(thread)
  if (before !== undefined) return () => (timeOf(thread) ?? Number.POSITIVE_INFINITY) - before
  const [process0, loop0] = [process.cpuUsage(), performance.eventLoopUtilization()]
  return () => {
    // Its share of all: the main thread's part is known, and the threads that work divide the rest.
    const { user, system } = process.cpuUsage(process0)
    const { utilization } = performance.eventLoopUtilization(loop0)
    return (user + system) / 1_000 / (threadsAtWork() + utilization)
  }
}

/**
 * Calls `giveUp` once a thread has had so much processor time, in milliseconds. On a busy machine, where a thread may
 * not have run for all the time that has passed, that keeps innocent work from being given up; a thread that sleeps is
 * given up all the same, later. Linux tells the time of a thread; elsewhere it is estimated.
 *
 * @returns what ends the watch.
 */
export function watchProcessorTime(
  limitMs: number,
  watched: WatchedThread,
  giveUp: () => void,
): () => void {
  let timer: NodeJS.Timeout
  const used = startClock(watched)
  const look = (leftMs: number, looks: number) => {
    timer = setTimeout(
      () => {
        const left = limitMs - used()
        if (left > 0 && looks > 1) look(left, looks - 1)
        else giveUp()
      },
      Math.max(leftMs, shortestLookMs),
    )
  }
  look(limitMs, maxLooks)
  return () => clearTimeout(timer)
}
