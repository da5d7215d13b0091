import {
  digestOf,
  doubles,
  expectedKeys,
  fileFaults,
  flaws,
  type Row,
  readRows,
} from './evidence.ts'
import type { Assault, Faults, RoundPlan } from './import-round.ts'
import { reimport } from './reimport.ts'
import type { Site } from './site.ts'

/** What a drill has seen so far. */
export interface Tally extends Faults {
  readonly rounds: number
  readonly kills: number
  /** Rounds by what the kills left: nothing of the import, a part of it, or all; or no kill came in time. */
  readonly phases: Readonly<Record<Assault['phase'], number>>
  readonly acknowledged: number
  readonly issued: number
}

export class Count {
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
export type Seen = Map<string, string>

/** Looks over the whole ledger: nothing that was once issued is gone or another, nothing is there twice. */
export function compareWithSeen(site: Site, seen: Seen, count: Count): void {
  const rows = readRows(site)
  const now = new Map(rows.map((row) => [row.id, digestOf(row)]))
  for (const [id, digest] of seen)
    if (now.get(id) !== digest) count.lost.push(`${id} is gone or changed`)
  count.double.push(...doubles(rows))
  count.other.push(...fileFaults(site))
}

/** What must have outlived the kills: all that is told, and all that was in the ledger, as it was. */
function losses({ acknowledged, left }: Assault, survivors: readonly Row[]): string[] {
  const ids = new Set(survivors.map(({ id }) => id))
  const digests = new Set(survivors.map(digestOf))
  const changed = (row: Row) => row.state === 'issued' && !digests.has(digestOf(row))
  return [
    ...acknowledged.filter((id) => !ids.has(id)).map((id) => `${id} was told and is not there`),
    ...left.filter(({ id }) => !ids.has(id)).map(({ id }) => `${id} was reserved and is gone`),
    ...left.filter(changed).map(({ id }) => `${id} was issued and is another now`),
  ]
}

/** Holds what survived against the file it came from, and imports that once more, which adds what never got in. */
async function compareWithFile(
  { site, file, run }: RoundPlan,
  survivors: readonly Row[],
  faults: Pick<Count, 'double' | 'other'>,
): Promise<readonly Row[]> {
  const expected = await expectedKeys(site, file, run)
  if (survivors.length > 0 && survivors.length !== expected.size)
    faults.other.push(`${survivors.length} of ${expected.size} are there`)
  const { reserved } = await site.inside((service) => reimport(service, { site, file, run }))
  if (reserved !== expected.size - survivors.length)
    faults.double.push(`imported again, ${reserved} were new`)
  const rows = readRows(site, run)
  const keys = new Set(rows.map(({ key }) => key))
  faults.double.push(...doubles(rows))
  if (keys.size !== expected.size || ![...expected].every((key) => keys.has(key)))
    faults.other.push('what is issued is not what was earned')
  return rows
}

/** Looks over what a round left, and adds it to what the drill has seen. */
export async function inspect(
  plan: RoundPlan,
  assault: Assault,
  seen: Seen,
  count: Count,
): Promise<void> {
  const { site, run } = plan
  const told = new Set(assault.acknowledged)
  const survivors = readRows(site, run)
  const faults = {
    lost: [...assault.faults.lost, ...losses(assault, survivors)],
    double: [...assault.faults.double],
    other: [...assault.faults.other],
  }
  await site.inside(async (service) => {
    for (const row of survivors)
      faults[told.has(row.id) ? 'lost' : 'other'].push(...(await flaws(row, service)))
  })
  const rows = await compareWithFile(plan, survivors, faults)
  for (const row of rows) seen.set(row.id, digestOf(row))
  count.kills += assault.kills
  count.phases[assault.phase] += 1
  count.acknowledged += told.size
  count.issued += rows.length
  for (const kind of ['lost', 'double', 'other'] as const)
    count[kind].push(...faults[kind].map((fault) => `round ${run}: ${fault}`))
}
