import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { countBatches } from './evidence.ts'
import { type Assault, examine, idsIn, type RoundPlan } from './import-round.ts'
import { adminToken } from './site.ts'
import { finish, start, type Victim } from './victim.ts'

interface Batch {
  readonly state: string
  readonly lines: readonly { readonly outcome: string; readonly url: string | null }[]
}

/** A server of ours and the address it says it listens on. */
async function startServer({ site }: RoundPlan): Promise<{ victim: Victim; origin: string }> {
  const victim = start(site, 'server', [])
  const port = await victim.firstLine
  if (port) return { victim, origin: `http://127.0.0.1:${port}` }
  const { exitCode, complaints } = await victim.ended
  throw new Error(`the server did not start (${exitCode}): ${complaints}`)
}

const authorization = { Authorization: `Bearer ${adminToken}` }

/** Posts the file; the batch when it was accepted, `undefined` when the server died over it. */
async function post(origin: string, { file, run, site }: RoundPlan): Promise<string | undefined> {
  const url = `${origin}/api/completions?course=${site.course.id}&run=${run}`
  const headers = { ...authorization, 'Content-Type': 'text/csv', 'Idempotency-Key': run }
  let answer: Response
  try {
    answer = await fetch(url, { method: 'POST', headers, body: readFileSync(file) })
    if (answer.status === 202) return ((await answer.json()) as { batch: string }).batch
  } catch {
    return undefined
  }
  throw new Error(`POST was answered ${answer.status}: ${await answer.text()}`)
}

async function readBatch(origin: string, batch: string): Promise<Batch> {
  const answer = await fetch(`${origin}/api/batches/${batch}?limit=1000`, {
    headers: authorization,
  })
  if (!answer.ok) throw new Error(`batch ${batch} was answered ${answer.status}`)
  return (await answer.json()) as Batch
}

const patienceMs = 30_000

async function awaitBatch(origin: string, batch: string): Promise<Batch> {
  const until = Date.now() + patienceMs
  for (;;) {
    const found = await readBatch(origin, batch)
    if (found.state === 'done') return found
    if (Date.now() > until) throw new Error(`batch ${batch} is still ${found.state}`)
    await sleep(50)
  }
}

/** Half of the kills fall around the request itself, which is short; the others into the signing after it. */
const killDelay = ({ chance, lifetimeMs }: RoundPlan) =>
  chance() < 0.5 ? chance() * 80 : chance() * lifetimeMs * 0.6

/**
 * A server is killed over a request or the signing after it; the request is sent again, under the same
 * Idempotency-Key, to a server started anew, and must come to one batch.
 */
export async function httpRound(plan: RoundPlan): Promise<Assault> {
  const first = await startServer(plan)
  const answered = post(first.origin, plan)
  await sleep(killDelay(plan))
  first.victim.kill()
  await first.victim.ended
  const firstBatch = await answered
  const { phase, left } = await examine(plan, [], 1)
  const second = await startServer(plan)
  const double: string[] = []
  const other: string[] = []
  try {
    const batch = await post(second.origin, plan)
    if (!batch) throw new Error('the request could not be sent again')
    if (firstBatch && batch !== firstBatch)
      double.push(`one request, two batches: ${firstBatch}, ${batch}`)
    const { lines } = await awaitBatch(second.origin, batch)
    if ((await post(second.origin, plan)) !== batch) other.push(`${batch} was not answered again`)
    const urls = lines.filter(({ outcome }) => /issued$/.test(outcome)).map(({ url }) => url ?? '')
    second.victim.kill()
    await second.victim.ended
    const completed = idsIn(await finish(plan.site, ['issue', '--each']))
    if (completed.length > 0) other.push(`${completed.length} were pending in a batch that is done`)
    const closed = countBatches(plan.site, plan.run, 'reserved')
    if (closed !== 1) double.push(`one request closed ${closed} batches`)
    return { acknowledged: idsIn(urls), kills: 2, phase, left, faults: { lost: [], double, other } }
  } finally {
    second.victim.kill()
    await second.victim.ended
  }
}
