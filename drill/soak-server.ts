import { monitorEventLoopDelay } from 'node:perf_hooks'
import './loopback-server.ts'

const everyMs = 2_000
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

/** How the server is, told by itself as a line of JSON now and then; the first line it tells is its port. */
export interface Gauge {
  readonly rssMb: number
  readonly heapMb: number
  readonly delayMeanMs: number
  readonly delayMaxMs: number
}

const mb = (bytes: number) => Math.round(bytes / 1024 / 1024)
const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e5) / 10

setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage()
  const gauge: Gauge = {
    rssMb: mb(rss),
    heapMb: mb(heapUsed),
    delayMeanMs: ms(delay.mean),
    delayMaxMs: ms(delay.max),
  }
  delay.reset()
  console.log(JSON.stringify(gauge))
}, everyMs)
