import { createPrivateKey, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { decodeProtectedHeader, SignJWT } from 'jose'
import { isReceiptClaims, type ReceiptClaims, receiptType } from '../credential/receipt.ts'
import type { PublicJwk } from './did.ts'
import { type KeySettings, retireKey } from './issuer-keys.ts'
import { verifyJwt } from './jwt.ts'
import { createKey, type KeyFile, openPrivateKey, readKeyFiles, writeKeyFile } from './key-store.ts'

/**
 * The keys for receipts, in a folder of their own: what signs receipts can sign no credential. The first is made when
 * the first receipt is.
 */
export class ReceiptKeys {
  readonly #settings: KeySettings
  // Opening a sealed key takes a while, on purpose.
  #opened: { readonly kid: string; readonly key: Promise<KeyObject> } | undefined

  constructor(settings: KeySettings) {
    this.#settings = { ...settings, keysDir: join(settings.keysDir, 'receipts') }
  }

  get #files(): KeyFile[] {
    return readKeyFiles(this.#settings.keysDir, this.#settings.isProduction)
  }

  get all(): readonly KeyFile[] {
    return this.#files
  }

  /** Puts a new key in place of the active one, which goes on verifying. */
  async rotate(now: Date): Promise<KeyFile> {
    const { keysDir, passphrase } = this.#settings
    const old = this.#files.filter(({ state }) => state === 'active')
    const fresh = await createKey(keysDir, 'ES256', { now, passphrase })
    for (const file of old)
      writeKeyFile(keysDir, { ...file, state: 'verify-only', changed: now.toISOString() })
    return fresh
  }

  /** Takes a key out of use; see `retireKey`. @throws Refusal `key-not-found`, `key-unusable`. */
  retire(kid: string, change: Parameters<typeof retireKey>[2]): KeyFile {
    return retireKey(this.#settings, kid, change)
  }

  /** Public halves, retired ones included: what they signed goes on verifying. Compromised ones are left out. */
  jwks(): { readonly keys: readonly PublicJwk[] } {
    const published = this.#files.filter(({ state }) => state !== 'compromised')
    return {
      keys: published.map(({ kid, publicJwk }) => ({
        ...publicJwk,
        kid,
        alg: 'ES256',
        use: 'sig',
      })),
    }
  }

  async #open(file: KeyFile): Promise<KeyObject> {
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

  /** @throws Refusal `key-unusable`, `key-permissions`. */
  async sign({ receipt, ...registered }: ReceiptClaims, now: Date): Promise<string> {
    const { keysDir, passphrase } = this.#settings
    const active = this.#files.findLast(({ state }) => state === 'active')
    const file = active ?? (await createKey(keysDir, 'ES256', { now, passphrase }))
    return new SignJWT({ ...registered, receipt })
      .setProtectedHeader({ alg: 'ES256', typ: receiptType, kid: file.kid })
      .sign(await this.#open(file))
  }
}

/** A receipt taken apart; nothing about it has been verified. */
export interface UnverifiedReceipt {
  readonly token: string
  readonly kid: string
  readonly claims: ReceiptClaims
}

const form = /^[\w-]{10,2000}\.[\w-]{10,200000}\.[\w-]{10,2000}$/

/** Whether a text is a compact JWS that calls itself a receipt. */
export function looksLikeReceipt(token: string): boolean {
  if (!form.test(token)) return false
  try {
    return decodeProtectedHeader(token).typ === receiptType
  } catch {
    return false
  }
}

/** The receipt in a text; `undefined` where there is none, or one of another form. */
export function parseReceipt(text: string): UnverifiedReceipt | undefined {
  const token = text.trim()
  if (!looksLikeReceipt(token)) return undefined
  try {
    const { kid } = decodeProtectedHeader(token)
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    const claims: unknown = JSON.parse(payload)
    return isReceiptClaims(claims) && typeof kid === 'string' ? { token, kid, claims } : undefined
  } catch {
    return undefined
  }
}

/** Whether the receipt was signed by one of these keys, the one that it names. */
export async function isSignedBy(
  { token, kid }: UnverifiedReceipt,
  keys: readonly PublicJwk[],
): Promise<boolean> {
  const key = keys.find((candidate) => candidate.kid === kid)
  return key !== undefined && verifyJwt(token, key, 'ES256')
}
