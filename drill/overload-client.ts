import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededChance } from './chance.ts'
import { type Asked, pickCheck, pickRequest, type Samples } from './overload-requests.ts'

/** What a client process is told to do: `closed`: so many at once, each after the last; `open`: so many a second, come what may. */
export interface ClientJob {
  readonly origin: string
  readonly samples: Samples
  readonly seed: number
  readonly ms: number
  /** Whether it asks for checks alone: a reader beside the flood, whose own work is light. */
  readonly isReader: boolean
  readonly load:
    | { readonly kind: 'closed'; readonly atOnce: number }
    | { readonly kind: 'open'; readonly perSecond: number }
}

/** What the client saw, by kind of request. */
export interface Seen {
  /** By kind and status: `check 200`. */
  readonly counts: Readonly<Record<string, number>>
  /** Milliseconds from sending to the last byte, of those accepted. */
  readonly accepted: Readonly<Record<string, readonly number[]>>
  readonly withoutRetryAfter: number
  /** Seconds asked to wait, how often each. */
  readonly retryAfter: Readonly<Record<string, number>>
  /** Answers that are a fault of the service, and connections that it broke. */
  readonly faults: readonly string[]
  /** Not sent, because too many were under way already: the client's own limit. */
  readonly unsent: number
  readonly ms: number
}

const maxUnderWay = 3_000
const maxTold = 20
const addresses = 4_000

/** Callers all over the place: a network each. */
const addressOf = (chance: () => number) =>
  `2001:db8:${Math.floor(chance() * addresses).toString(16)}::1`

class Notes {
  readonly counts: Record<string, number> = {}
  readonly accepted: Record<string, number[]> = {}
  readonly retryAfter: Record<string, number> = {}
  readonly faults: string[] = []
  withoutRetryAfter = 0
  unsent = 0

  answered(asked: Asked, status: number, wait: string | undefined, ms: number): void {
    const key = `${asked.of} ${status}`
    this.counts[key] = (this.counts[key] ?? 0) + 1
    if (status === 429 || status === 503) {
      if (!/^[1-9]\d*$/.test(wait ?? '')) this.withoutRetryAfter += 1
      else this.retryAfter[wait ?? ''] = (this.retryAfter[wait ?? ''] ?? 0) + 1
      return
    }
    if (status !== asked.expected) this.fault(`${asked.of} ${asked.path}: ${status}`)
    const times = this.accepted[asked.of] ?? []
    this.accepted[asked.of] = times
    times.push(Math.round(ms * 10) / 10)
  }

  fault(text: string): void {
    if (this.faults.length < maxTold) this.faults.push(text)
  }
}

// As a proxy does: so many connections, made beforehand and kept, and what comes on top waits for one of them.
const connections = { flood: 192, reader: 24 }
const agent = new Agent({ keepAlive: true, scheduling: 'fifo' })

/** Makes the connections, so that what is measured is answers. */
async function connect(origin: URL, count: number): Promise<void> {
  agent.maxSockets = count
  const asked = { of: 'page', method: 'GET', path: '/healthz', expected: 200 } as const
  await Promise.all(
    Array.from({ length: count }, () => fire(asked, origin, '192.0.2.1', new Notes())),
  )
}

function fire(asked: Asked, origin: URL, from: string, notes: Notes): Promise<void> {
  const begun = performance.now()
  const { path, method, body, headers } = asked
  return new Promise((resolve) => {
    const call = request(
      {
        host: origin.hostname,
        port: origin.port,
        path,
        method,
        agent,
        headers: { ...headers, 'x-forwarded-for': from },
      },
      (response) => {
        response.on('error', () => undefined)
        response.on('end', () => {
          const wait = response.headers['retry-after']
          notes.answered(asked, response.statusCode ?? 0, wait, performance.now() - begun)
        })
        response.on('close', resolve)
        response.resume()
      },
    )
    call.on('error', (fault: NodeJS.ErrnoException) => {
      // A connection kept from before may be closed by the service at the moment it is used again.
      if (!(call.reusedSocket && fault.code === 'ECONNRESET')) notes.fault(`${path}: ${fault.code}`)
      resolve()
    })
    call.end(body)
  })
}

async function run({ origin, samples, seed, ms, load, isReader }: ClientJob): Promise<Seen> {
  const notes = new Notes()
  const chance = seededChance(seed)
  const at = new URL(origin)
  await connect(at, isReader ? connections.reader : connections.flood)
  const begun = performance.now()
  const isOver = () => performance.now() - begun > ms
  const one = () =>
    fire(
      isReader ? pickCheck(samples, chance) : pickRequest(samples, chance),
      at,
      addressOf(chance),
      notes,
    )
  if (load.kind === 'closed') {
    const client = async () => {
      while (!isOver()) await one()
    }
    await Promise.all(Array.from({ length: load.atOnce }, client))
  } else {
    const underWay = new Set<Promise<void>>()
    for (let sent = 0; !isOver(); await sleep(5)) {
      const due = ((performance.now() - begun) / 1_000) * load.perSecond
      for (; sent < due; sent += 1) {
        if (underWay.size >= maxUnderWay) {
          notes.unsent += 1
          continue
        }
        const call = one()
        underWay.add(call)
        void call.then(() => underWay.delete(call))
      }
    }
    await Promise.all(underWay)
  }
  const { counts, accepted, withoutRetryAfter, retryAfter, faults, unsent } = notes
  const took = performance.now() - begun
  return { counts, accepted, withoutRetryAfter, retryAfter, faults, unsent, ms: took }
}

process.once('message', async (job: ClientJob) => {
  const seen = await run(job)
  process.send?.(seen, () => process.exit(0))
})
