import { performance } from 'node:perf_hooks'
import { diagnose } from '../src/service/doctor.ts'
import { seededChance } from './chance.ts'
import { httpRound } from './http-round.ts'
import { importArgs, importRound, type RoundPlan } from './import-round.ts'
import { Count, compareWithSeen, inspect, type Seen, type Tally } from './inspect.ts'
import { letGo } from './let-go.ts'
import { makeSite, type Site, writeCohort } from './site.ts'
import { finish } from './victim.ts'

export interface DrillPlan {
  readonly rounds: number
  readonly seed: number
  /** Learners per round. */
  readonly size: number
  readonly onRound?: (round: number, so: Tally) => void
}

/** How long an import lives here when nobody kills it; the kills are spread over that. */
async function lifetime(site: Site, size: number): Promise<number> {
  const from = performance.now()
  await finish(site, importArgs({ site, file: writeCohort(site, 0, size), run: 'calibration' }))
  return performance.now() - from
}

async function closeDrill(site: Site, file: string, run: string, count: Count): Promise<void> {
  const again = await finish(site, importArgs({ site, file, run }))
  if (!again.some((line) => line.startsWith('0 new awards')))
    count.double.push(`the last import, once more: ${again.join('; ')}`)
  await site.inside(async (service) => {
    const bad = (await diagnose(service)).filter(({ isFine }) => !isFine)
    count.other.push(...bad.map(({ check, detail }) => `doctor: ${check}: ${detail}`))
  })
}

/**
 * The kill drill: round after round, importing processes and servers are killed with SIGKILL, started again, and held
 * to what they told. It shows what the death of a process does; a loss of power is more, and is not simulated.
 */
export async function runDrill({ rounds, seed, size, onRound }: DrillPlan): Promise<Tally> {
  const site = await makeSite()
  const chance = seededChance(seed)
  const count = new Count()
  const seen: Seen = new Map()
  try {
    const lifetimeMs = await lifetime(site, size)
    let plan: RoundPlan | undefined
    for (let round = 1; round <= rounds; round += 1) {
      await letGo(site.dataDir)
      const file = writeCohort(site, seed + round, size)
      const processes = round % 3 === 0 ? 2 : 1
      plan = { site, file, run: `r${round}`, chance, lifetimeMs, processes }
      const assault = round % 5 === 0 ? await httpRound(plan) : await importRound(plan)
      await inspect(plan, assault, seen, count)
      count.rounds = round
      if (round % 10 === 0 || round === rounds) compareWithSeen(site, seen, count)
      onRound?.(round, count)
    }
    if (plan) await closeDrill(site, plan.file, plan.run, count)
    return count
  } finally {
    site.remove()
  }
}
