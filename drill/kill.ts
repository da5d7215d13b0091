import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { runDrill } from './drill.ts'
import type { Tally } from './inspect.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, size: { type: 'string', default: '12' } },
})
const rounds = Number(positionals[0] ?? 200)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const size = Number(values.size)
const from = performance.now()

const line = (so: Tally) =>
  [
    `${so.rounds} rounds, ${so.kills} kills`,
    Object.entries(so.phases)
      .map(([phase, times]) => `${times} ${phase}`)
      .join(', '),
    `${so.acknowledged} acknowledged, ${so.lost.length} lost, ${so.double.length} double, ${so.other.length} other faults`,
    `${((performance.now() - from) / 1000).toFixed(0)} s`,
  ].join(' | ')

console.log(`kill drill: ${rounds} rounds of ${size} learners, seed ${seed}`)
let told = 0
const tally = await runDrill({
  rounds,
  seed,
  size,
  onRound: (round, so) => {
    const faults = [...so.lost, ...so.double, ...so.other]
    // Said as they come: a drill takes long, and its folder is gone at the end.
    if (faults.length > told) console.log(faults.map((fault) => `  ${fault}`).join('\n'))
    told = faults.length
    if (round % 10 === 0) console.log(line(so))
  },
})
console.log(`done: ${line(tally)} | ${tally.issued} credentials issued`)
const faults = [...tally.lost, ...tally.double, ...tally.other]
for (const fault of faults) console.log(`  ${fault}`)
process.exitCode = faults.length === 0 ? 0 : 1
