import { performance } from 'node:perf_hooks'
import { diagnose } from '../src/service/doctor.ts'
import { seededChance } from './chance.ts'
import { digestOf, doubles, expectedKeys, fileFaults, flaws, readRows } from './evidence.ts'
import { httpRound } from './http-round.ts'
import {
  type Assault,
  type Faults,
  importArgs,
  importRound,
  type RoundPlan,
} from './import-round.ts'
import { reimport } from './reimport.ts'
import { makeSite, type Site, writeCohort } from './site.ts'
import { finish } from './victim.ts'

export interface DrillPlan {
  readonly rounds: number
  readonly seed: number
  /** Learners per round. */
  readonly size: number
  readonly onRound?: (round: number, so: Tally) => void
}

/** What a drill has seen so far. */
export interface Tally extends Faults {
  readonly rounds: number
  readonly kills: number
  /** Rounds by what the kills left: nothing of the import, a part of it, or all; or no kill came in time. */
  readonly phases: Readonly<Record<Assault['phase'], number>>
  readonly acknowledged: number
  readonly issued: number
}

class Count {
  rounds = 0
  kills = 0
  phases: Record<Assault['phase'], number> = { before: 0, during: 0, after: 0, missed: 0 }
  acknowledged = 0
  issued = 0
  lost: string[] = []
  double: string[] = []
  other: string[] = []
}

/** Every credential as it was once seen issued: it must never be another. */
type Seen = Map<string, string>

function compareWithSeen(site: Site, seen: Seen, count: Count): void {
  const rows = readRows(site)
  const now = new Map(rows.map((row) => [row.id, digestOf(row)]))
  for (const [id, digest] of seen)
    if (now.get(id) !== digest) count.lost.push(`${id} is gone or changed`)
  count.double.push(...doubles(rows))
  count.other.push(...fileFaults(site))
}

/** Looks over what a round left, then imports the same file once more, which fills what was never reserved. */
async function inspect(plan: RoundPlan, assault: Assault, seen: Seen, count: Count): Promise<void> {
  const { site, run, file } = plan
  const survivors = readRows(site, run)
  count.kills += assault.kills
  count.phases[assault.phase] += 1
  const expected = await expectedKeys(site, file, run)
  if (survivors.length > 0 && survivors.length !== expected.size)
    count.other.push(`run ${run} holds ${survivors.length} of ${expected.size}`)
  const told = new Set(assault.acknowledged)
  count.acknowledged += told.size
  const ids = new Set(survivors.map(({ id }) => id))
  const digests = new Set(survivors.map(digestOf))
  for (const row of assault.left)
    if (row.state === 'issued' && !digests.has(digestOf(row)))
      count.lost.push(`${row.id} was issued before the restart and is gone or changed`)
    else if (!ids.has(row.id)) count.lost.push(`${row.id} was reserved and is gone`)
  count.lost.push(...[...told].filter((id) => !ids.has(id)).map((id) => `${id} is not there`))

  await site.inside(async (service) => {
    for (const row of survivors) {
      const found = (await flaws(row, service)).map((flaw) => `round ${run}: ${flaw}`)
      if (told.has(row.id)) count.lost.push(...found)
      else count.other.push(...found)
    }
    const { reserved } = await reimport(service, plan)
    if (reserved !== expected.size - survivors.length)
      count.double.push(`run ${run}: imported again, ${reserved} were new`)
  })
  const rows = readRows(site, run)
  const keys = new Set(rows.map(({ key }) => key))
  count.double.push(...doubles(rows))
  if (keys.size !== expected.size || ![...expected].every((key) => keys.has(key)))
    count.other.push(`run ${run}: what is issued is not what was earned`)
  for (const row of rows) seen.set(row.id, digestOf(row))
  count.issued += rows.length
  for (const kind of ['lost', 'double', 'other'] as const)
    count[kind].push(...assault.faults[kind].map((fault) => `round ${run}: ${fault}`))
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
      const file = writeCohort(site, seed + round, size)
      const processes = round % 4 === 0 ? 2 : 1
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
