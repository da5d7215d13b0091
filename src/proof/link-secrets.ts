import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../errors.ts'
import type { KeySettings } from './issuer-keys.ts'

/** What a secret is for: that of one purpose opens nothing of another. */
export type LinkPurpose =
  | 'claim'
  | 'session-form'
  | 'wallet-offer'
  | 'wallet-code'
  | 'wallet-challenge'
  | 'wallet-grant'
  | 'wallet-token'
  | 'wallet-nonce'
  | 'wallet-notice'
  | 'erased'
  | 'participant'
  | 'sign-in'
  | 'webhook'
  | 'webhook-seal'
  | 'connection'
  | 'connection-message'
  | 'launch-state'

const fileName = 'links.key'
const keyBytes = 32
// 130 bits in the alphabet of our ids, as many as the ids in public addresses have.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const secretLength = 26

/** First come, first served: of two processes that make the key at once both read the same one afterwards. */
function makeKey(keysDir: string, path: string): void {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(4).toString('hex')}.draft`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${randomBytes(keyBytes).toString('base64url')}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    linkSync(draft, path)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown
  } finally {
    rmSync(draft)
  }
  const folder = openSync(keysDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/**
 * Secrets of links that we send to learners, each computed from its public id and one key in KEYS_DIR (`links.key`, made
 * at first need). So the ledger holds none, a copy of it opens nothing, and a letter that is sent again has the same link.
 */
export class LinkSecrets {
  readonly #settings: Pick<KeySettings, 'keysDir' | 'isProduction'>
  #key: Buffer | undefined

  constructor(settings: Pick<KeySettings, 'keysDir' | 'isProduction'>) {
    this.#settings = settings
  }

  #open(): Buffer {
    const { keysDir, isProduction } = this.#settings
    const path = join(keysDir, fileName)
    if (!statSync(path, { throwIfNoEntry: false })) makeKey(keysDir, path)
    if (isProduction && process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new Refusal('key-permissions', `Others can read ${path}: chmod 600 it`)
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
    if (key.length !== keyBytes) throw new Refusal('key-unusable', `${path} is not a key of ours`)
    return key
  }

  /**
   * The secret of this id, 26 characters; the same each time.
   *
   * @throws Refusal `key-unusable`, `key-permissions`.
   */
  of(purpose: LinkPurpose, id: string): string {
    const bytes = this.bytesOf(purpose, id)
    return Array.from(bytes.subarray(0, secretLength), (byte) => alphabet[byte & 31]).join('')
  }

  /** The 32 bytes behind it, for what is a key and no part of a link. @throws Refusal `key-unusable`, `key-permissions`. */
  bytesOf(purpose: LinkPurpose, id: string): Buffer {
    this.#key ??= this.#open()
    return createHmac('sha256', this.#key).update(`${purpose}\n${id}`).digest()
  }

  /** Whether this is the secret of the id, told in a time that gives nothing away. */
  is(purpose: LinkPurpose, id: string, secret: string): boolean {
    const given = Buffer.from(secret)
    const right = Buffer.from(this.of(purpose, id))
    return given.length === right.length && timingSafeEqual(given, right)
  }
}
