import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../errors.ts'

/** What comes back from a thread: a class does not survive the way. */
export type Reply<Answer> =
  | { readonly answer: Answer }
  | { readonly refused: { readonly code: RefusalCode; readonly message: string } }
  | { readonly fault: string }

/** A task that used up its time or memory, so that its thread had to be given up. */
export class Overrun extends Error {
  override name = 'Overrun'
}

export interface PoolSettings {
  /** What the threads run: a module that calls `answerTasks`. */
  readonly script: URL
  readonly threads: number
  /** More tasks than this waiting are refused as `busy`. */
  readonly maxWaiting: number
  /** Processor time that one task may take, in milliseconds. */
  readonly deadlineMs: number
  /** Heap of one thread, in MiB. */
  readonly maxHeapMb: number
}

interface Job<Task, Answer> {
  readonly task: Task
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

// For a thread to start and its libraries to load, on a machine with much else to do.
const loadingMs = 30_000

/**
 * Threads for work on foreign input, each with a deadline and a limit of memory, without our environment and its
 * secrets. A thread that overruns is ended and replaced; only the task that did it is lost.
 */
export class WorkerPool<Task, Answer> {
  readonly #settings: PoolSettings
  readonly #waiting: Job<Task, Answer>[] = []
  readonly #idle: Worker[] = []
  #started = 0

  constructor(settings: PoolSettings) {
    this.#settings = settings
  }

  /**
   * Runs one task in a thread.
   *
   * @throws Refusal `busy` when too many are waiting, and whatever the task refuses; Overrun past its limits.
   */
  run(task: Task): Promise<Answer> {
    if (this.#waiting.length >= this.#settings.maxWaiting)
      return Promise.reject(new Refusal('busy', 'Too much is being checked; try again shortly'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    const hasThread = this.#idle.length > 0 || this.#started < this.#settings.threads
    const job = hasThread ? this.#waiting.shift() : undefined
    if (!job) return
    const worker = this.#idle.pop() ?? this.#start()
    worker.ref()
    this.#work(worker, job)
  }

  #start(): Worker {
    const { script, maxHeapMb } = this.#settings
    this.#started += 1
    const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 32 }
    const worker = new Worker(script, { resourceLimits, env: {} })
    // An idle thread that dies is only forgotten; a busy one has a listener of its own besides.
    worker.once('exit', () => {
      this.#started -= 1
      const place = this.#idle.indexOf(worker)
      if (place !== -1) this.#idle.splice(place, 1)
      this.#next()
    })
    worker.on('error', () => undefined)
    return worker
  }

  #work(worker: Worker, job: Job<Task, Answer>): void {
    const { deadlineMs } = this.#settings
    let timer = setTimeout(() => giveUp(), loadingMs)
    const settle = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('exit', giveUp)
    }
    const giveUp = () => {
      settle()
      job.reject(new Overrun('It takes too long or too much memory'))
      worker.terminate()
    }
    // On a busy machine a thread may not have run for all the time that has passed: what the whole process has used
    // is the most that it can have had.
    const watch = (leftMs: number, patience: number) => {
      const before = process.cpuUsage()
      timer = setTimeout(() => {
        const { user, system } = process.cpuUsage(before)
        const left = leftMs - (user + system) / 1_000
        if (left > 1 && patience > 0) watch(left, patience - 1)
        else giveUp()
      }, leftMs)
    }
    const onMessage = (message: Reply<Answer> | 'begun') => {
      if (message === 'begun') {
        clearTimeout(timer)
        watch(deadlineMs, 20)
        return
      }
      settle()
      worker.unref()
      this.#idle.push(worker)
      if ('answer' in message) job.resolve(message.answer)
      else if ('refused' in message)
        job.reject(new Refusal(message.refused.code, message.refused.message))
      else job.reject(new Error(message.fault))
      this.#next()
    }
    worker.on('message', onMessage).once('exit', giveUp)
    worker.postMessage(job.task)
  }
}
