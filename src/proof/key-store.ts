import { generateKeyPairSync, randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { CompactEncrypt, compactDecrypt } from 'jose'
import { Refusal } from '../errors.ts'
import type { PublicJwk } from './did.ts'

/** Ed25519 signs Data Integrity proofs, ES256 signs the JWT; RS256 is what learning platforms know a tool by. */
export type KeyAlgorithm = 'Ed25519' | 'ES256' | 'RS256'

/**
 * - `active`: signs and verifies.
 * - `verify-only`: retired; stays published, so that what it signed keeps verifying.
 * - `compromised`: leaves the DID document; what it signed no longer verifies.
 */
export type KeyState = 'active' | 'verify-only' | 'compromised'

export type PrivateJwk = PublicJwk & { readonly d: string }

/** One key file: `{kid}.json` in KEYS_DIR, mode 0600. The private half is a JWK, or a JWE under a passphrase. */
export interface KeyFile {
  readonly kid: string
  readonly algorithm: KeyAlgorithm
  readonly state: KeyState
  /** ISO 8601 UTC. */
  readonly created: string
  /** When it left the state `active`. */
  readonly changed: string | null
  readonly publicJwk: PublicJwk
  readonly privateJwk: PrivateJwk | { readonly jwe: string }
}

const prefixes = { Ed25519: 'ed25519', ES256: 'p256', RS256: 'rsa' } as const satisfies Record<
  KeyAlgorithm,
  string
>
const encoder = new TextEncoder()

function keyPair(algorithm: KeyAlgorithm) {
  switch (algorithm) {
    case 'Ed25519':
      return generateKeyPairSync('ed25519')
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 })
  }
}

const generate = (algorithm: KeyAlgorithm) =>
  keyPair(algorithm).privateKey.export({ format: 'jwk' }) as PrivateJwk

// What only the owner may know of a key (RFC 7518 §6.2.2 and §6.3.2).
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi']

const publicHalf = (jwk: PrivateJwk) =>
  Object.fromEntries(
    Object.entries(jwk).filter(([name]) => !secretMembers.includes(name)),
  ) as unknown as PublicJwk

// RFC 7518 §4.8: a passphrase becomes a key by PBES2, with a count high enough to be worth guessing at slowly.
const passphraseRounds = 210_000

async function seal(jwk: PrivateJwk, passphrase: string): Promise<{ jwe: string }> {
  const jwe = await new CompactEncrypt(encoder.encode(JSON.stringify(jwk)))
    .setProtectedHeader({ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: passphraseRounds, p2s: randomBytes(16) })
    .encrypt(encoder.encode(passphrase))
  return { jwe }
}

/** @throws Refusal `key-unusable` without the passphrase, or with a wrong one. */
export async function openPrivateKey(
  file: KeyFile,
  passphrase: string | null,
): Promise<PrivateJwk> {
  if (!('jwe' in file.privateJwk)) return file.privateJwk
  if (!passphrase)
    throw new Refusal('key-unusable', `Key ${file.kid} is sealed: set KEYS_PASSPHRASE_FILE`)
  try {
    const { plaintext } = await compactDecrypt(file.privateJwk.jwe, encoder.encode(passphrase), {
      keyManagementAlgorithms: ['PBES2-HS256+A128KW'],
      maxPBES2Count: 1_000_000,
    })
    return JSON.parse(new TextDecoder().decode(plaintext)) as PrivateJwk
  } catch (cause) {
    throw new Refusal('key-unusable', `The passphrase does not open key ${file.kid}`, { cause })
  }
}

/** Writes a key file so that a crash leaves the old one or the new one, never half of either. */
export function writeKeyFile(keysDir: string, file: KeyFile): void {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 })
  const target = join(keysDir, `${file.kid}.json`)
  const draft = `${target}.${randomBytes(4).toString('hex')}.draft`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(file, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, target)
  const folder = openSync(keysDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Makes and stores one key. The id tells the kind and the day, and is random besides. */
export async function createKey(
  keysDir: string,
  algorithm: KeyAlgorithm,
  { now, passphrase }: { readonly now: Date; readonly passphrase: string | null },
): Promise<KeyFile> {
  const jwk = generate(algorithm)
  const publicJwk = publicHalf(jwk)
  const day = now.toISOString().slice(0, 10).replaceAll('-', '')
  const file: KeyFile = {
    kid: `${prefixes[algorithm]}-${day}-${randomBytes(4).toString('hex')}`,
    algorithm,
    state: 'active',
    created: now.toISOString(),
    changed: null,
    publicJwk,
    privateJwk: passphrase ? await seal(jwk, passphrase) : jwk,
  }
  writeKeyFile(keysDir, file)
  return file
}

function readKeyFile(path: string, isProduction: boolean): KeyFile {
  // Others on the machine could copy the key; in production that is a reason not to start.
  if (isProduction && process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Refusal(
      'key-permissions',
      `Others can read ${path}: chmod 600 it, and rotate the key`,
    )
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile
    if (!file.kid || !file.publicJwk?.kty || !(file.algorithm in prefixes))
      throw new Error('fields')
    return file
  } catch (cause) {
    throw new Refusal('key-unusable', `${path} is not a key file of ours`, { cause })
  }
}

/**
 * Every key file of a folder, oldest first; none for a folder that does not exist.
 *
 * @throws Refusal `key-permissions` in production for a file that others can read; `key-unusable` for a broken one.
 */
export function readKeyFiles(keysDir: string, isProduction: boolean): KeyFile[] {
  let names: string[] = []
  try {
    names = readdirSync(keysDir)
  } catch {
    return []
  }
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => readKeyFile(join(keysDir, name), isProduction))
    .sort((a, b) => a.created.localeCompare(b.created) || a.kid.localeCompare(b.kid))
}
