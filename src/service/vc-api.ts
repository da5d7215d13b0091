import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../checking/receiving/received.ts'
import { bitsWith, buildStatusList, minListLength, statusEntry } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type StatusPurpose, statusPurposes } from '../ledger/vc-api-statuses.ts'
import { remember } from '../proof/remember.ts'
import { readVcApiKeys, type VcApiKey } from '../proof/vc-api-keys.ts'
import { type Securing, secureForVcApi } from '../proof/vc-api-sign.ts'
import { chooseKey, completed, insistOnForm } from './vc-api-credential.ts'

export type { StatusPurpose } from '../ledger/vc-api-statuses.ts'

export interface VcApiSettings {
  /** JWK text; null where nothing is signed. */
  readonly key: string | null
  readonly ledger: () => Ledger
  readonly publicUrl: URL
  readonly now: () => Date
}

export interface IssueAsked {
  readonly securing: Securing | undefined
  /** By what name the caller will set the status later; the credential's id unless told. */
  readonly credentialId: string | undefined
  readonly purposes: readonly StatusPurpose[]
}

export interface StatusAsked {
  readonly credentialId: string
  readonly purpose: StatusPurpose
  readonly isSet: boolean
}

/** The purpose of this name. @throws Refusal `bad-request`. */
export function purposeOf(name: unknown): StatusPurpose {
  const found = statusPurposes.find((purpose) => purpose === name)
  if (!found) throw new Refusal('bad-request', `statusPurpose is ${statusPurposes.join(' or ')}`)
  return found
}

interface StoredList {
  readonly key: VcApiKey
  readonly number: number
  readonly purpose: StatusPurpose
  readonly indexes: readonly number[]
}

const listsKept = 20

/**
 * The door for other people's test suites: signs any well-formed credential with did:keys of its own, and keeps its own
 * status lists, so that nothing signed here can be taken for a credential of the issuer.
 */
export class VcApi {
  readonly #settings: VcApiSettings
  #keys: Promise<readonly VcApiKey[]> | undefined

  constructor(settings: VcApiSettings) {
    this.#settings = settings
  }

  get isOpen(): boolean {
    return this.#settings.key !== null
  }

  /** The did:keys that credentials can be issued by. @throws Refusal `not-found` while no key is set; `key-unusable`. */
  keys(): Promise<readonly VcApiKey[]> {
    const { key } = this.#settings
    if (key === null)
      throw new Refusal('not-found', 'Nothing is signed here: VC_API_KEY is not set')
    this.#keys ??= readVcApiKeys(key)
    return this.#keys
  }

  /**
   * Signs a credential once it has been completed and found well formed.
   *
   * @throws Refusal `not-found` while no key is set; `bad-request` for another issuer, a securing that the key is not
   *   for, or a credential that the data model refuses, with every complaint.
   */
  async issue(asked: JsonObject, options: IssueAsked): Promise<object> {
    const { key, securing } = chooseKey(asked, await this.keys(), options.securing)
    const created = this.#settings.now()
    const unsigned = completed(asked, key.did, created)
    // Looked at before a place on a list is taken for it, and again with what that adds.
    await insistOnForm(unsigned)
    const credential = this.#withStatus(unsigned, key, options)
    if (credential !== unsigned) await insistOnForm(credential)
    return secureForVcApi(credential, key, { securing, created })
  }

  #withStatus(unsigned: JsonObject, key: VcApiKey, { credentialId, purposes }: IssueAsked) {
    if (purposes.length === 0) return unsigned
    if ('credentialStatus' in unsigned)
      throw new Refusal('bad-request', 'The credential has a credentialStatus already')
    const credential: JsonObject = { id: `urn:uuid:${randomUUID()}`, ...unsigned }
    const name = credentialId ?? String(credential.id)
    const ledger = this.#settings.ledger()
    const entries = ledger.transaction(() =>
      purposes.map((purpose) => {
        const { list, index } = ledger.vcApiStatuses.take(name, purpose, minListLength)
        return { ...statusEntry(this.#listUrl(key, list), index), statusPurpose: purpose }
      }),
    )
    return { ...credential, credentialStatus: entries.length === 1 ? entries[0] : entries }
  }

  /** A list is signed by whoever issued the credential, so each key has its own address for it. */
  #listUrl({ curve }: VcApiKey, list: number): string {
    return new URL(`/vc-api/status/${curve.toLowerCase()}-${list}`, this.#settings.publicUrl).href
  }

  /**
   * Sets or clears a status; durable once it returns.
   *
   * @throws Refusal `not-found` while no key is set; `credential-not-found` when no such status was ever given out.
   */
  async setStatus({ credentialId, purpose, isSet }: StatusAsked): Promise<void> {
    await this.keys()
    const ledger = this.#settings.ledger()
    const isKnown = ledger.transaction(() => ledger.vcApiStatuses.set(credentialId, purpose, isSet))
    if (!isKnown)
      throw new Refusal('credential-not-found', `There is no ${purpose} status for this credential`)
  }

  /** The signed list under `/vc-api/status/{name}`, made of what the ledger says now; `undefined` where there is none. */
  async statusList(name: string): Promise<string | undefined> {
    const [, curve, digits] = /^(ed25519|p-256|p-384)-([1-9]\d{0,8})$/.exec(name) ?? []
    if (!this.isOpen || !curve) return undefined
    const key = (await this.keys()).find((each) => each.curve.toLowerCase() === curve)
    const number = Number(digits)
    const { vcApiStatuses } = this.#settings.ledger()
    const purpose = vcApiStatuses.purposeOf(number)
    if (!key || !purpose) return undefined
    return this.#sign({ key, number, purpose, indexes: vcApiStatuses.setIndexes(number) })
  }

  // Signed anew only when it says something else: whoever checks may ask for it as often as they like.
  readonly #sign = remember(
    (list: StoredList) => this.#signList(list),
    ({ key, number, indexes }) => `${key.curve} ${number} ${indexes.join()}`,
    listsKept,
  )

  async #signList({ key, number, purpose, indexes }: StoredList): Promise<string> {
    const created = this.#settings.now()
    const list = buildStatusList(
      { url: this.#listUrl(key, number), issuer: key.did, bits: bitsWith(indexes) },
      created,
    )
    const credentialSubject = { ...list.credentialSubject, statusPurpose: purpose }
    const unsigned = { ...list, credentialSubject }
    const { securing } = chooseKey(unsigned, [key], undefined)
    return JSON.stringify(await secureForVcApi(unsigned, key, { securing, created }))
  }
}

/** The VC-API as this service is set up for it. */
export const vcApiOf = (service: {
  readonly config: { readonly vcApiKey: string | null; readonly publicUrl: URL }
  readonly ledger: Ledger
  readonly now: () => Date
}): VcApi =>
  new VcApi({
    key: service.config.vcApiKey,
    ledger: () => service.ledger,
    publicUrl: service.config.publicUrl,
    now: service.now,
  })
