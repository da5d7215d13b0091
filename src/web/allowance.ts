import { Refusal } from '../errors.ts'

const windowMs = 60_000
// Addresses cost an attacker with a network of them nothing: beyond so many the one seen first is forgotten.
const maxClients = 50_000

interface Window {
  readonly endsAt: number
  count: number
}

/** What weighs more than one call: so many pieces a minute from one client, all of a call or none. */
export class Allowance {
  readonly #perMinute: number
  readonly #windows = new Map<string, Window>()

  constructor(perMinute: number) {
    this.#perMinute = perMinute
  }

  /** Takes so many from what a client has left; otherwise the seconds until it has all of it again. */
  take(client: string, count: number, now: number): number | undefined {
    const known = this.#windows.get(client)
    if (!known) this.#makeRoom(now)
    const window = known && known.endsAt > now ? known : { endsAt: now + windowMs, count: 0 }
    if (window.count + count > this.#perMinute) return Math.ceil((window.endsAt - now) / 1_000)
    window.count += count
    if (window !== known) {
      this.#windows.delete(client)
      this.#windows.set(client, window)
    }
    return undefined
  }

  /** The seconds that a client has to wait which has taken all; `undefined` where it has some left. */
  wait(client: string, now: number): number | undefined {
    const window = this.#windows.get(client)
    if (!window || window.endsAt <= now || window.count < this.#perMinute) return undefined
    return Math.ceil((window.endsAt - now) / 1_000)
  }

  /** Forgets windows that are over, which are the first of the map. */
  #makeRoom(now: number): void {
    for (const [client, { endsAt }] of this.#windows) {
      if (endsAt > now && this.#windows.size < maxClients) return
      this.#windows.delete(client)
    }
  }
}

export interface PlaceSettings {
  readonly inAll: number
  readonly perClient: number
  /** What is refused when somebody has too many: `Too many …`. */
  readonly of: string
}

/** A few places that are held for a while, in all and by one client. */
export class Places {
  readonly #settings: PlaceSettings
  readonly #held = new Map<string, number>()
  #inAll = 0

  constructor(settings: PlaceSettings) {
    this.#settings = settings
  }

  get held(): number {
    return this.#inAll
  }

  /**
   * Takes a place; gives back how to leave it, which may be done more than once.
   *
   * @throws Refusal `too-many-requests` when this client holds all it may, `busy` when nobody can be let in.
   */
  enter(client: string): () => void {
    const { inAll, perClient, of } = this.#settings
    const held = this.#held.get(client) ?? 0
    if (held >= perClient)
      throw new Refusal('too-many-requests', `Too many ${of} at once from this address`)
    if (this.#inAll >= inAll) throw new Refusal('busy', `Too many ${of} at once; try again shortly`)
    this.#held.set(client, held + 1)
    this.#inAll += 1
    let isHeld = true
    return () => {
      if (isHeld) this.#leave(client)
      isHeld = false
    }
  }

  #leave(client: string): void {
    const left = (this.#held.get(client) ?? 1) - 1
    if (left > 0) this.#held.set(client, left)
    else this.#held.delete(client)
    this.#inAll -= 1
  }
}
