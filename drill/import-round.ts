import type { Chance } from './chance.ts'
import { peek, type Row, repeated } from './evidence.ts'
import { letGo } from './let-go.ts'
import type { Site } from './site.ts'
import { finish, type KillPlan, start } from './victim.ts'

/** What a round did to the service before it was looked over. */
export interface Assault {
  /** Ids of credentials that some process has told as issued. */
  readonly acknowledged: readonly string[]
  readonly kills: number
  /** What the first kills left: nothing of the import, a part of it, or all; or they all came too late. */
  readonly phase: 'before' | 'during' | 'after' | 'missed'
  /** What stood in the ledger after the first kills, before anything was started again. */
  readonly left: readonly Row[]
  /** What went wrong on the way; the ledger is looked over afterwards. */
  readonly faults: Faults
}

/** Broken promises, in words: what was told and is not there, what is there twice, and everything else. */
export interface Faults {
  readonly lost: readonly string[]
  readonly double: readonly string[]
  readonly other: readonly string[]
}

export interface RoundPlan {
  readonly site: Site
  readonly file: string
  readonly run: string
  readonly chance: Chance
  /** How long an import that nobody kills takes here. */
  readonly lifetimeMs: number
  readonly processes: 1 | 2
}

/** The ids of addresses such as `http://localhost:8080/c/{id}` among lines or lists. */
export const idsIn = (texts: readonly string[]) =>
  texts.flatMap((text) => /\/c\/([0-9a-z]{26})$/.exec(text)?.[1] ?? [])

export const importArgs = ({ file, run, site }: Pick<RoundPlan, 'file' | 'run' | 'site'>) => [
  ...['import', file, '--course', site.course.id, '--run', run, '--each'],
]

/** What the dead had brought about, and which of what they had told was not there. */
export async function examine({ site, run }: RoundPlan, told: readonly string[], kills: number) {
  const rows = peek(site, run)
  await letGo(site.dataDir)
  const issued = new Set(rows.filter(({ state }) => state === 'issued').map(({ id }) => id))
  const missing = told.filter((id) => !issued.has(id))
  const part = issued.size === rows.length ? 'after' : 'during'
  const moment = rows.length === 0 ? 'before' : part
  const phase: Assault['phase'] = kills === 0 ? 'missed' : moment
  return { phase, left: rows, lost: missing.map((id) => `${id} was told, but was not on disk`) }
}

/**
 * Any moment of the process's life, its start included, though more often towards its end, where the work is; or the
 * short while in which the ledger is first written to; or the very moment after a credential was told, when what is
 * told but not on disk would be lost. Of two at once, which take longer, one may live.
 */
function killPlan({ chance, lifetimeMs, processes }: RoundPlan, nth: number): KillPlan {
  if (nth > 0 && chance() < 0.4) return { kind: 'never' }
  const kind = chance()
  if (kind < 0.3) return { kind: 'line', nth: 1 + Math.floor(chance() * 30) }
  if (kind < 0.5) return { kind: 'write', afterMs: chance() * 60 }
  return { kind: 'time', afterMs: Math.sqrt(chance()) * lifetimeMs * (processes === 2 ? 1.4 : 1) }
}

/** Completes what is pending as an operator would; now and then that is killed as well, and begun again. */
async function restart({ site, chance, lifetimeMs }: RoundPlan) {
  const killed: Awaited<ReturnType<typeof start>['ended']>[] = []
  while (chance() < 0.2) {
    const plan = { kind: 'time', afterMs: chance() * lifetimeMs } as const
    const ended = await start(site, 'cli', ['issue', '--each'], plan).ended
    killed.push(ended)
  }
  const lines = [
    ...killed.flatMap((ended) => ended.lines),
    ...(await finish(site, ['issue', '--each'])),
  ]
  return { lines, kills: killed.filter(({ wasKilled }) => wasKilled).length }
}

/** One or two importing processes are killed; then what they left is completed. */
export async function importRound(plan: RoundPlan): Promise<Assault> {
  const args = importArgs(plan)
  const victims = Array.from({ length: plan.processes }, (_, nth) =>
    start(plan.site, 'cli', args, killPlan(plan, nth)),
  )
  const ends = await Promise.all(victims.map(({ ended }) => ended))
  const told = idsIn(ends.flatMap(({ lines }) => lines))
  const struck = ends.filter(({ wasKilled }) => wasKilled).length
  const { phase, left, lost } = await examine(plan, told, struck)
  const other = ends
    .filter(({ wasKilled, exitCode }) => !wasKilled && exitCode !== 0)
    .map(({ exitCode, complaints }) => `an import ended with ${exitCode}: ${complaints}`)
  const { lines, kills } = await restart(plan)
  const acknowledged = [...told, ...idsIn(lines)]
  const double = repeated(acknowledged).map((id) => `${id} was told as issued twice`)
  return { acknowledged, kills: kills + struck, phase, left, faults: { lost, double, other } }
}
