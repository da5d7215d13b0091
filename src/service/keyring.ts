import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import {
  type IssuerKeys,
  issuerDid,
  type KeySettings,
  makeMissingKeys,
  openIssuerKeys,
} from '../proof/issuer-keys.ts'

function stampOf(folder: string): number {
  try {
    return statSync(folder).mtimeMs
  } catch {
    return 0
  }
}

// File times are coarse: a second change so soon after one that was seen may leave the folder's time as it was.
const settledMs = 100

/** The keys in one folder as they are on disk now. */
class KeyFolder {
  readonly #settings: KeySettings
  #stamp = -1
  #keys: Promise<IssuerKeys> | undefined

  constructor(settings: KeySettings) {
    this.#settings = settings
  }

  current(): Promise<IssuerKeys> {
    const stamp = stampOf(this.#settings.keysDir)
    if (this.#keys && stamp === this.#stamp) return this.#keys
    const keys = openIssuerKeys(this.#settings)
    const isSettled = Math.abs(Date.now() - stamp) > settledMs
    this.#stamp = isSettled ? stamp : -1
    this.#keys = keys
    // What could not be read is looked at again the next time: the cause may be gone without a change of the folder.
    keys.catch(() => {
      if (this.#keys === keys) this.#keys = undefined
    })
    return keys
  }
}

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Folders of partners that have keys, also of those that the catalogue has no longer: what they signed verifies. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && idForm.test(entry.name))
      .map(({ name }) => name)
  } catch {
    return []
  }
}

/**
 * The keys of the programme and of its partners as they are on disk now: a rotation by the command line is seen by a
 * running service at once, because every change of a key file renames one and so touches its folder.
 */
export class Keyring {
  /** Of the programme's own keys. */
  readonly settings: KeySettings
  readonly #partners: readonly string[]
  readonly #folders = new Map<string | null, KeyFolder>()

  /** @param partners ids of the partners in the catalogue. */
  constructor(settings: KeySettings, partners: readonly string[] = []) {
    this.settings = settings
    this.#partners = partners
  }

  /** How the keys of a partner are kept, or for `null` those of the programme. */
  settingsOf(partner: string | null): KeySettings {
    if (partner === null) return this.settings
    return { ...this.settings, keysDir: join(this.settings.keysDir, 'issuers', partner), partner }
  }

  /** The programme's own keys. */
  current(): Promise<IssuerKeys> {
    return this.of(null)
  }

  /** Those of a partner, by its id, or for `null` of the programme. */
  of(partner: string | null): Promise<IssuerKeys> {
    const folder = this.#folders.get(partner) ?? new KeyFolder(this.settingsOf(partner))
    this.#folders.set(partner, folder)
    return folder.current()
  }

  /** Ids of the partners in the catalogue, and of others whose keys are here. */
  partners(): readonly string[] {
    const kept = foldersIn(join(this.settings.keysDir, 'issuers'))
    return [...new Set([...this.#partners, ...kept])]
  }

  /** The keys of everybody who issues here, the programme first. */
  all(): Promise<readonly IssuerKeys[]> {
    return Promise.all([null, ...this.partners()].map((partner) => this.of(partner)))
  }

  /** The DIDs of everybody who issues here. */
  dids(): ReadonlySet<string> {
    return new Set([null, ...this.partners()].map((partner) => issuerDid(this.settingsOf(partner))))
  }

  /** The partner of this DID, `null` for the programme, `undefined` for whoever does not issue here. */
  whoIs(did: string | undefined): string | null | undefined {
    return [null, ...this.partners()].find((partner) => issuerDid(this.settingsOf(partner)) === did)
  }

  /** Makes whatever keys the programme and the partners of the catalogue lack. */
  async makeMissing(now: Date) {
    const made = []
    for (const partner of [null, ...this.#partners])
      made.push(...(await makeMissingKeys(this.settingsOf(partner), now)))
    return made
  }
}

type KeysConfig = Pick<Config, 'keysDir' | 'keysPassphrase' | 'publicUrl' | 'isProduction'>

/** The keyring of a service, with the partners of its catalogue. */
export function keyringOf(
  { keysDir, keysPassphrase: passphrase, publicUrl, isProduction }: KeysConfig,
  { issuers }: Pick<Catalogue, 'issuers'>,
): Keyring {
  const settings = { keysDir, passphrase, publicUrl, isProduction }
  return new Keyring(
    settings,
    issuers.map(({ id }) => id),
  )
}
