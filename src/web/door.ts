import type { Request, RequestHandler, Response } from 'express'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'
import { type Lateness, loopLateness } from '../service/lateness.ts'
import { Allowance, Places } from './allowance.ts'
import { Gate } from './gate.ts'
import { callsPerMinute, clientOf } from './guard.ts'
import { Intake } from './operations/intake.ts'
import { receiveUpload, type Upload } from './upload.ts'

// So many as keep the threads for signatures busy; those that wait for other servers meanwhile are away, and others run in their places.
const running = 2
const away = 48
const waiting = 12
const waitingLong = 4
const batchesRunning = 1
// A body waits on disk, so that a hundred slow senders cost a hundred files of 10 MB and next to no memory.
const uploads = { inAll: 100, perClient: 20, of: 'uploads' }
// Of those that run or wait, so that one caller with slow addresses leaves places for the others.
const checks = { inAll: running + away + waiting, perClient: 12, of: 'checks' }
const batches = { inAll: 4, perClient: 2, of: 'batches' }
// Of a batch every item counts. With the default setting these are three full ones a minute.
const itemsPerCall = 5

export type DoorSettings = Pick<Config, 'callsPerMinute' | 'viewsPerMinute'>

/**
 * The way in for everything that is checked, by whatever address it comes: so much from one client, so much at once,
 * and a plain `busy` or `too-many-requests` with `Retry-After` for the rest. Pages and documents have no such door.
 */
export class Door {
  /** Counts a call against what its client may make in a minute, over all the addresses that share this handler. */
  readonly limit: RequestHandler
  readonly gate = new Gate({
    running,
    away,
    waiting,
    waitingLong,
    batchesRunning,
    runningPerClient: 2,
  })
  /** The way in for every request of whatever class. */
  readonly intake: Intake
  readonly #uploads = new Places(uploads)
  readonly #checks = new Places(checks)
  readonly #batches = new Places(batches)
  readonly #items: Allowance

  constructor(
    { callsPerMinute: callsAMinute, viewsPerMinute }: DoorSettings,
    lateness: Lateness = loopLateness(),
  ) {
    this.intake = new Intake(this.gate, viewsPerMinute, lateness)
    this.limit = callsPerMinute(callsAMinute)
    this.#items = new Allowance(callsAMinute * itemsPerCall)
  }

  /**
   * Receives a body, waits for a place, and does the work there; the body is gone afterwards.
   *
   * @throws Refusal `too-large`, `bad-request`, `busy`, `too-many-requests`, and what the work throws.
   */
  async admit<T>(
    request: Request,
    maxBytes: number,
    work: (upload: Upload) => Promise<T>,
  ): Promise<T> {
    const upload = await this.receive(request, maxBytes)
    try {
      const isWanted = () => !request.socket.destroyed
      const admission = { isWanted, client: clientOf(request) }
      return await this.#inPlace(request, () => this.gate.run(() => work(upload), admission))
    } finally {
      await upload.discard()
    }
  }

  async #inPlace<T>(request: Request, work: () => Promise<T>): Promise<T> {
    const leave = this.#checks.enter(clientOf(request))
    try {
      return await work()
    } finally {
      leave()
    }
  }

  /** Receives a body, one of a bounded number at a time. @throws Refusal as {@link admit}. */
  async receive(request: Request, maxBytes: number): Promise<Upload> {
    const leave = this.#uploads.enter(clientOf(request))
    try {
      return await receiveUpload(request, maxBytes)
    } finally {
      leave()
    }
  }

  /** A place for a batch, from before its body is received. @throws Refusal `busy`, `too-many-requests`. */
  enterBatch(request: Request): () => void {
    return this.#batches.enter(clientOf(request))
  }

  /** Counts the items of a batch. @throws Refusal `too-many-requests`, with `Retry-After` set. */
  countItems(request: Request, response: Response, count: number): void {
    const seconds = this.#items.take(clientOf(request), count, Date.now())
    if (seconds === undefined) return
    response.set('Retry-After', String(seconds))
    throw new Refusal('too-many-requests', 'Too many items from this address; slow down')
  }
}
