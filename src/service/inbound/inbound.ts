import type { FetchDocument } from '../../checking/remote.ts'
import { ToolKeys } from '../../proof/tool-keys.ts'
import type { Keyring } from '../keyring.ts'
import { Connections, type ConnectionWorld } from './connections.ts'
import { Deliveries } from './deliveries.ts'
import { Launches, type LaunchHouse } from './launches.ts'
import type { WithdrawalHouse } from './withdrawals.ts'

export type InboundHouse = Omit<ConnectionWorld, 'toolKeys'> &
  LaunchHouse &
  WithdrawalHouse & { readonly keyring: Keyring }

const dayMs = 24 * 60 * 60 * 1_000
// Longer than any sender goes on trying; after that, natural keys see to it that nothing is issued twice.
const answerDays = 35

/** Machines that tell of completions: which there are, what they told, and who comes from a course. */
export class Inbound {
  readonly connections: Connections
  readonly deliveries: Deliveries
  readonly launches: Launches
  readonly #house: InboundHouse

  /** @param house asked when something is done: it is still being built. */
  constructor(house: InboundHouse, fetch: FetchDocument) {
    this.#house = house
    this.connections = new Connections(() => ({ ...this.#parts, toolKeys: this.toolKeys }))
    this.deliveries = new Deliveries(() => house)
    const { connections, deliveries } = this
    this.launches = new Launches(() => house, { connections, deliveries, fetch })
  }

  get #parts() {
    const { ledger, catalogue, linkSecrets, publicUrl, now } = this.#house
    return { ledger, catalogue, linkSecrets, publicUrl, now }
  }

  /** The keys that platforms know this tool by. */
  get toolKeys(): ToolKeys {
    return new ToolKeys(this.#house.keyring.settings)
  }

  /** Forgets what was answered long ago. */
  forgetOld(): void {
    const { ledger, now } = this.#house
    ledger.connections.forgetAnswers(new Date(now().getTime() - answerDays * dayMs).toISOString())
  }
}
