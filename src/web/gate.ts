import { Refusal } from '../errors.ts'

export interface GateSettings {
  /** How many pieces of work run at once. */
  readonly running: number
  /** How many single ones may wait for a place; more are refused. */
  readonly waiting: number
  /** How many of those that run may belong to batches, so that single ones always find a place. */
  readonly batchesRunning: number
  /** How many of those that run may be one client's: what is dear to check must not stand before everybody else's. */
  readonly runningPerClient?: number
  /** Whether the process is behind with everything, so that nothing more should be begun. */
  readonly isOverloaded?: () => boolean
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
  start(): Promise<void>
  turnAway(): void
}

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
  #batchesRunning = 0
  #turn = 0

  constructor(settings: GateSettings) {
    this.#settings = settings
  }

  get load(): { readonly running: number; readonly waiting: number } {
    return { running: this.#running, waiting: this.#single.length + this.#batch.length }
  }

  /** @throws Refusal `busy` at once when the queue is full, and whatever the work throws. */
  run<T>(work: () => Promise<T>, admission: Admission = {}): Promise<T> {
    const { isBatch = false, isWanted, client } = admission
    if (!isBatch && this.#isFull()) return Promise.reject(busy())
    return new Promise((resolve, reject) => {
      const queue = isBatch ? this.#batch : this.#single
      queue.push({
        isBatch,
        client,
        isWanted: isWanted ?? (() => true),
        start: () => work().then(resolve, reject),
        turnAway: () => reject(busy()),
      })
      this.#next()
    })
  }

  #isFull(): boolean {
    const { running, waiting, isOverloaded } = this.#settings
    // Some wait although there is a place, because their client has its part.
    const most = this.#running >= running ? waiting : waiting + running
    return this.#single.length >= most || isOverloaded?.() === true
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
      if (!next) return
      if (next.isWanted()) this.#start(next)
      else next.turnAway()
    }
  }

  #start(job: Waiting): void {
    this.#count(job, 1)
    const done = () => {
      this.#count(job, -1)
      this.#next()
    }
    job.start().then(done, done)
  }
}
