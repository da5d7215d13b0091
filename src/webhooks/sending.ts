import { type AttemptWorld, attempt } from './attempt.ts'

export interface SendingWorld extends AttemptWorld {
  readonly fault: (where: string, thrown: unknown) => void
}

// Another process may have written events, or ended in the middle of one.
const lookEveryMs = 2_000
const atOnce = 8
/** Longer than any attempt can take. */
export const leaseMs = 30_000

/**
 * Tells what is due, to several endpoints at once and to each one event after another. Every process may do it at the
 * same time.
 */
export class WebhookSending {
  readonly #world: SendingWorld
  readonly #underWay = new Set<Promise<void>>()
  readonly #impatience = new AbortController()
  #isStopping = false
  #wake: () => void = () => undefined
  #running: Promise<void> | undefined

  constructor(world: SendingWorld) {
    this.#world = world
  }

  /** Goes on until stopped; what goes wrong is told, and then it goes on. */
  start(): void {
    this.#running ??= this.#untilStopped()
  }

  /** There may be something new to tell. */
  wake(): void {
    this.#wake()
  }

  async #untilStopped(): Promise<void> {
    while (!this.#isStopping) {
      let waitMs = lookEveryMs
      try {
        waitMs = this.#beginDue()
      } catch (thrown) {
        this.#world.fault('webhooks', thrown)
      }
      await this.#sleep(Math.min(Math.max(waitMs, 1), lookEveryMs))
    }
    await Promise.all(this.#underWay)
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

  /** Begins what is due, as far as there is room; in how many milliseconds there is more. */
  #beginDue(): number {
    const { ledger, now } = this.#world
    while (this.#underWay.size < atOnce && !this.#isStopping) {
      const { webhookTurns } = ledger()
      const next = webhookTurns.nextAt(now())
      if (next === undefined) return lookEveryMs
      const waitMs = Date.parse(next) - now().getTime()
      if (waitMs > 0) return waitMs
      const turn = ledger().transaction(() => webhookTurns.take(now(), leaseMs))
      if (!turn) return lookEveryMs
      const telling = attempt(turn, this.#impatience.signal, this.#world)
        .catch((thrown) => this.#world.fault('webhooks', thrown))
        .finally(() => {
          this.#underWay.delete(telling)
          this.#wake()
        })
      this.#underWay.add(telling)
    }
    return lookEveryMs
  }

  /** Tells everything that is due by now, and no more. */
  async sendDue(): Promise<void> {
    for (;;) {
      this.#beginDue()
      if (this.#underWay.size === 0) return
      await Promise.race(this.#underWay)
    }
  }

  /** Tells one at once, whatever its turn. */
  async sendNow(delivery: string): Promise<void> {
    const { ledger, now } = this.#world
    const turn = ledger().transaction(() => ledger().webhookTurns.begin(delivery, now(), leaseMs))
    if (turn) await attempt(turn, this.#impatience.signal, this.#world)
  }

  /** Begins nothing else, and waits for the answers that are under way; for so long at most. */
  async stop(graceMs = 8_000): Promise<void> {
    this.#isStopping = true
    this.#wake()
    const patience = setTimeout(() => this.#impatience.abort(), graceMs)
    await Promise.all([this.#running, ...this.#underWay])
    clearTimeout(patience)
  }
}
