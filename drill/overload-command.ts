import { type OverloadResult, runOverload } from './overload.ts'

const [seconds = 60, atOnce = 4, learners = 150, seed = 2026] = process.argv.slice(2).map(Number)

interface Figure {
  readonly what: string
  readonly isMet: boolean
  readonly found: string
}

const maxRssMb = 512
const maxRecoveryMs = 5_000
const maxSlowdown = 2

/** What the service has to meet, and whether it did. */
function figuresOf({ normal, overload, recoveredAfterMs, maxRssMb: rss, ...rest }: OverloadResult) {
  const slowdown = overload.checks.p99 / Math.max(1, normal.checks.p99)
  const faults = [...normal.faults, ...overload.faults]
  const figures: Figure[] = [
    {
      what: `p99 of accepted checks at most ${maxSlowdown} times that of normal use`,
      isMet: slowdown <= maxSlowdown,
      found: `${overload.checks.p99} ms after ${normal.checks.p99} ms: ${slowdown.toFixed(2)} times`,
    },
    {
      what: 'every refusal has Retry-After',
      isMet: normal.withoutRetryAfter + overload.withoutRetryAfter === 0,
      found: `${overload.withoutRetryAfter} without`,
    },
    { what: `memory at most ${maxRssMb} MB`, isMet: rss <= maxRssMb, found: `${rss} MB` },
    {
      what: `recovered within ${maxRecoveryMs / 1_000} s`,
      isMet: recoveredAfterMs !== undefined && recoveredAfterMs <= maxRecoveryMs,
      found: `${recoveredAfterMs ?? 'over 30,000'} ms`,
    },
    {
      what: 'no fault',
      isMet: faults.length === 0 && rest.complaints === '',
      found: faults.join(),
    },
    { what: 'ended with 0', isMet: rest.exitCode === 0, found: String(rest.exitCode) },
  ]
  return figures
}

const result = await runOverload({
  learners,
  normalMs: Math.min(20_000, seconds * 1_000),
  atOnce,
  overloadMs: seconds * 1_000,
  times: 10,
  seed,
  onPhase: (phase) => console.error(phase),
})
console.log(JSON.stringify(result, null, 2))
const figures = figuresOf(result)
for (const { what, isMet, found } of figures)
  console.log(`${isMet ? 'met' : 'NOT MET'}: ${what} (${found})`)
process.exitCode = figures.every(({ isMet }) => isMet) ? 0 : 1
