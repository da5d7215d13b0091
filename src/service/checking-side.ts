import { existsSync } from 'node:fs'
import type { KnownIssuer } from '../checking/known-issuers.ts'
import { NotThere } from '../checking/outside/fetched.ts'
import { receive } from '../checking/receive.ts'
import type { Received } from '../checking/receiving/received.ts'
import type { FetchDocument } from '../checking/remote.ts'
import type { CheckName, Report } from '../checking/report.ts'
import { type CheckSettings, type Question, verify } from '../checking/verify.ts'
import type { Config } from '../config.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import { aside } from './aside.ts'
import { bytesAt } from './bytes-at.ts'
import type { Keyring } from './keyring.ts'
import type { PublishedDocument } from './published.ts'

interface CheckingParts {
  readonly config: Config
  readonly catalogue: Catalogue
  readonly keyring: Keyring
  readonly knownIssuers: readonly KnownIssuer[]
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
  published(path: string): Promise<PublishedDocument | undefined>
  /** Whether something stood under a path, and was erased. */
  isErased(path: string): boolean
  /** Whether what stands under a path is its holder's alone. */
  isPrivate(path: string): boolean
}

/** A report, and what it is about. */
export interface Checked {
  readonly report: Report
  readonly received: Received
}

/** The checking side as this service runs it: its clock, its known issuers, and what it publishes itself. */
export class CheckingSide {
  readonly #parts: CheckingParts
  /** Our own addresses from what we publish, others by guarded requests. */
  readonly fetch: FetchDocument

  constructor(parts: CheckingParts, foreign: FetchDocument) {
    this.#parts = parts
    this.fetch = (url, options) => this.#fetchOwn(url) ?? aside(() => foreign(url, options))
  }

  /**
   * Whether an address is ours to answer. On a machine where nothing was ever made it is not, whatever PUBLIC_URL says
   * by default: a key that is missing here is not one that the issuer does not publish.
   */
  #isOwn(url: URL): boolean {
    const { databaseFile, keysDir, publicUrl } = this.#parts.config
    return url.host === publicUrl.host && (existsSync(keysDir) || existsSync(databaseFile))
  }

  /** Our own address is answered from what we publish at this moment, without a detour over the network or a cache. */
  #fetchOwn(url: URL) {
    if (!this.#isOwn(url)) return undefined
    return this.#parts.published(url.pathname).then((document) => {
      if (!document) throw new NotThere('not published here', this.#parts.isErased(url.pathname))
      const body = new TextEncoder().encode(document.text)
      return { contentType: document.contentType, body }
    })
  }

  async settings(): Promise<CheckSettings> {
    const { keyring, catalogue, knownIssuers, now, fault } = this.#parts
    const { issuer } = await keyring.current()
    const own: KnownIssuer = { did: issuer, names: [catalogue.issuer.name] }
    return {
      now,
      fetch: this.fetch,
      knownIssuers: [own, ...knownIssuers],
      ownIssuers: keyring.dids(),
      onFault: (check: CheckName, thrown) => fault(check, thrown),
    }
  }

  /**
   * Checks what somebody handed in.
   *
   * @throws Refusal when no credential can be found in it; whatever is found is answered with a report.
   */
  async verify(bytes: Uint8Array, question: Question = {}): Promise<Checked> {
    const received = await receive(bytes, (link) => this.#bytesAt(link))
    return { report: await verify(received, await this.settings(), question), received }
  }

  /**
   * Checks the credential that stands at an address: ours as we publish it, others by guarded requests.
   *
   * @throws Refusal `address-unreachable` when nothing can be had there, and what {@link verify} refuses.
   */
  async verifyAt(url: URL, question: Question = {}): Promise<Checked> {
    const { report, received } = await this.verify(await this.#bytesAt(url), question)
    return { report: { ...report, source: { ...report.source, kind: 'url' } }, received }
  }

  /** A link to what is private leads nowhere, as for anybody; whoever has the file itself gets it checked. */
  #bytesAt(url: URL): Promise<Uint8Array> {
    const isOwn = (own: URL) => this.#isOwn(own)
    const fetch: FetchDocument = async (own, options) => {
      if (isOwn(own) && this.#parts.isPrivate(own.pathname)) throw new NotThere('private')
      return this.fetch(own, options)
    }
    return bytesAt(url, fetch, isOwn)
  }
}
