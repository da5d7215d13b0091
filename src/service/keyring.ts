import { statSync } from 'node:fs'
import { type IssuerKeys, type KeySettings, openIssuerKeys } from '../proof/issuer-keys.ts'

function stampOf(folder: string): number {
  try {
    return statSync(folder).mtimeMs
  } catch {
    return 0
  }
}

/**
 * The issuer's keys as they are on disk now: a rotation by the command line is seen by a running service at once,
 * because every change of a key file renames one and so touches the folder.
 */
export class Keyring {
  readonly settings: KeySettings
  #stamp = -1
  #keys: Promise<IssuerKeys> | undefined

  constructor(settings: KeySettings) {
    this.settings = settings
  }

  current(): Promise<IssuerKeys> {
    const stamp = stampOf(this.settings.keysDir)
    if (!this.#keys || stamp !== this.#stamp) {
      this.#stamp = stamp
      this.#keys = openIssuerKeys(this.settings)
    }
    return this.#keys
  }
}
