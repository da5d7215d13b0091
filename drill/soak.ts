import { setTimeout as sleep } from 'node:timers/promises'
import { artefactForms } from '../src/service/artefacts.ts'
import type { IssuedRecord } from '../src/service/service.ts'
import { seededChance } from './chance.ts'
import { importArgs } from './import-round.ts'
import { makeSite, type Site, writeCohort } from './site.ts'
import type { Gauge } from './soak-server.ts'
import { pickShot, type Sample } from './soak-shots.ts'
import { finish, start, type Victim } from './victim.ts'

export interface SoakPlan {
  readonly requests: number
  readonly seed: number
  readonly atOnce: number
  /** Ends earlier when this much time has passed. */
  readonly maxMs: number
  readonly onProgress?: (sent: number, gauge: Gauge | undefined) => void
}

export interface SoakResult {
  readonly sent: number
  /** By kind of request and status: `valid pdf 200`. */
  readonly counts: Readonly<Record<string, number>>
  /** Faults of the service: any 5xx but the 503 of one that is busy. */
  readonly faults: readonly string[]
  /** Answers that were not what they had to be. */
  readonly wrong: readonly string[]
  /** 429 and 503: sent again by a patient client, and so not lost. */
  readonly shed: number
  readonly gauges: readonly Gauge[]
  readonly complaints: string
}

const learners = 6
const maxTold = 50

/** Issues a few credentials, and draws every form of them. */
async function makeSamples(site: Site): Promise<Sample[]> {
  const file = writeCohort(site, 1, learners)
  await finish(site, importArgs({ site, file, run: 'soak' }))
  return site.inside(async (service) => {
    const records = service.ledger.credentials.issued('', learners) as IssuedRecord[]
    return Promise.all(
      records.map(async (record) => {
        const drawn = artefactForms.map(async (form) => {
          const { body } = await service.artefact(record, form)
          return [form, body] as const
        })
        const { report } = await service.verify(Buffer.from(record.signed))
        const forms = Object.fromEntries(await Promise.all(drawn)) as Sample['forms']
        return { id: record.id, name: report.facts.recipient ?? '', forms }
      }),
    )
  })
}

const gaugesOf = ({ lines }: Victim) => lines.slice(1).map((line) => JSON.parse(line) as Gauge)

class Tally {
  readonly counts: Record<string, number> = {}
  readonly faults: string[] = []
  readonly wrong: string[] = []
  shed = 0
  sent = 0

  add(kind: string, status: number, wrong: string | undefined): void {
    const key = `${kind} ${status}`
    this.counts[key] = (this.counts[key] ?? 0) + 1
    if (status >= 500 && status !== 503) this.#note(this.faults, `${kind}: ${status}`)
    if (wrong !== undefined) this.#note(this.wrong, `${kind}: ${wrong}`)
  }

  #note(list: string[], text: string): void {
    if (list.length < maxTold) list.push(text)
  }
}

/** One client: sends one request after another until all have been sent, and again what was shed. */
async function keepFiring(
  origin: string,
  { samples, plan, tally }: { samples: readonly Sample[]; plan: SoakPlan; tally: Tally },
  chance: () => number,
): Promise<void> {
  const until = Date.now() + plan.maxMs
  while (tally.sent < plan.requests && Date.now() < until) {
    tally.sent += 1
    const shot = pickShot(samples, chance)
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const { status, isRetriable, wrong } = await shot.fire(origin)
      tally.add(shot.kind, status, wrong)
      if (!isRetriable) break
      tally.shed += 1
      await sleep(200 + chance() * 800)
    }
  }
}

/**
 * The soak: a started service is sent everything that strangers send, some clients at once, and must answer each as it
 * should, without a fault, and without growing. What it tells of itself meanwhile is given back.
 */
export async function runSoak(plan: SoakPlan): Promise<SoakResult> {
  const base = await makeSite()
  // All clients come from one address here; memory is looked after as in the image.
  const site = {
    ...base,
    env: {
      ...base.env,
      MALLOC_ARENA_MAX: '2',
      NODE_OPTIONS: '--max-semi-space-size=8',
      CALLS_PER_MINUTE: '1000000',
      VIEWS_PER_MINUTE: '1000000',
    },
  }
  let server: Victim | undefined
  try {
    const samples = await makeSamples(site)
    server = start(site, 'soaked', [])
    const port = await server.firstLine
    if (!port) throw new Error(`the server did not start: ${(await server.ended).complaints}`)
    const running = server
    const tally = new Tally()
    const chance = seededChance(plan.seed)
    const telling = setInterval(
      () => plan.onProgress?.(tally.sent, gaugesOf(running).at(-1)),
      10_000,
    )
    const clients = Array.from({ length: plan.atOnce }, () =>
      keepFiring(`http://127.0.0.1:${port}`, { samples, plan, tally }, chance),
    )
    await Promise.all(clients)
    clearInterval(telling)
    const gauges = gaugesOf(running)
    running.kill()
    const { complaints } = await running.ended
    const { sent, counts, faults, wrong, shed } = tally
    return { sent, counts, faults, wrong, shed, gauges, complaints }
  } finally {
    server?.kill()
    await server?.ended
    site.remove()
  }
}
