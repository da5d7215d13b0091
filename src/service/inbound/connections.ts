import { timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../errors.ts'
import {
  type ConnectionSettings,
  keptSettings,
  parseSettings,
} from '../../inbound/connection-settings.ts'
import { webhookSecret } from '../../inbound/standard-webhook.ts'
import type { Catalogue, Course } from '../../learning/catalogue.ts'
import {
  type ConnectionCounts,
  type ConnectionKind,
  type ConnectionRecord,
  connectionKinds as kinds,
} from '../../ledger/connections.ts'
import { randomId } from '../../ledger/identifiers.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { LinkSecrets } from '../../proof/link-secrets.ts'
import type { ToolKeys } from '../../proof/tool-keys.ts'
import { courseOf } from '../import-completions.ts'

export type { ConnectionKind, ConnectionRecord } from '../../ledger/connections.ts'

export const connectionKinds = kinds

export interface ConnectionWorld {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly linkSecrets: LinkSecrets
  readonly toolKeys: ToolKeys
  readonly publicUrl: URL
  readonly now: () => Date
}

/** What somebody wants connected; the settings are as they came. */
export interface ConnectionWish {
  readonly kind: string
  readonly label: string
  readonly course: string
  readonly run: string
  readonly settings: unknown
  /** Token id, or `command line`. */
  readonly createdBy: string
}

/** A connection, with its course and what was set. */
export interface Connection {
  readonly record: ConnectionRecord
  readonly course: Course
  readonly settings: ConnectionSettings
}

/** Addresses to give to the other side, by what they are for there. */
export type ConnectionAddresses = Readonly<Record<string, string>>

/** What is shown to whoever may see it; no secret is in it. */
export interface ConnectionView {
  readonly id: string
  readonly kind: ConnectionKind
  readonly label: string
  readonly course: string
  readonly run: string
  readonly state: ConnectionRecord['state']
  readonly createdAt: string
  readonly removedAt: string | null
  readonly settings: ConnectionSettings
  readonly addresses: ConnectionAddresses
  readonly counts: ConnectionCounts & { readonly lastDay: string | null }
}

/** What the other side signs, or signs in, with; `null` of what needs none. */
export interface ConnectionSecret {
  readonly secret: string | null
  /** The same as an address, for senders that can be told nothing but an address. */
  readonly url: string | null
}

const notFound = () => new Refusal('connection-not-found', 'There is no such connection in use')
const idForm = /^[0-9a-z]{26}$/

const pathsOf = {
  webhook: (id: string) => ({ url: `/hooks/${id}` }),
  openedx: (id: string) => ({ url: `/hooks/${id}` }),
  xapi: (_id: string) => ({ endpoint: '/xapi' }),
  lti: (id: string) => ({
    login: `/lti/${id}/login`,
    launch: `/lti/${id}/launch`,
    jwks: `/lti/${id}/jwks.json`,
    config: `/lti/${id}/config.json`,
  }),
} as const satisfies Record<ConnectionKind, (id: string) => Record<string, string>>

/** Which machines may tell us of completions, in which course and run. */
export class Connections {
  readonly #settings: () => ConnectionWorld

  constructor(settings: () => ConnectionWorld) {
    this.#settings = settings
  }

  get #world(): ConnectionWorld {
    return this.#settings()
  }

  #kindOf(name: string): ConnectionKind {
    const kind = kinds.find((each) => each === name)
    if (!kind) throw new Refusal('bad-request', `kind is one of ${kinds.join(', ')}`)
    return kind
  }

  /**
   * Makes a connection. Durable once it returns.
   *
   * @throws Refusal `bad-request`, `course-unknown`, `connection-invalid`.
   */
  async add(wish: ConnectionWish): Promise<Connection> {
    const { ledger, catalogue, toolKeys, now } = this.#world
    const kind = this.#kindOf(wish.kind)
    const course = courseOf(catalogue.courses, wish.course)
    const label = wish.label.trim()
    if (label === '' || label.length > 200)
      throw new Refusal('bad-request', 'label says whose machine it is, in at most 200 characters')
    if (!/^[\w.-]{1,60}$/.test(wish.run))
      throw new Refusal('bad-request', 'run names the run of the course: letters, digits, . _ -')
    const settings = parseSettings(wish.settings, course)
    if (kind === 'lti') await toolKeys.make(now())
    const id = randomId()
    ledger.transaction(() =>
      ledger.connections.add({
        id,
        kind,
        label,
        course: course.id,
        run: wish.run,
        settings: JSON.stringify(settings),
        createdAt: now().toISOString(),
        createdBy: wish.createdBy,
      }),
    )
    return this.find(id)
  }

  /**
   * One that is in use, of one of these kinds.
   *
   * @throws Refusal `connection-not-found`, alike for one that never was, was removed, or is of another kind;
   *   `course-unknown` where the catalogue has lost its course.
   */
  find(id: string, ...wanted: readonly ConnectionKind[]): Connection {
    const record = idForm.test(id) ? this.#world.ledger.connections.byId(id) : undefined
    const isWanted = record && (wanted.length === 0 || wanted.includes(record.kind))
    if (!isWanted || record.state !== 'active') throw notFound()
    const course = courseOf(this.#world.catalogue.courses, record.course)
    return { record, course, settings: keptSettings(record.settings) }
  }

  /** The course of one, in use or not, for whoever may see it. @throws Refusal `connection-not-found`. */
  courseOf(id: string): string {
    const record = idForm.test(id) ? this.#world.ledger.connections.byId(id) : undefined
    if (!record) throw notFound()
    return record.course
  }

  /** Puts other settings in the place of those there are. @throws Refusal `connection-not-found`, `connection-invalid`. */
  set(id: string, settings: unknown): Connection {
    const { ledger } = this.#world
    const { course } = this.find(id)
    const parsed = parseSettings(settings, course)
    ledger.transaction(() => {
      if (!ledger.connections.setSettings(id, JSON.stringify(parsed))) throw notFound()
    })
    return this.find(id)
  }

  /** Takes one out of use for good; what it brought stays. @throws Refusal `connection-not-found`. */
  remove(id: string): void {
    const { ledger, now } = this.#world
    ledger.transaction(() => {
      if (!ledger.connections.remove(id, now().toISOString())) throw notFound()
    })
  }

  /** All that are in use, or with those that were, the newest first. */
  list(withRemoved = false): readonly ConnectionView[] {
    return this.#world.ledger.connections
      .all()
      .filter(({ state }) => withRemoved || state === 'active')
      .map((record) => this.view(record))
  }

  view(record: ConnectionRecord): ConnectionView {
    const { id, kind, label, course, run, state, createdAt, removedAt } = record
    return {
      id,
      kind,
      label,
      course,
      run,
      state,
      createdAt,
      removedAt,
      settings: keptSettings(record.settings),
      addresses: this.addresses(record),
      counts: this.#world.ledger.connections.counts(id),
    }
  }

  addresses({ id, kind }: ConnectionRecord): ConnectionAddresses {
    const paths: Record<string, string> = pathsOf[kind](id)
    return Object.fromEntries(
      Object.entries(paths).map(([name, path]) => [
        name,
        new URL(path, this.#world.publicUrl).href,
      ]),
    )
  }

  /** The secret itself; computed, and kept nowhere. */
  secret({ id }: ConnectionRecord): string {
    return this.#world.linkSecrets.of('connection', id)
  }

  /** Shows the secret once more, and tells the audit log that it was. @throws Refusal `connection-not-found`. */
  showSecret(id: string): ConnectionSecret {
    const { record } = this.find(id)
    this.#world.ledger.audit.append({ action: 'connection-secret-shown', about: id })
    return this.secretShown(record)
  }

  /** The secret in the form that the other side wants it in. */
  secretShown(record: ConnectionRecord): ConnectionSecret {
    const secret = this.secret(record)
    switch (record.kind) {
      case 'lti':
        return { secret: null, url: null }
      case 'xapi':
        return { secret, url: null }
      case 'webhook':
        return { secret: webhookSecret(secret), url: null }
      case 'openedx': {
        const url = new URL(`/hooks/${record.id}`, this.#world.publicUrl)
        url.username = record.id
        url.password = secret
        return { secret, url: url.href }
      }
    }
  }

  /** Whether this is the secret of a connection, told in a time that gives nothing away. */
  isSecret(record: ConnectionRecord, given: string): boolean {
    const [a, b] = [Buffer.from(given), Buffer.from(this.secret(record))]
    return a.length === b.length && timingSafeEqual(a, b)
  }
}
