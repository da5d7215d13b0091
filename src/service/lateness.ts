import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** How late this process is with everything that it does on its first thread, in milliseconds; 0 is on time. */
export interface Lateness {
  /** At least so late all through the last half second: one long task, or a collection of garbage, is no such thing. */
  readonly lastingMs: number
  /** In the last eighth of a second. */
  readonly nowMs: number
}

const resolutionMs = 10
const lookEveryMs = 125
const looks = 4
const nanoseconds = 1e6

/** Watches the event loop for as long as the process lives. */
class LoopLateness implements Lateness {
  readonly #delay = monitorEventLoopDelay({ resolution: resolutionMs })
  readonly #seen: number[] = Array.from({ length: looks }, () => 0)

  constructor() {
    this.#delay.enable()
    setInterval(() => {
      const { mean } = this.#delay
      this.#seen.shift()
      this.#seen.push(Number.isFinite(mean) ? Math.max(0, mean / nanoseconds - resolutionMs) : 0)
      this.#delay.reset()
    }, lookEveryMs).unref()
  }

  get lastingMs(): number {
    return Math.min(...this.#seen)
  }

  get nowMs(): number {
    return this.#seen.at(-1) ?? 0
  }
}

let ofProcess: Lateness | undefined

/** The lateness of this process. */
export function loopLateness(): Lateness {
  ofProcess ??= new LoopLateness()
  return ofProcess
}

// Somebody who waits for a page notices that it takes a tenth of a second longer.
const patientUntilMs = 50
const pauseMs = 100
// What has waited so long goes on for one step: work that nobody waits for must come to its end as well.
const maxPauses = 20

/**
 * For work that nobody waits for, before each of its steps: lets what people wait for go first while the process is
 * late, for two seconds at most.
 */
export async function letOthersGoFirst(lateness: Lateness = loopLateness()): Promise<void> {
  for (let pauses = 0; lateness.nowMs > patientUntilMs && pauses < maxPauses; pauses += 1)
    await sleep(pauseMs)
}
