import { createPrivateKey, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import { type Checkpoint, checkpointType, isCheckpoint } from '../credential/checkpoint.ts'
import type { PublicJwk } from './did.ts'
import { type KeySettings, retireKey } from './issuer-keys.ts'
import { createKey, type KeyFile, openPrivateKey, readKeyFiles } from './key-store.ts'

const form = /^[\w-]{10,400}\.[\w-]{10,20000}\.[\w-]{86}$/

const partsOf = (jws: string) =>
  jws
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as unknown)

/** Keys that sign checkpoints and nothing else, in a folder of their own; the first is made with the first checkpoint. */
export class CheckpointKeys {
  readonly #settings: KeySettings
  #opened: { readonly kid: string; readonly key: Promise<KeyObject> } | undefined

  constructor(settings: KeySettings) {
    this.#settings = { ...settings, keysDir: join(settings.keysDir, 'checkpoint') }
  }

  get all(): readonly KeyFile[] {
    return readKeyFiles(this.#settings.keysDir, this.#settings.isProduction)
  }

  /** Takes a key out of use; see `retireKey`. @throws Refusal `key-not-found`, `key-unusable`. */
  retire(kid: string, change: Parameters<typeof retireKey>[2]): KeyFile {
    return retireKey(this.#settings, kid, change)
  }

  /** Public halves, retired ones included; compromised ones are left out. */
  jwks(): { readonly keys: readonly PublicJwk[] } {
    const published = this.all.filter(({ state }) => state !== 'compromised')
    return {
      keys: published.map(({ kid, publicJwk }) => ({
        ...publicJwk,
        kid,
        alg: 'EdDSA',
        use: 'sig',
      })),
    }
  }

  #open(file: KeyFile): Promise<KeyObject> {
    if (this.#opened?.kid !== file.kid) {
      const key = openPrivateKey(file, this.#settings.passphrase).then((jwk) =>
        createPrivateKey({ key: { ...jwk }, format: 'jwk' }),
      )
      this.#opened = { kid: file.kid, key }
      key.catch(() => {
        this.#opened = undefined
      })
    }
    return this.#opened.key
  }

  /** A compact JWS over a checkpoint. @throws Refusal `key-unusable`, `key-permissions`. */
  async sign(checkpoint: Checkpoint, issuer: string, now: Date): Promise<string> {
    const { keysDir, passphrase } = this.#settings
    const active = this.all.findLast(({ state }) => state === 'active')
    const file = active ?? (await createKey(keysDir, 'Ed25519', { now, passphrase }))
    return new SignJWT({ iss: issuer, checkpoint })
      .setProtectedHeader({ alg: 'EdDSA', typ: checkpointType, kid: file.kid })
      .sign(await this.#open(file))
  }

  /** The checkpoint in a text, when one of these keys signed it; `undefined` for anything else. */
  read(text: string): Checkpoint | undefined {
    const jws = text.trim()
    if (!form.test(jws)) return undefined
    try {
      const [header, payload] = partsOf(jws) as [Record<string, unknown>, Record<string, unknown>]
      const file = this.all.find(({ kid, state }) => kid === header.kid && state !== 'compromised')
      if (!file || header.alg !== 'EdDSA' || header.typ !== checkpointType) return undefined
      const at = jws.lastIndexOf('.')
      const key = createPublicKey({ key: { ...file.publicJwk }, format: 'jwk' })
      const signature = Buffer.from(jws.slice(at + 1), 'base64url')
      const holds = verify(null, Buffer.from(jws.slice(0, at)), key, signature)
      return holds && isCheckpoint(payload.checkpoint) ? payload.checkpoint : undefined
    } catch {
      return undefined
    }
  }
}
