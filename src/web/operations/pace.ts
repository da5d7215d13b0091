import { randomInt } from 'node:crypto'
import { performance } from 'node:perf_hooks'

const slotMs = 1_000
const slots = 5
const longestSeconds = 30
// Whoever is sent away again and again is given more time, a second for each that this has lasted.
const calmMs = 2_000

/** How fast something gets on, and how long it has turned callers away: from both, when to come again. */
export class Pace {
  readonly #clock: () => number
  readonly #random: (below: number) => number
  #done: { readonly slot: number; count: number }[] = []
  #turningSince: number | undefined
  #turnedAt = Number.NEGATIVE_INFINITY

  constructor(clock = () => performance.now(), random = (below: number) => randomInt(below)) {
    this.#clock = clock
    this.#random = random
  }

  /** One more has been finished. */
  done(): void {
    const slot = Math.floor(this.#clock() / slotMs)
    const last = this.#done.at(-1)
    if (last?.slot === slot) last.count += 1
    else this.#done = [...this.#done.filter((each) => each.slot > slot - slots), { slot, count: 1 }]
  }

  /** One more was turned away. */
  turnedAway(): void {
    const now = this.#clock()
    if (now - this.#turnedAt > calmMs) this.#turningSince = now
    this.#turnedAt = now
  }

  /**
   * Whole seconds, 1 to 30, until so many have been finished at the pace of the last seconds. The longer callers have
   * been turned away the longer, and not the same for all, so that they do not all come back at once.
   */
  secondsFor(count: number): number {
    const now = this.#clock()
    const slot = Math.floor(now / slotMs)
    const recent = this.#done.filter((each) => each.slot > slot - slots)
    const perSecond = recent.reduce((sum, each) => sum + each.count, 0) / slots
    const ahead = perSecond > 0 ? count / perSecond : 1
    const lasted =
      this.#turningSince === undefined ? 0 : (this.#turnedAt - this.#turningSince) / 1_000
    const least = Math.max(1, Math.ceil(ahead + lasted))
    return Math.min(longestSeconds, least + this.#random(least + 1))
  }
}
