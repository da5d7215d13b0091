import type { PostMessage } from '../checking/outside/guarded-post.ts'
import { Refusal } from '../errors.ts'
import { type Caller, permit } from '../ledger/caller.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { DeliveriesAsked } from '../ledger/webhook-endpoints.ts'
import {
  type DeliveryState,
  deliveryStates,
  type WebhookDelivery,
  type WebhookEndpoint,
  webhookTypes,
} from '../ledger/webhook-record.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import { type AddressRules, parseAddress } from './address.ts'
import { eventsOf, mayKeep, scopeOf } from './rights.ts'
import { type ReceiverKeys, receiverKeys } from './secrets.ts'
import { WebhookSending } from './sending.ts'

export type { DeliveriesAsked } from '../ledger/webhook-endpoints.ts'
export type { WebhookDelivery, WebhookEndpoint, WebhookType } from '../ledger/webhook-record.ts'
export type { ReceiverKeys } from './secrets.ts'

export const eventTypes = webhookTypes
export const stateNames = deliveryStates

export interface WebhookWorld {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
  readonly post: PostMessage
  readonly rules: AddressRules
  /** Ids of courses and specializations that there are. */
  readonly courses: readonly string[]
  readonly random?: () => number
}

export interface EndpointWish {
  readonly url: string
  /** Everything that the caller may be told of where absent. */
  readonly events?: readonly string[]
  /** Everything within the scope of the caller where absent. */
  readonly scope?: readonly string[]
}

/** An endpoint with how many of its deliveries are in which state. */
export interface EndpointNow extends WebhookEndpoint {
  readonly deliveries: Readonly<Record<DeliveryState, number>>
}

const maxEndpoints = 50
const hourMs = 60 * 60 * 1_000
const dayMs = 24 * hourMs
const defaultKeepHours = 24
const maxKeepHours = 30 * 24
const keptDays = 30

/** Who is told of what happens: endpoints as operators keep them, and the sending. */
export class Webhooks {
  readonly #world: () => WebhookWorld
  #sending: WebhookSending | undefined

  /** @param world asked when something is done, since the ledger is opened late. */
  constructor(world: () => WebhookWorld) {
    this.#world = world
  }

  /**
   * Adds an endpoint; its secret is told this once. Administrators, and issuers for their own courses.
   *
   * @throws Refusal `forbidden`, `webhook-address`, `course-unknown`, `bad-request`.
   */
  add(wish: EndpointWish, caller: Caller): EndpointNow & ReceiverKeys {
    permit(caller, ['issuer'])
    const { ledger, now, rules, linkSecrets, courses } = this.#world()
    const endpoint = {
      id: randomId(),
      url: parseAddress(wish.url, rules),
      events: eventsOf(wish.events, caller),
      scope: scopeOf(wish.scope, caller, courses),
      createdAt: now().toISOString(),
    }
    const keys = receiverKeys({ id: endpoint.id, generation: 1, bothUntil: null }, linkSecrets)
    ledger.transaction(() => {
      if (ledger.webhookEndpoints.all().length >= maxEndpoints)
        throw new Refusal('bad-request', `There are ${maxEndpoints} endpoints; remove one first`)
      ledger.webhookEndpoints.add(endpoint)
      const detail = String(endpoint.events.length)
      ledger.audit.append({ action: 'webhook-added', about: endpoint.id, detail })
    })
    return { ...this.find(endpoint.id, caller), ...keys }
  }

  #with(endpoint: WebhookEndpoint): EndpointNow {
    return {
      ...endpoint,
      deliveries: this.#world().ledger.webhookEndpoints.counts(endpoint.id),
    }
  }

  /** Those of the caller, the oldest first. @throws Refusal `forbidden`. */
  list(caller: Caller): readonly EndpointNow[] {
    permit(caller, ['issuer'])
    return this.#world()
      .ledger.webhookEndpoints.all()
      .filter((endpoint) => mayKeep(caller, endpoint))
      .map((endpoint) => this.#with(endpoint))
  }

  /** @throws Refusal `forbidden`, `webhook-not-found`. */
  find(id: string, caller: Caller): EndpointNow {
    permit(caller, ['issuer'])
    const found = this.#world().ledger.webhookEndpoints.byId(id)
    if (!found || !mayKeep(caller, found))
      throw new Refusal('webhook-not-found', 'There is no such endpoint')
    return this.#with(found)
  }

  /** Removes it with all that was to be told to it. @throws Refusal `forbidden`, `webhook-not-found`. */
  remove(id: string, caller: Caller): void {
    const { ledger } = this.#world()
    ledger.transaction(() => {
      this.find(id, caller)
      ledger.webhookEndpoints.remove(id)
      ledger.audit.append({ action: 'webhook-removed', about: id })
    })
  }

  /**
   * Gives it another secret; the one before signs as well for so many hours, 24 where absent.
   *
   * @throws Refusal `forbidden`, `webhook-not-found`, `bad-request`.
   */
  rotate(id: string, caller: Caller, keepHours = defaultKeepHours): EndpointNow & ReceiverKeys {
    if (!(keepHours >= 0 && keepHours <= maxKeepHours))
      throw new Refusal('bad-request', `The secret before it is kept 0 to ${maxKeepHours} hours`)
    const { ledger, now, linkSecrets } = this.#world()
    return ledger.transaction(() => {
      this.find(id, caller)
      const until = new Date(now().getTime() + keepHours * hourMs)
      ledger.webhookEndpoints.rotate(id, until.toISOString())
      const endpoint = this.find(id, caller)
      const detail = String(endpoint.generation)
      ledger.audit.append({ action: 'webhook-rotated', about: id, detail })
      return { ...endpoint, ...receiverKeys(endpoint, linkSecrets) }
    })
  }

  /** Sends to it again after it was disabled, all that waits included. @throws Refusal `forbidden`, `webhook-not-found`. */
  enable(id: string, caller: Caller): EndpointNow {
    const { ledger, now } = this.#world()
    const enabled = ledger.transaction(() => {
      this.find(id, caller)
      ledger.webhookEndpoints.enable(id, now().toISOString())
      ledger.audit.append({ action: 'webhook-enabled', about: id })
      return this.find(id, caller)
    })
    this.#sending?.wake()
    return enabled
  }

  /**
   * Sends it a message of the type `webhook.test` at once, disabled or not, and once only; answers what came of it.
   *
   * @throws Refusal `forbidden`, `webhook-not-found`.
   */
  async test(id: string, caller: Caller): Promise<WebhookDelivery> {
    const { ledger, now } = this.#world()
    const delivery = ledger.transaction(() => {
      this.find(id, caller)
      ledger.audit.append({ action: 'webhook-tested', about: id })
      return ledger.webhookEvents.tellTest(id, now().toISOString())
    })
    await this.#sender().sendNow(delivery)
    return this.#delivery(delivery)
  }

  #delivery(id: string): WebhookDelivery {
    const found = this.#world().ledger.webhookEndpoints.delivery(id)
    if (!found) throw new Refusal('delivery-not-found', 'There is no such delivery')
    return found
  }

  /** The newest first. @throws Refusal `forbidden`, `webhook-not-found`, `delivery-not-found` for `after`. */
  deliveries(id: string, asked: DeliveriesAsked, caller: Caller): readonly WebhookDelivery[] {
    this.find(id, caller)
    if (asked.after !== null && this.#delivery(asked.after).endpoint !== id)
      throw new Refusal('delivery-not-found', 'after is the next of the page before')
    return this.#world().ledger.webhookEndpoints.deliveries(id, asked)
  }

  /**
   * Puts one in line again that was delivered or given up, under the same id; one that waits goes on waiting.
   *
   * @throws Refusal `forbidden`, `webhook-not-found`, `delivery-not-found`.
   */
  resend(delivery: string, caller: Caller, endpoint?: string): WebhookDelivery {
    permit(caller, ['issuer'])
    const { ledger, now } = this.#world()
    const resent = ledger.transaction(() => {
      const found = this.#delivery(delivery)
      if (endpoint !== undefined && found.endpoint !== endpoint)
        throw new Refusal('delivery-not-found', 'There is no such delivery')
      this.find(found.endpoint, caller)
      if (ledger.webhookEndpoints.resend(delivery, now().toISOString()))
        ledger.audit.append({ action: 'webhook-resent', about: found.endpoint, detail: delivery })
      return this.#delivery(delivery)
    })
    this.#sending?.wake()
    return resent
  }

  #sender(): WebhookSending {
    const world = this.#world
    const { linkSecrets, publicUrl, now, fault, post, random = Math.random } = world()
    const onDisabled = (about: string, detail: string) =>
      world().ledger.audit.append({ action: 'webhook-disabled', about, detail })
    this.#sending ??= new WebhookSending({
      ...{ linkSecrets, publicUrl, now, fault, post, random, onDisabled },
      ledger: () => world().ledger,
    })
    return this.#sending
  }

  /** Sends whatever is due, in the background, until {@link stop}. */
  start(): void {
    const sender = this.#sender()
    // The transaction that told of something ends before anything else of this process runs.
    this.#world().ledger.webhookEvents.onTold = () => setImmediate(() => sender.wake())
    sender.start()
  }

  /** Sends what is due by now, and no more. */
  async sendDue(): Promise<void> {
    await this.#sender().sendDue()
  }

  /** Begins nothing else, and waits for the answers that are under way. */
  async stop(): Promise<void> {
    await this.#sending?.stop()
  }

  /** Erases events of more than 30 days ago. Returns how many deliveries. */
  eraseOld(): number {
    const { ledger, now } = this.#world()
    return ledger.webhookEvents.erase(new Date(now().getTime() - keptDays * dayMs).toISOString())
  }
}

/** The state of deliveries of this name. @throws Refusal `bad-request`. */
export function deliveryStateOf(name: string): DeliveryState {
  const state = deliveryStates.find((candidate) => candidate === name)
  if (!state) throw new Refusal('bad-request', `A state is one of ${deliveryStates.join(', ')}`)
  return state
}
