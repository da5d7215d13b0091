import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { getPriority, setPriority } from 'node:os'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { importArgs } from './import-round.ts'
import type { ClientJob, Seen } from './overload-client.ts'
import type { Samples } from './overload-requests.ts'
import { adminToken, makeSite, type Site, writeCohort } from './site.ts'
import { finish } from './victim.ts'

export interface OverloadPlan {
  readonly learners: number
  readonly normalMs: number
  readonly atOnce: number
  readonly overloadMs: number
  /** How many times what it served in normal use. */
  readonly times: number
  readonly seed: number
  readonly onPhase?: (phase: string) => void
}

export interface Phase {
  readonly answeredPerSecond: number
  readonly acceptedPerSecond: number
  /** What readers beside the others met, in milliseconds: their process has nothing else to do. */
  readonly checks: { readonly p50: number; readonly p99: number; readonly count: number }
  readonly counts: Readonly<Record<string, number>>
  readonly retryAfter: Readonly<Record<string, number>>
  readonly withoutRetryAfter: number
  readonly faults: readonly string[]
  readonly unsent: number
}

export interface OverloadResult {
  readonly credentials: number
  readonly normal: Phase
  readonly overload: Phase & { readonly offeredPerSecond: number }
  /** Until one check after another was let in, and took no longer than it may in normal use; `undefined`: not in time. */
  readonly recoveredAfterMs: number | undefined
  readonly maxRssMb: number
  readonly exitCode: number | null
  readonly complaints: string
}

const niceness = 10
const readers = { kind: 'open', perSecond: 30 } as const
const recoveryMs = 30_000
const callsInARow = 10

function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

function phaseOf([seen, reader]: readonly [Seen, Seen]): Phase {
  const { counts, accepted, retryAfter, withoutRetryAfter, faults, unsent, ms } = seen
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const letIn = Object.values(accepted).reduce((sum, times) => sum + times.length, 0)
  const checks = reader.accepted.check ?? []
  const perSecond = (count: number) => Math.round((count / ms) * 10_000) / 10
  return {
    answeredPerSecond: perSecond(all),
    acceptedPerSecond: perSecond(letIn),
    checks: {
      p50: percentile(checks, 0.5),
      p99: percentile(checks, 0.99),
      count: checks.length,
    },
    counts,
    retryAfter,
    withoutRetryAfter: withoutRetryAfter + reader.withoutRetryAfter,
    faults: [...faults, ...reader.faults],
    unsent,
  }
}

/** A client in a process of its own, which comes after the service where both want a processor. */
function runClient(job: ClientJob): Promise<Seen> {
  const script = fileURLToPath(new URL('./overload-client.js', import.meta.url))
  const child = fork(script, [], { env: { PATH: process.env.PATH ?? '' } })
  if (child.pid && !job.isReader) setPriority(child.pid, getPriority() + niceness)
  return new Promise((resolve, reject) => {
    child.once('message', (seen) => resolve(seen as Seen))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the client ended with ${code}`)))
    child.send(job)
  })
}

/** Many clients, and beside them a few readers, whose times are taken. */
const runClients = (job: Omit<ClientJob, 'isReader'>) =>
  Promise.all([
    runClient({ ...job, isReader: false }),
    runClient({ ...job, isReader: true, seed: job.seed + 1, load: readers }),
  ])

/** Memory of a process that is in use, in MiB; `VmHWM` is the most that it ever was. */
function memoryOf(pid: number, what: 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1')
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
}

interface Running {
  readonly child: ChildProcess
  readonly pid: number
  readonly origin: string
  readonly ended: Promise<number | null>
  complaints(): string
}

/** Starts the service as it ships, on loopback. */
async function startService(site: Site): Promise<Running> {
  const script = fileURLToPath(new URL('../src/main.js', import.meta.url))
  const env = { ...site.env, HOST: '127.0.0.1', PORT: '0', TRUST_PROXY: '1', LOG_LEVEL: 'info' }
  const flags = ['--max-semi-space-size=8']
  const child = spawn(process.execPath, [...flags, script], {
    env: { ...env, MALLOC_ARENA_MAX: '2' },
  })
  let complaints = ''
  let notes = ''
  child.stderr.on('data', (chunk: Buffer) => {
    notes += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n')) {
        const found = /"port":(\d+)/.exec(line)?.[1]
        if (found) resolve(found)
        if (/"msg":"fault"/.test(line)) complaints += line
      }
    })
    ended.then(() => reject(new Error(`the service did not start: ${notes}`)), reject)
  })
  const origin = `http://127.0.0.1:${port}`
  return { child, pid: child.pid ?? 0, origin, ended, complaints: () => complaints }
}

async function makeSamples(site: Site, learners: number): Promise<Samples> {
  const file = writeCohort(site, 1, learners)
  await finish(site, importArgs({ site, file, run: 'overload' }))
  return site.inside(async (service) => {
    const records = service.ledger.credentials.issued('', 1_000)
    const signed = records.slice(0, 50).flatMap((record) => record.signed ?? [])
    return { ids: records.map(({ id }) => id), signed, token: adminToken }
  })
}

/** How long it takes until checks, one after another, are let in again and as quick as they may be. */
async function recovery(origin: string, id: string, maxMs: number): Promise<number | undefined> {
  const begun = performance.now()
  let inARow = 0
  let firstGood = begun
  while (performance.now() - begun < recoveryMs) {
    const from = performance.now()
    const answer = await fetch(`${origin}/c/${id}`, { headers: { accept: 'text/html' } })
    await answer.text()
    const isGood = answer.status === 200 && performance.now() - from <= maxMs
    if (isGood && inARow === 0) firstGood = performance.now()
    inARow = isGood ? inARow + 1 : 0
    if (inARow >= callsInARow) return Math.round(firstGood - begun)
    await sleep(50)
  }
  return undefined
}

/**
 * The overload drill: a service with a ledger is used as much as it serves comfortably, then asked ten times as much by
 * clients that do not wait for answers, then left in peace. It is told what it did, not whether that is good.
 */
export async function runOverload(plan: OverloadPlan): Promise<OverloadResult> {
  const { onPhase = () => undefined, seed, normalMs, overloadMs, atOnce, times } = plan
  const site = await makeSite()
  let running: Running | undefined
  try {
    onPhase('issuing')
    const samples = await makeSamples(site, plan.learners)
    running = await startService(site)
    const { origin, pid, child } = running
    const job = { origin, samples, seed }
    onPhase('warming up')
    const closed = { kind: 'closed', atOnce } as const
    await runClients({ ...job, ms: Math.min(normalMs, 5_000), load: closed })
    onPhase('normal use')
    const normal = phaseOf(await runClients({ ...job, ms: normalMs, load: closed }))
    const perSecond = Math.round(normal.acceptedPerSecond * times)
    onPhase(`overload of ${perSecond} a second`)
    const load = { kind: 'open', perSecond } as const
    const overload = phaseOf(await runClients({ ...job, ms: overloadMs, load }))
    onPhase('recovery')
    const [id = ''] = samples.ids
    const recoveredAfterMs = await recovery(origin, id, Math.max(200, 2 * normal.checks.p99))
    const maxRssMb = memoryOf(pid, 'VmHWM')
    child.kill('SIGTERM')
    const exitCode = await running.ended
    return {
      credentials: samples.ids.length,
      normal,
      overload: { ...overload, offeredPerSecond: perSecond },
      recoveredAfterMs,
      maxRssMb,
      exitCode,
      complaints: running.complaints(),
    }
  } finally {
    running?.child.kill('SIGKILL')
    await running?.ended
    site.remove()
  }
}
