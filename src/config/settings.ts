import { readFileSync, statSync } from 'node:fs'
import type { RefusalDetail } from '../errors.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** Collects what is wrong instead of stopping at the first mistake, so that a deployment fails only once. */
export class Settings {
  readonly mistakes: RefusalDetail[] = []
  readonly #env: Env

  constructor(env: Env) {
    this.#env = env
  }

  wrong(name: string, message: string): void {
    this.mistakes.push({ at: name, message })
  }

  text(name: string, fallback: string): string {
    return this.#env[name]?.trim() || fallback
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name, fallback)
    const found = allowed.find((candidate) => candidate === value)
    if (!found) this.wrong(name, `must be one of ${allowed.join(', ')}`)
    return found ?? fallback
  }

  whole(name: string, bounds: { from: number; to: number; fallback: number }): number {
    const text = this.text(name, String(bounds.fallback))
    const value = Number(text)
    const isFine = /^\d{1,9}$/.test(text) && value >= bounds.from && value <= bounds.to
    if (!isFine) this.wrong(name, `must be a whole number from ${bounds.from} to ${bounds.to}`)
    return isFine ? value : bounds.fallback
  }

  /** The same, or `off` for none. */
  numberOrOff(name: string, bounds: { from: number; to: number; fallback: number }): number | null {
    return this.text(name, '') === 'off' ? null : this.whole(name, bounds)
  }

  /** `NAME`, or the content of the file named by `NAME_FILE`; never both. A private file is one nobody else may read. */
  secret(name: string, isPrivate = false): string | null {
    const value = this.#env[name]
    const file = this.#env[`${name}_FILE`]
    if (value && file) this.wrong(name, `set ${name} or ${name}_FILE, not both`)
    if (!file) return value || null
    try {
      const mayOthersRead = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
      if (isPrivate && mayOthersRead)
        this.wrong(`${name}_FILE`, 'names a file that others can read: chmod 600 it')
      const secret = readFileSync(file, 'utf8').trim()
      // Going on without the secret would be going on unprotected.
      if (!secret) this.wrong(`${name}_FILE`, 'names a file with nothing in it')
      return secret || null
    } catch {
      this.wrong(`${name}_FILE`, 'names a file that cannot be read')
      return null
    }
  }

  /** The same of something that is no text: `NAME` in Base64, or the file itself. */
  secretBytes(name: string, isPrivate: boolean): Uint8Array | null {
    const [value, file] = [this.#env[name], this.#env[`${name}_FILE`]]
    if (!file || value) {
      const text = this.secret(name, isPrivate)?.replace(/\s+/g, '')
      if (!text) return null
      if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) this.wrong(name, 'must be Base64')
      return Buffer.from(text, 'base64')
    }
    return this.secret(name, isPrivate) === null ? null : readFileSync(file)
  }

  origin(name: string, fallback: string): URL {
    const value = this.text(name, fallback)
    const url = URL.canParse(value) ? new URL(value) : null
    if (!url || !/^https?:$/.test(url.protocol)) {
      this.wrong(name, 'must be an absolute http or https URL')
      return new URL(fallback)
    }
    if (url.pathname !== '/' || url.search || url.hash || url.username || url.password)
      this.wrong(name, 'must be an origin without path, query or credentials')
    return new URL(url.origin)
  }
}
