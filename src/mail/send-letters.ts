import type { MailSettings } from '../config/mail-settings.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { MailRecord } from '../ledger/mails.ts'
import { Exchange, type Exchanged } from './exchange.ts'
import type { Message } from './message.ts'
import { impersonal } from './reply.ts'

export interface SendingSettings {
  readonly mail: MailSettings
  readonly ledger: () => Ledger
  readonly now: () => Date
  /** How we greet the server. */
  readonly name: string
  /** The letter as it is handed over, or why there is nobody, or nothing, to write to. */
  readonly compose: (mail: MailRecord) => Promise<Message | { readonly instead: string }>
  readonly fault: (where: string, thrown: unknown) => void
}

/** What became of the letters that were begun. */
export interface Sent {
  sent: number
  refused: number
  later: number
  unclear: number
}

/** One step: how it went, and in how many milliseconds there may be more to do. */
interface Step {
  readonly answer?: keyof Sent
  readonly waitMs: number
}

// Another process may have written letters meanwhile.
const lookEveryMs = 5_000
/** Nothing is due; nobody need wait. */
const nothing = Number.POSITIVE_INFINITY

/**
 * Sends what is due, one letter after another, no faster than allowed. Every process may do it at once. A letter is
 * taken in the ledger before the server hears of it, and its answer written down before the next one.
 */
export class LetterSending {
  readonly #settings: SendingSettings
  readonly #exchange: Exchange
  #isStopping = false
  #isSending = false
  #wake: () => void = () => undefined
  #running: Promise<void> | undefined

  constructor(settings: SendingSettings) {
    this.#settings = settings
    this.#exchange = new Exchange(settings.mail.server, settings.name)
  }

  /** Goes on until stopped; what goes wrong is told, and then it goes on. */
  start(): void {
    this.#running ??= this.#untilStopped()
  }

  /** There may be something new to send. */
  wake(): void {
    this.#wake()
  }

  async #untilStopped(): Promise<void> {
    while (!this.#isStopping) {
      const waitMs = await this.#step()
        .then((step) => step.waitMs)
        .catch((thrown) => {
          this.#settings.fault('mail', thrown)
          return nothing
        })
      if (waitMs > lookEveryMs) this.#exchange.close()
      if (waitMs > 0 && !this.#isStopping) await this.#sleep(Math.min(waitMs, lookEveryMs))
    }
    this.#exchange.close()
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Sends everything that is due by now, and no more. */
  async sendDue(onSent?: (so: Readonly<Sent>) => void): Promise<Sent> {
    const so: Sent = { sent: 0, refused: 0, later: 0, unclear: 0 }
    for (;;) {
      const { answer, waitMs } = await this.#step()
      if (answer) {
        so[answer] += 1
        onSent?.(so)
      }
      if (this.#isStopping || waitMs === nothing) break
      if (waitMs > 0) await this.#sleep(waitMs)
    }
    this.#exchange.close()
    return so
  }

  async #step(): Promise<Step> {
    const { mail, ledger, now } = this.#settings
    const { mailTurns } = ledger()
    mailTurns.settleLost(now())
    const waitMs = mailTurns.waitMs(now(), mail.perMinute)
    if (waitMs === undefined) return { waitMs: nothing }
    if (waitMs > 0) return { waitMs }
    const closed = await this.#exchange.open()
    if (closed) {
      const { code, reply } = closed
      mailTurns.postponeDue({ code, reply: impersonal(reply, '') }, now())
      return { answer: 'later', waitMs: nothing }
    }
    if (this.#isStopping) return { waitMs: 0 }
    const taken = ledger().transaction(() => mailTurns.take(now(), mail.perMinute))
    if (!taken) return { waitMs: 0 }
    this.#isSending = true
    try {
      return { answer: await this.#send(taken), waitMs: 0 }
    } finally {
      this.#isSending = false
    }
  }

  async #send(taken: MailRecord): Promise<keyof Sent> {
    const { ledger, now, compose, fault } = this.#settings
    const settle = (answer: { outcome: keyof Sent; code: number | null; reply: string }) => {
      ledger().mailTurns.settle(taken, answer, now())
      return answer.outcome
    }
    let message: Awaited<ReturnType<typeof compose>>
    try {
      message = await compose(taken)
    } catch (thrown) {
      fault('mail', thrown)
      return settle({ outcome: 'later', code: null, reply: 'it could not be written' })
    }
    if ('instead' in message)
      return settle({ outcome: 'refused', code: null, reply: message.instead })
    const answer = await this.#exchange.send(message)
    const reply = impersonal(answer.reply, message.envelope.to)
    return settle(this.#concerning({ ...answer, reply }))
  }

  /** Where the server or our settings are at fault, this letter and all others wait. */
  #concerning({ outcome, code, reply }: Exchanged) {
    const { ledger, now } = this.#settings
    if (outcome !== 'server') return { outcome, code, reply }
    ledger().mailTurns.postponeDue({ code, reply }, now())
    return { outcome: 'later' as const, code, reply }
  }

  /** Begins no other letter, and waits for the answer to the one that is under way; for so long at most. */
  async stop(graceMs = 8_000): Promise<void> {
    this.#isStopping = true
    this.#wake()
    if (!this.#isSending) this.#exchange.close()
    const impatience = setTimeout(() => this.#exchange.giveUp(), graceMs)
    await this.#running
    clearTimeout(impatience)
  }
}
