import { performance } from 'node:perf_hooks'

// Looks at a thread that has hardly run: together some ten seconds for a deadline of half a second.
const maxLooks = 20
const shortestLookMs = 10

/**
 * Calls `giveUp` once a thread has had so much processor time, in milliseconds. Node 20 cannot tell the time of one
 * thread, so it is taken to be its share of what the process has used: the main thread's part is known, and the
 * threads that work divide the rest. On a busy machine, where a thread may not have run for all the time that has
 * passed, that keeps innocent work from being given up; a thread that sleeps is given up all the same, later.
 *
 * @param threadsAtWork how many threads share what the process uses.
 * @returns what ends the watch.
 */
export function watchProcessorTime(
  limitMs: number,
  threadsAtWork: () => number,
  giveUp: () => void,
): () => void {
  let timer: NodeJS.Timeout
  const look = (leftMs: number, looks: number) => {
    const [process0, loop0] = [process.cpuUsage(), performance.eventLoopUtilization()]
    timer = setTimeout(
      () => {
        const { user, system } = process.cpuUsage(process0)
        const { utilization } = performance.eventLoopUtilization(loop0)
        const left = leftMs - (user + system) / 1_000 / (threadsAtWork() + utilization)
        if (left > 0 && looks > 1) look(left, looks - 1)
        else giveUp()
      },
      Math.max(leftMs, shortestLookMs),
    )
  }
  look(limitMs, maxLooks)
  return () => clearTimeout(timer)
}
