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
const tally = await runDrill({
  rounds,
  seed,
  size,
  onRound: (round, so) => {
    if (round % 10 === 0) console.log(line(so))
  },
})
console.log(`done: ${line(tally)} | ${tally.issued} credentials issued`)
for (const fault of [...tally.lost, ...tally.double, ...tally.other]) console.log(`  ${fault}`)
process.exitCode = tally.lost.length + tally.double.length + tally.other.length === 0 ? 0 : 1
