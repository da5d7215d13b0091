import { monitorEventLoopDelay } from 'node:perf_hooks'

const lookEveryMs = 1_000
const nanoseconds = 1_000_000

/**
 * Whether this process has been late with everything for two seconds running: then beginning more would make all of
 * it later. One long task, or a collection of garbage, is no such thing.
 */
export function watchPressure(maxMeanDelayMs: number): () => boolean {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let lateFor = 0
  setInterval(() => {
    lateFor = delay.mean / nanoseconds > maxMeanDelayMs ? lateFor + 1 : 0
    delay.reset()
  }, lookEveryMs).unref()
  return () => lateFor >= 2
}
