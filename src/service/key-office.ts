import { Refusal } from '../errors.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type IssuerKey, makeMissingKeys, retireKey, rotateKeys } from '../proof/issuer-keys.ts'
import type { Keyring } from './keyring.ts'

export interface KeyHouse {
  readonly keyring: Keyring
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly now: () => Date
}

/** A signing key, never its private half. */
export type KeyView = Pick<IssuerKey, 'kid' | 'algorithm' | 'state' | 'created' | 'changed'>

/** The keys of one issuer. */
export interface KeysOfIssuer {
  /** Id of the partner; `null` for the programme. */
  readonly partner: string | null
  readonly issuer: string
  readonly keys: readonly KeyView[]
}

const viewOf = ({ kid, algorithm, state, created, changed }: IssuerKey): KeyView => ({
  ...{ kid, algorithm, state, created, changed },
})

/** The signing keys as an administrator looks after them; every change is told in the audit log. */
export class KeyOffice {
  readonly #house: () => KeyHouse

  constructor(house: () => KeyHouse) {
    this.#house = house
  }

  /** Those of the programme first, then of each partner that has any. */
  async all(): Promise<readonly KeysOfIssuer[]> {
    const { keyring } = this.#house()
    const partners: readonly (string | null)[] = [null, ...keyring.partners()]
    return Promise.all(
      partners.map(async (partner) => {
        const { issuer, all } = await keyring.of(partner)
        return { partner, issuer, keys: all.map(viewOf) }
      }),
    )
  }

  /** Makes the keys that an issuer lacks. */
  async makeMissing(partner: string | null): Promise<readonly string[]> {
    const { keyring, now } = this.#house()
    const made = await makeMissingKeys(keyring.settingsOf(partner), now())
    return this.#tellMade(made.map(({ kid }) => kid))
  }

  /** Puts new keys in place of the active ones of an issuer, which go on verifying. @returns the new ones. */
  async rotate(partner: string | null): Promise<readonly string[]> {
    const { keyring, now } = this.#house()
    const made = await rotateKeys(keyring.settingsOf(partner), now())
    return this.#tellMade(made.map(({ kid }) => kid))
  }

  /**
   * Takes a key out of use and makes another in its place: `verify-only` goes on verifying what it signed, `compromised`
   * does not, for good.
   *
   * @returns the new keys.
   * @throws Refusal `key-not-found`; `bad-request` for one that was marked compromised before.
   */
  async retire(kid: string, state: 'verify-only' | 'compromised'): Promise<readonly string[]> {
    const { keyring, ledger, now } = this.#house()
    const owner = (await this.all()).find(({ keys }) => keys.some((key) => key.kid === kid))
    if (!owner) throw new Refusal('key-not-found', `There is no key ${kid}`)
    const isStolen = owner.keys.some((key) => key.kid === kid && key.state === 'compromised')
    if (isStolen && state !== 'compromised')
      throw new Refusal('bad-request', `${kid} was marked as stolen, which is for good`)
    const settings = keyring.settingsOf(owner.partner)
    // Told first: a key that is out of use without a word of it would be worse than a word too many.
    ledger.audit.append({ action: 'key-retired', about: kid, detail: state })
    retireKey(settings, kid, { state, now: now() })
    const made = await makeMissingKeys(settings, now())
    return this.#tellMade(made.map((key) => key.kid))
  }

  #tellMade(kids: readonly string[]): readonly string[] {
    const { ledger } = this.#house()
    for (const kid of kids) ledger.audit.append({ action: 'key-made', about: kid })
    return kids
  }
}
