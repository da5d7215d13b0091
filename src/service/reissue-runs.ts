import type { CheckSettings } from '../checking/verify.ts'
import { Refusal } from '../errors.ts'
import { type ReissueOrder, type ReissueSettings, reissueOne } from '../issuing/reissue.ts'
import {
  type KeyReissue,
  type KeyReissueOrder,
  keyReissueOf,
  reissueSignedBy,
  retiredKey,
} from '../issuing/reissue-key.ts'
import type { Catalogue, CatalogueAchievement } from '../learning/catalogue.ts'
import { actingAs } from '../ledger/actor.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ReissueRecord } from '../ledger/reissue-record.ts'
import type { Issuers } from './issuers.ts'
import type { Keyring } from './keyring.ts'
import { ownVerdict } from './own-verdict.ts'

export type { KeyReissue } from '../issuing/reissue-key.ts'

export interface ReissueParts {
  readonly ledger: Ledger
  readonly keyring: Keyring
  readonly issuers: Issuers
  readonly catalogue: Catalogue
  readonly achievements: ReadonlyMap<string, CatalogueAchievement>
  readonly publicUrl: URL
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
  checkSettings(): Promise<CheckSettings>
}

/** What is told of a key while what it signed is signed anew. */
export interface KeyReissueStanding extends KeyReissue {
  /** Whether this process is at it. */
  readonly isRunning: boolean
  /** ISO 8601; `null` where nobody ordered it, or it is not through. */
  readonly orderedAt: string | null
  readonly endedAt: string | null
}

/** Signing anew what was issued already, one key after another. */
export class ReissueRuns {
  readonly #parts: ReissueParts
  readonly #running = new Map<string, Promise<unknown>>()
  #isStopping = false

  constructor(parts: ReissueParts) {
    this.#parts = parts
  }

  /** What is signed anew with, now. @throws Refusal `key-unusable`. */
  async settings(): Promise<ReissueSettings> {
    const { ledger, keyring, issuers, catalogue, achievements, publicUrl, now } = this.#parts
    const allKeys = await keyring.all()
    const profiles = await issuers.profiles()
    const verify = ownVerdict(await this.#parts.checkSettings())
    const own = { ledger, catalogue, achievements, publicUrl, now, verify }
    return { ...own, signers: issuers, allKeys, profiles }
  }

  /** One credential; see {@link reissueOne} in src/issuing. @throws Refusal what that refuses. */
  async one(order: ReissueOrder): Promise<ReissueRecord> {
    return reissueOne(order, await this.settings())
  }

  /** All that a key signed, until it is through; see {@link reissueSignedBy}. @throws Refusal what that refuses. */
  async run(order: KeyReissueOrder): Promise<KeyReissue> {
    return reissueSignedBy({ ...order, isStopping: () => this.#isStopping }, await this.settings())
  }

  /**
   * Begins the same and does not wait for it; one that is under way goes on. Ordered durably once it returns.
   *
   * @throws Refusal `key-not-found`, `key-in-use`, `key-unusable`.
   */
  async begin(kid: string, by: string): Promise<KeyReissueStanding> {
    const { ledger, keyring, now } = this.#parts
    retiredKey(kid, await keyring.all())
    if (!this.#running.has(kid)) {
      ledger.reissues.beginRun(kid, by, now().toISOString())
      this.#follow(kid, by)
    }
    return this.standing(kid)
  }

  #follow(kid: string, by: string): void {
    const work = actingAs(by, () => this.run({ kid, by }))
      .catch((thrown: unknown) => this.#parts.fault('reissue', thrown))
      .finally(() => this.#running.delete(kid))
    this.#running.set(kid, work)
  }

  /** What {@link begin} would find; writes nothing. @throws Refusal what that refuses. */
  async mayBegin(kid: string): Promise<KeyReissueStanding> {
    retiredKey(kid, await this.#parts.keyring.all())
    return this.standing(kid)
  }

  /** How far it is. @throws Refusal `key-not-found`. */
  async standing(kid: string): Promise<KeyReissueStanding> {
    const { ledger, keyring, now } = this.#parts
    const all = (await keyring.all()).flatMap((keys) => keys.all)
    const run = ledger.reissues.runs().find(({ keyId }) => keyId === kid)
    if (!run && !all.some((key) => key.kid === kid))
      throw new Refusal('key-not-found', `There is no key ${kid}`)
    return {
      ...keyReissueOf(kid, { ledger, now }),
      isRunning: this.#running.has(kid),
      orderedAt: run?.orderedAt ?? null,
      endedAt: run?.endedAt ?? null,
    }
  }

  /** Goes on with what an earlier process was ordered and did not finish. */
  resume(): void {
    for (const { keyId, orderedBy, endedAt } of this.#parts.ledger.reissues.runs())
      if (endedAt === null && !this.#running.has(keyId)) this.#follow(keyId, orderedBy)
  }

  /** Leaves the rest for the next start, once what is being signed is recorded. */
  async settled(): Promise<void> {
    this.#isStopping = true
    await Promise.all(this.#running.values())
  }
}
