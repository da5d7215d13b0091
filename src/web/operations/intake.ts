import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { Refusal } from '../../errors.ts'
import { type Lateness, loopLateness } from '../../service/lateness.ts'
import { Allowance, Places } from '../allowance.ts'
import { Gate } from '../gate.ts'
import { clientOf } from '../guard.ts'
import type { Load } from './metrics.ts'
import { Pace } from './pace.ts'
import { classOf, type RequestClass, requestClasses } from './request-class.ts'
import { Turn } from './turn.ts'

type Shed = Exclude<RequestClass, 'probe'>

interface Limit {
  readonly lateMs: number
  readonly queue: number
}

/**
 * When a class is turned away, the least urgent first: once the process has been late for a while, or so much of the
 * queue of checks is taken; and all but checks and status while checks are turned away. Their queue does that by itself.
 */
const limits: Readonly<Record<Shed, Limit>> = {
  check: { lateMs: 500, queue: 1 },
  status: { lateMs: 350, queue: 1 },
  page: { lateMs: 200, queue: 0.9 },
  issue: { lateMs: 120, queue: 0.6 },
  bulk: { lateMs: 80, queue: 0.3 },
}

// While it is a little late all the time, no more is begun in one turn than takes so long: the rest would wait unseen.
const busyTurn = { lateMs: 15, turnMs: 10 }

// Those that wait for other servers meanwhile.
const away = 32

/** What is read: so many at once, and a queue. Those who come by one address have a part of the places. */
const reading = {
  check: { running: 2, waiting: 12, waitingLong: 1, runningPerClient: 2 },
  status: { running: 2, waiting: 24, waitingLong: 2, runningPerClient: 2 },
  // A page of ours may ask for thirty pictures at once.
  page: { running: 6, waiting: 64, waitingLong: 6, runningPerClient: 4 },
} as const

/** What comes with a body may take as long as its sender likes, so it holds a place of many, without a queue. */
const sending = {
  status: { inAll: 32, perClient: 8, of: 'requests' },
  page: { inAll: 64, perClient: 12, of: 'requests' },
  issue: { inAll: 64, perClient: 16, of: 'requests' },
  bulk: { inAll: 16, perClient: 6, of: 'requests' },
} as const

// An answer that goes on for as long as its reader stays.
const isStream = (path: string) => path.endsWith('/events')
// Bytes that are there, handed out as they are.
const isAsset = (path: string) => path.startsWith('/assets/')
const isRead = (method: string) => method === 'GET' || method === 'HEAD'
const isView = (path: string) => path.startsWith('/c/') || path.startsWith('/s/')

const isReadClass = (of: RequestClass): of is keyof typeof reading => Object.hasOwn(reading, of)

const busy = () => new Refusal('busy', 'Too much is being asked at once; try again shortly')

/** Until an answer has been handed to the system, or its caller has gone. */
const answered = (response: Response) =>
  new Promise<void>((resolve) => {
    response.once('prefinish', resolve)
    response.once('close', resolve)
  })

/**
 * The way in for every request. Each class has so many places; when the process is late, or checks begin to queue, the
 * least urgent classes are turned away first: bulk, then issuing, pages, status, and checks last.
 */
export class Intake {
  readonly #checks: Gate
  readonly #gates: Readonly<Record<keyof typeof reading, Gate>>
  readonly #places: Readonly<Record<keyof typeof sending, Places>>
  readonly #paces: Readonly<Record<RequestClass, Pace>>
  readonly #lateness: Lateness
  readonly #views: Allowance
  readonly #turn = new Turn()

  constructor(checks: Gate, viewsAMinute: number, lateness: Lateness = loopLateness()) {
    const gate = (settings: (typeof reading)[keyof typeof reading]) =>
      new Gate({ ...settings, away, batchesRunning: 0 })
    this.#checks = checks
    this.#gates = {
      check: gate(reading.check),
      status: gate(reading.status),
      page: gate(reading.page),
    }
    this.#places = {
      status: new Places(sending.status),
      page: new Places(sending.page),
      issue: new Places(sending.issue),
      bulk: new Places(sending.bulk),
    }
    this.#paces = Object.fromEntries(requestClasses.map((of) => [of, new Pace()])) as Record<
      RequestClass,
      Pace
    >
    this.#lateness = lateness
    this.#views = new Allowance(viewsAMinute)
  }

  /** How full a class is. */
  load(of: RequestClass): Load {
    if (of === 'probe') return { running: 0, waiting: 0 }
    const read = isReadClass(of) ? this.#gates[of].load : { running: 0, waiting: 0 }
    const sent = of === 'check' ? this.#checks.load : { running: this.#places[of].held, waiting: 0 }
    return { running: read.running + sent.running, waiting: read.waiting + sent.waiting }
  }

  /** After how many seconds there should be room for a request of this class: from how fast it gets on, and what waits. */
  retryAfter(of: RequestClass): number {
    const { running, waiting } = this.load(of)
    return this.#paces[of].secondsFor(running + waiting)
  }

  /** Lets a request go on when it is its turn; whoever is turned away is answered by the handler of refusals, at once. */
  admit(turnAway: ErrorRequestHandler): RequestHandler {
    return (request, response, next) =>
      this.#admit({ request, response, next }, (refusal) =>
        turnAway(refusal, request, response, next),
      )
  }

  async #admit(
    { request, response, next }: { request: Request; response: Response; next: () => void },
    turnAway: (refusal: unknown) => void,
  ): Promise<void> {
    const of = classOf(request.method, request.path)
    if (of === 'probe' || request.method === 'OPTIONS' || isAsset(request.path)) return next()
    const pace = this.#paces[of]
    try {
      this.#countView(request, response)
      if (this.#isShed(of)) throw busy()
      await this.#inTurn(of, request, async () => {
        const done = answered(response)
        next()
        await done
        pace.done()
      })
    } catch (refusal) {
      pace.turnedAway()
      turnAway(refusal)
    }
  }

  #isShed(of: Shed): boolean {
    const { lateMs, queue } = limits[of]
    const { lastingMs } = this.#lateness
    const turnMs = this.#turn.busyMs
    if (lastingMs > lateMs || (lastingMs > busyTurn.lateMs && turnMs > busyTurn.turnMs)) return true
    const gates = [this.#checks, this.#gates.check]
    if (queue < 1 && gates.some(({ isTurningAway }) => isTurningAway)) return true
    return gates.some(({ fullness }) => fullness > queue)
  }

  #inTurn(of: Shed, request: Request, work: () => Promise<void>): Promise<void> {
    const client = clientOf(request)
    const mayWait = isRead(request.method) && !isStream(request.path)
    if (mayWait && isReadClass(of))
      return this.#gates[of].run(work, { client, isWanted: () => !request.socket.destroyed })
    // The gate of checks is passed when the body is there.
    if (of === 'check') return work()
    return this.#holding(this.#places[of].enter(client), work)
  }

  async #holding(leave: () => void, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } finally {
      leave()
    }
  }

  /** Pages of credentials are checked each time they are looked at. @throws Refusal `too-many-requests`. */
  #countView(request: Request, response: Response): void {
    if (!isView(request.path)) return
    const seconds = this.#views.take(clientOf(request), 1, Date.now())
    if (seconds === undefined) return
    response.set('Retry-After', String(seconds))
    throw new Refusal('too-many-requests', 'Too many credentials looked at from this address')
  }
}
