import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalCode } from '../errors.ts'
import { watchProcessorTime } from './processor-time.ts'

/** What comes back from a thread: a class does not survive the way. */
export type Reply<Answer> =
  | { readonly answer: Answer }
  | { readonly refused: { readonly code: RefusalCode; readonly message: string } }
  | { readonly fault: string }

/** What a thread says first of a task: that it has it now, and who it is to the system. */
export interface Begun {
  readonly begun: number | undefined
}

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

const pools = new Set<{ end(): Promise<void> }>()

/** Ends the threads of all pools. They start again when there is work, and never keep the process alive while idle. */
export async function endThreads(): Promise<void> {
  await Promise.all([...pools].map((pool) => pool.end()))
}

/**
 * Threads for work on foreign input, each with a deadline and a limit of memory, without our environment and its
 * secrets. A thread that overruns is ended and replaced; only the task that did it is lost.
 */
export class WorkerPool<Task, Answer> {
  readonly #settings: PoolSettings
  readonly #waiting: Job<Task, Answer>[] = []
  readonly #idle: Worker[] = []
  readonly #started = new Set<Worker>()

  constructor(settings: PoolSettings) {
    this.#settings = settings
    pools.add(this)
  }

  /**
   * Runs one task in a thread.
   *
   * @throws Refusal `busy` when too many are waiting, and whatever the task refuses; Overrun past its limits.
   */
  run(task: Task): Promise<Answer> {
    if (!this.#hasThread() && this.#waiting.length >= this.#settings.maxWaiting)
      return Promise.reject(new Refusal('busy', 'Too much is being checked; try again shortly'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject })
      this.#next()
    })
  }

  /** Ends its threads; a task that is being worked on is lost. */
  async end(): Promise<void> {
    await Promise.all([...this.#started].map((worker) => worker.terminate()))
  }

  #hasThread(): boolean {
    return this.#idle.length > 0 || this.#started.size < this.#settings.threads
  }

  #next(): void {
    const job = this.#hasThread() ? this.#waiting.shift() : undefined
    if (!job) return
    const worker = this.#idle.pop() ?? this.#start()
    worker.ref()
    this.#work(worker, job)
  }

  #start(): Worker {
    const { script, maxHeapMb } = this.#settings
    const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 16 }
    const worker = new Worker(script, { resourceLimits, env: {} })
    this.#started.add(worker)
    // An idle thread that dies is only forgotten; a busy one has listeners of its own besides.
    worker.once('exit', () => {
      this.#started.delete(worker)
      const place = this.#idle.indexOf(worker)
      if (place !== -1) this.#idle.splice(place, 1)
      this.#next()
    })
    worker.on('error', () => undefined)
    return worker
  }

  #work(worker: Worker, job: Job<Task, Answer>): void {
    const lose = (reason: Error) => {
      settle()
      job.reject(reason)
      worker.terminate()
    }
    const overrun = () => lose(new Overrun('It takes too long or too much memory'))
    const loading = setTimeout(() => lose(new Error('The thread did not start in time')), loadingMs)
    let stopWatch = () => clearTimeout(loading)
    const onError = (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? overrun()
        : lose(new Error(`The thread failed: ${error.message}`, { cause: error }))
    const onExit = () => lose(new Error('The thread ended without an answer'))
    const onMessage = (message: Reply<Answer> | Begun) => {
      if (!('begun' in message)) return finish(message)
      stopWatch()
      const threadsAtWork = () => this.#started.size - this.#idle.length
      const watched = { thread: message.begun, threadsAtWork }
      stopWatch = watchProcessorTime(this.#settings.deadlineMs, watched, overrun)
    }
    const settle = () => {
      stopWatch()
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    const finish = (reply: Reply<Answer>) => {
      settle()
      worker.unref()
      this.#idle.push(worker)
      answerJob(job, reply)
      this.#next()
    }
    worker.on('message', onMessage).once('error', onError).once('exit', onExit)
    try {
      worker.postMessage(job.task)
    } catch (unsendable) {
      finish({ fault: String(unsendable) })
    }
  }
}

function answerJob<Task, Answer>(job: Job<Task, Answer>, reply: Reply<Answer>): void {
  if ('answer' in reply) job.resolve(reply.answer)
  else if ('refused' in reply) job.reject(new Refusal(reply.refused.code, reply.refused.message))
  else job.reject(new Error(reply.fault))
}
