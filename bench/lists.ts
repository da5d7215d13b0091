import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createToken } from '../src/service/access.ts'
import type { Service } from '../src/service/service.ts'
import { startServer } from '../src/web/server.ts'
import { award, openWorkshop, reserve } from '../test/support/workshop.ts'

const applicants = 1_000
const learners = 100
const each = ['mooc-completion', 'mooc-participation'] as const
const lookEveryMs = 100

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)

/** Three credentials for each learner: of two runs of the course, and that of having taken part. */
async function issueCredentials(service: Service): Promise<readonly (readonly string[])[]> {
  const awards = Array.from({ length: learners }, (_, at) => {
    const who = { key: `email:learner-${at}@example.org`, name: `Learner ${at}` }
    return [
      award({ ...who, achievement: each[0] }),
      award({ ...who, achievement: each[0], run: '2026-2' }),
      award({ ...who, achievement: each[1], results: [] }),
    ]
  })
  const reserved = await reserve(service, awards.flat())
  await service.issue()
  const ids = reserved.map(({ credential }) => credential ?? '')
  if (ids.some((id) => service.issued(id) === undefined)) throw new Error('one was not issued')
  return awards.map((_, at) => ids.slice(3 * at, 3 * at + 3))
}

function csvOf(held: readonly (readonly string[])[]): string {
  const rows = Array.from({ length: applicants }, (_, at) => {
    const credentials = (held[at % held.length] ?? []).join(' ')
    return `A-${at},${credentials},Learner ${at % held.length}`
  })
  return ['reference,credentials,name', ...rows].join('\n')
}

interface Progress {
  readonly state: string
  readonly done: number
  readonly tallies: Readonly<Record<string, number>>
}

/** Hands a list in and looks how far it is until it is done, with the memory of the process as it goes. */
async function decideList(base: string, token: string, csv: string) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv' }
  const began = performance.now()
  const path = '/api/eligibility/batch?specialization=ceco'
  const answer = await fetch(`${base}${path}`, { method: 'POST', body: csv, headers })
  const storedMs = performance.now() - began
  if (answer.status !== 202) throw new Error(await answer.text())
  const location = answer.headers.get('location') ?? ''
  let highest = 0
  for (;;) {
    const looked = await fetch(`${base}${location}?limit=1`, { headers })
    const progress = (await looked.json()) as Progress
    highest = Math.max(highest, process.memoryUsage.rss())
    if (progress.state === 'done')
      return { storedMs, seconds: (performance.now() - began) / 1_000, highest, progress }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}

/** `npm run bench:lists`: a list of 1,000 applicants with 3 credentials each, over HTTP, and the memory it takes. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  const workshop = await openWorkshop({ dataDir })
  const { service } = workshop
  const held = await issueCredentials(service)
  const server = await startServer(service, { onFault: console.error, host: '127.0.0.1' })
  try {
    const token = createToken(
      service.ledger,
      { role: 'provider', scope: ['ceco'], label: 'bench' },
      service.now(),
    )
    const base = `http://127.0.0.1:${server.port}`
    // The threads and everything that is read once are not the list's.
    await decideList(base, token, csvOf(held).split('\n').slice(0, 51).join('\n'))
    const before = process.memoryUsage.rss()
    const first = await decideList(base, token, csvOf(held))
    const after = process.memoryUsage.rss()
    const second = await decideList(base, token, csvOf(held))
    const [cpu] = cpus()
    console.log(`${applicants} applicants with 3 credentials each, ${learners} learners, over HTTP`)
    for (const { storedMs, seconds, highest, progress } of [first, second])
      console.log(
        `stored in ${Math.round(storedMs)} ms, decided in ${seconds.toFixed(1)} s (${Math.round((3 * applicants) / seconds)} credentials per s), at most ${megabytes(highest)} MB; ${JSON.stringify(progress.tallies)}`,
      )
    console.log(`before ${megabytes(before)} MB, between the two ${megabytes(after)} MB`)
    console.log(`${cpu?.model} x ${cpus().length}, Node ${process.version}`)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
process.exit(0)
