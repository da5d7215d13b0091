import { statSync } from 'node:fs'
import { type IssuerKeys, type KeySettings, openIssuerKeys } from '../proof/issuer-keys.ts'

function stampOf(folder: string): number {
  try {
    return statSync(folder).mtimeMs
  } catch {
    return 0
  }
}

// File times are coarse: a second change so soon after one that was seen may leave the folder's time as it was.
const settledMs = 100

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
    if (this.#keys && stamp === this.#stamp) return this.#keys
    const keys = openIssuerKeys(this.settings)
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
