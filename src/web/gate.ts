import { AsyncResource } from 'node:async_hooks'
import { performance } from 'node:perf_hooks'
import { Refusal } from '../errors.ts'
import { inPlace, type Place } from '../service/aside.ts'

export interface GateSettings {
  /** How many pieces of work run at once. */
  readonly running: number
  /** How many single ones may wait for a place; more are refused. */
  readonly waiting: number
  /**
   * How many once somebody has been waiting for half a second on end: a crowd that comes at once is served in turn, and a
   * flood makes nobody wait for long. As many as `waiting` where absent.
   */
  readonly waitingLong?: number
  /** How many of those that run may belong to batches, so that single ones always find a place. */
  readonly batchesRunning: number
  /** How many may be away, waiting for somebody else, while others run in their places; none where absent. */
  readonly away?: number
  /** How many of those that run, or are away, may be one client's: what is dear to check must not stand before everybody else's. */
  readonly runningPerClient?: number
}

export interface Admission {
  readonly client?: string
  /** Part of a batch: waits as long as it must, and lets single ones go first. */
  readonly isBatch?: boolean
  /** Asked when the turn comes: whoever has gone away in the meantime is passed over. */
  readonly isWanted?: () => boolean
}

interface Waiting {
  readonly isBatch: boolean
  readonly client: string | undefined
  readonly isWanted: () => boolean
  start(place: Place): Promise<void>
  turnAway(): void
}

const longMs = 250
const turningMs = 1_000

const busy = () => new Refusal('busy', 'Too much is being checked; try again shortly')

// So that a stream of single ones never keeps a batch waiting for ever.
const batchTurn = 4

/** Lets so much work go on at once, keeps a short queue, and turns away what comes on top, so that a flood is survived. */
export class Gate {
  readonly #settings: GateSettings
  readonly #single: Waiting[] = []
  readonly #batch: Waiting[] = []
  readonly #ofClient = new Map<string, number>()
  #running = 0
  #away = 0
  #batchesRunning = 0
  #turn = 0
  #waitingSince: number | undefined
  #turnedAwayAt = Number.NEGATIVE_INFINITY

  constructor(settings: GateSettings) {
    this.#settings = settings
  }

  get load(): { readonly running: number; readonly waiting: number } {
    const running = this.#running + this.#away
    return { running, waiting: this.#single.length + this.#batch.length }
  }

  /** Whether somebody was turned away within the last second. */
  get isTurningAway(): boolean {
    return performance.now() - this.#turnedAwayAt < turningMs
  }

  /** How much of the queue is taken, 0 to 1. */
  get fullness(): number {
    return this.#single.length / Math.max(1, this.#settings.waiting)
  }

  /** @throws Refusal `busy` at once when the queue is full, and whatever the work throws. */
  run<T>(work: () => Promise<T>, admission: Admission = {}): Promise<T> {
    const { isBatch = false, isWanted, client } = admission
    if (!isBatch && this.#isFull()) {
      this.#turnedAwayAt = performance.now()
      return Promise.reject(busy())
    }
    return new Promise((resolve, reject) => {
      const queue = isBatch ? this.#batch : this.#single
      queue.push({
        isBatch,
        client,
        isWanted: isWanted ?? (() => true),
        // Whoever's turn it is, it is the caller's own work: who acts, above all, is who acted when it was handed in.
        start: AsyncResource.bind((place: Place) => inPlace(place, work).then(resolve, reject)),
        turnAway: () => reject(busy()),
      })
      this.#next()
    })
  }

  #isFull(): boolean {
    const { running } = this.#settings
    const waiting = this.#mayWait()
    // Some wait although there is a place, because their client has its part.
    const most = this.#running >= running ? waiting : waiting + running
    return this.#single.length >= most
  }

  #mayWait(): number {
    const { waiting, waitingLong = waiting } = this.#settings
    const isLong =
      this.#waitingSince !== undefined && performance.now() - this.#waitingSince > longMs
    return isLong ? waitingLong : waiting
  }

  #noteQueue(): void {
    if (this.#single.length === 0) this.#waitingSince = undefined
    else this.#waitingSince ??= performance.now()
  }

  #take(): Waiting | undefined {
    const mayBatch = this.#batchesRunning < this.#settings.batchesRunning
    const isBatchFirst = this.#single.length === 0 || this.#turn % batchTurn === 0
    if (mayBatch && isBatchFirst && this.#batch.length > 0) return this.#batch.shift()
    const at = this.#single.findIndex((job) => this.#hasRoomFor(job))
    if (at !== -1) return this.#single.splice(at, 1)[0]
    return mayBatch ? this.#batch.shift() : undefined
  }

  #hasRoomFor({ client }: Waiting): boolean {
    const { runningPerClient = Number.POSITIVE_INFINITY } = this.#settings
    return client === undefined || (this.#ofClient.get(client) ?? 0) < runningPerClient
  }

  #count({ client, isBatch }: Waiting, change: 1 | -1): void {
    this.#running += change
    if (isBatch) this.#batchesRunning += change
    if (client === undefined) return
    const count = (this.#ofClient.get(client) ?? 0) + change
    if (count > 0) this.#ofClient.set(client, count)
    else this.#ofClient.delete(client)
  }

  #next(): void {
    while (this.#running < this.#settings.running) {
      this.#turn += 1
      const next = this.#take()
      if (!next) break
      if (next.isWanted()) this.#start(next)
      else next.turnAway()
    }
    this.#noteQueue()
  }

  #start(job: Waiting): void {
    this.#count(job, 1)
    const { place, isAway } = this.#placeOf()
    const done = () => {
      // Work that ended while something it began is still under way comes back with it.
      if (isAway()) this.#return()
      this.#count(job, -1)
      this.#next()
    }
    job.start(place).then(done, done)
  }

  #return(): void {
    this.#away -= 1
    this.#running += 1
  }

  /** A place that its holder may leave, for several reasons at once; it comes back when none is left. */
  #placeOf(): { readonly place: Place; readonly isAway: () => boolean } {
    let reasons = 0
    let isAway = false
    const comeBack = () => {
      reasons -= 1
      if (reasons > 0 || !isAway) return
      isAway = false
      this.#return()
    }
    const leave = () => {
      reasons += 1
      if (!isAway && this.#away < (this.#settings.away ?? 0)) {
        isAway = true
        this.#away += 1
        this.#running -= 1
        this.#next()
      }
      return comeBack
    }
    return {
      place: { leave },
      isAway: () => {
        const wasAway = isAway
        isAway = false
        reasons = Number.POSITIVE_INFINITY
        return wasAway
      },
    }
  }
}
