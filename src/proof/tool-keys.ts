import { join } from 'node:path'
import type { PublicJwk } from './did.ts'
import type { KeySettings } from './issuer-keys.ts'
import { createKey, readKeyFiles } from './key-store.ts'

/**
 * The keys that learning platforms know this tool by (LTI 1.3 §5.2), in a folder of their own: RS256, which every
 * platform takes. Platforms ask for the set when a tool is registered; nothing is signed for them so far, since a launch
 * is all that is taken.
 */
export class ToolKeys {
  readonly #settings: KeySettings

  constructor(settings: KeySettings) {
    this.#settings = { ...settings, keysDir: join(settings.keysDir, 'lti') }
  }

  /** Makes the key where there is none. @throws Refusal `key-unusable`, `key-permissions`. */
  async make(now: Date): Promise<void> {
    const { keysDir, passphrase, isProduction } = this.#settings
    if (readKeyFiles(keysDir, isProduction).length === 0)
      await createKey(keysDir, 'RS256', { now, passphrase })
  }

  /** Public halves, as a JWK Set. */
  jwks(): { readonly keys: readonly PublicJwk[] } {
    const { keysDir, isProduction } = this.#settings
    const files = readKeyFiles(keysDir, isProduction)
    return {
      keys: files
        .filter(({ state }) => state !== 'compromised')
        .map(({ kid, publicJwk }) => ({ ...publicJwk, kid, alg: 'RS256', use: 'sig' })),
    }
  }
}
