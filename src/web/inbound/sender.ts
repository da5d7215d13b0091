import type { Request, Response } from 'express'
import { Refusal } from '../../errors.ts'
import { nameActor } from '../../service/acting.ts'
import type { Connection } from '../../service/inbound/connections.ts'
import type { Service } from '../../service/service.ts'
import { Allowance, Places } from '../allowance.ts'
import type { Door } from '../door.ts'
import { clientOf } from '../guard.ts'
import { bytesOf, receiveUpload } from '../upload.ts'

/** What the routes of machines share. */
export interface InboundDesk {
  readonly service: Service
  readonly door: Door
  readonly limits: InboundLimits
  readonly onFault: (thrown: unknown) => void
}

export const maxMessageBytes = 1024 * 1024
// A cohort may finish within an hour; five messages for each check that one address may ask for.
const messagesPerCall = 5

/** How much one connection may tell, and how often one address may fail to say who it is, in a minute. */
export class InboundLimits {
  // Not every platform tries again, and a cohort may finish at once: small bodies find more places than large ones.
  readonly #places = new Places({ inAll: 300, perClient: 150, of: 'messages' })
  readonly #messages: Allowance
  readonly #failures: Allowance
  readonly #most: number

  constructor(callsAMinute: number) {
    this.#most = callsAMinute * messagesPerCall
    this.#messages = new Allowance(this.#most)
    this.#failures = new Allowance(callsAMinute)
  }

  /** Receives a body of at most 1 MiB. @throws Refusal `too-large`, `bad-request`, `busy`, `too-many-requests`. */
  async receive(request: Request): Promise<Buffer> {
    const leave = this.#places.enter(clientOf(request))
    try {
      const upload = await receiveUpload(request, maxMessageBytes)
      try {
        return await bytesOf(upload)
      } finally {
        await upload.discard()
      }
    } finally {
      leave()
    }
  }

  #refuse(seconds: number | undefined, response: Response): void {
    if (seconds === undefined) return
    response.set('Retry-After', String(seconds))
    throw new Refusal('too-many-requests', 'Too many messages; slow down')
  }

  /** Counts messages of a connection; one that brings more than a minute has is the only one of its minute. @throws Refusal `too-many-requests`. */
  count(connection: string, count: number, response: Response): void {
    const counted = Math.min(count, this.#most)
    this.#refuse(this.#messages.take(connection, counted, Date.now()), response)
  }

  /** Counts a step of a launch, for each address apart: whoever only knows where it begins cannot use it up for others. */
  countLaunch(connection: string, request: Request, response: Response): void {
    this.count(`${connection} ${clientOf(request)}`, 1, response)
  }

  /** Turns away whoever has failed too often before. @throws Refusal `too-many-requests`. */
  admit(request: Request, response: Response): void {
    this.#refuse(this.#failures.wait(clientOf(request), Date.now()), response)
  }

  /** Counts what could not say who it is, and passes on why. */
  fail(request: Request, refusal: Refusal): Refusal {
    this.#failures.take(clientOf(request), 1, Date.now())
    return refusal
  }
}

/** The JSON of a body. @throws Refusal `message-unreadable`. */
export function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (cause) {
    throw new Refusal('message-unreadable', 'The body is not JSON', { cause })
  }
}

/** Id and secret of `Authorization: Basic …` (RFC 7617). */
export function basicIn(request: Request): { id: string; secret: string } | undefined {
  const text = /^Basic +([A-Za-z0-9+/=]{1,1000})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (text === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(text, 'base64').toString('utf8').split(':')
  return { id, secret: rest.join(':') }
}

/** From here on what is done is done in the name of this connection. */
export const actAs = ({ record }: Connection) => nameActor(`connection/${record.id}`)
