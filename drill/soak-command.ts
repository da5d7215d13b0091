import { performance } from 'node:perf_hooks'
import { runSoak } from './soak.ts'

const [requests = 100_000, atOnce = 8, seed = 2026, minutes = 240] = process.argv
  .slice(2)
  .map(Number)
const from = performance.now()
const result = await runSoak({
  requests,
  atOnce,
  seed,
  maxMs: minutes * 60_000,
  onProgress: (sent, gauge) => console.error(`${sent} sent ${JSON.stringify(gauge)}`),
})
const seconds = Math.round((performance.now() - from) / 1_000)
// A tenth of them tells as much as all.
const step = Math.max(1, Math.floor(result.gauges.length / 20))
const gauges = result.gauges.filter((_, at) => at % step === 0)
console.log(JSON.stringify({ ...result, gauges, seconds, seed, atOnce }, null, 2))
process.exitCode = result.faults.length + result.wrong.length > 0 ? 1 : 0
