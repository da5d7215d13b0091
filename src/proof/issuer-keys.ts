import { createPrivateKey, type KeyObject } from 'node:crypto'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { Refusal } from '../errors.ts'
import { packageFile } from '../package-root.ts'
import { type DidDocument, didWebOf, type PublicJwk, thumbprint } from './did.ts'
import {
  createKey,
  type KeyAlgorithm,
  type KeyFile,
  type KeyState,
  openPrivateKey,
  readKeyFiles,
  writeKeyFile,
} from './key-store.ts'

/** What can sign: the private half is a KeyObject, which neither logs nor JSON can spell out. */
export interface IssuerSigner {
  readonly key: IssuerKey
  readonly privateKey: KeyObject
}

export interface IssuerKey {
  readonly kid: string
  readonly algorithm: KeyAlgorithm
  readonly state: KeyState
  readonly created: string
  readonly changed: string | null
  /** DID URL, `{did}#{kid}`. */
  readonly id: string
  /** `PUBLIC_URL/keys/{kid}`: the `kid` of JWTs, answering with this one JWK. */
  readonly url: string
  readonly publicJwk: PublicJwk
  /** Ed25519 only. */
  readonly publicKeyMultibase: string | null
}

/** The keys of one issuer, with the newest active one of each kind ready to sign. */
export interface IssuerKeys {
  readonly issuer: string
  readonly all: readonly IssuerKey[]
  /** @throws Refusal `key-unusable` when no active key of this kind exists. */
  signer(algorithm: KeyAlgorithm): IssuerSigner
}

export interface KeySettings {
  readonly keysDir: string
  readonly passphrase: string | null
  readonly publicUrl: URL
  readonly isProduction: boolean
  /** Id of the partner whose keys they are; absent for those of the programme. */
  readonly partner?: string
}

/** The DID of the programme, or of one of its partners: `did:web:HOST:issuers:ID`, told at `/issuers/ID/did.json`. */
export const issuerDid = ({ publicUrl, partner }: Pick<KeySettings, 'publicUrl' | 'partner'>) =>
  partner === undefined ? didWebOf(publicUrl) : didWebOf(publicUrl, 'issuers', partner)

const algorithms = ['Ed25519', 'ES256'] as const

async function describe(file: KeyFile, settings: KeySettings): Promise<IssuerKey> {
  const issuer = issuerDid(settings)
  const url = new URL(`/keys/${file.kid}`, settings.publicUrl).href
  const { kid, algorithm, state, created, changed, publicJwk } = file
  const multikey =
    algorithm === 'Ed25519'
      ? await Ed25519Multikey.from({ type: 'JsonWebKey', publicKeyJwk: publicJwk })
      : null
  return {
    kid,
    algorithm,
    state,
    created,
    changed,
    id: `${issuer}#${kid}`,
    url,
    publicJwk: { ...publicJwk, kid: url, alg: algorithm === 'Ed25519' ? 'EdDSA' : 'ES256' },
    publicKeyMultibase: multikey?.publicKeyMultibase ?? null,
  }
}

/** Keys that ship as examples are known to everybody, so nothing may be signed with them in earnest. */
function refuseExampleKeys(files: readonly KeyFile[]): void {
  const known = readKeyFiles(packageFile('keys.example'), false).map((key) =>
    thumbprint(key.publicJwk),
  )
  const example = files.find((file) => known.includes(thumbprint(file.publicJwk)))
  if (example)
    throw new Refusal(
      'key-unusable',
      `${example.kid} is an example key: make your own with "keygen"`,
    )
}

/**
 * Opens the issuer's keys.
 *
 * @throws Refusal `key-unusable`: a sealed key without passphrase, a broken file, an example key in production;
 *   `key-permissions`: in production, a key file that others can read.
 */
export async function openIssuerKeys(settings: KeySettings): Promise<IssuerKeys> {
  const files = readKeyFiles(settings.keysDir, settings.isProduction)
  if (settings.isProduction) refuseExampleKeys(files)
  const all = await Promise.all(files.map((file) => describe(file, settings)))
  const signers = new Map<KeyAlgorithm, IssuerSigner>()
  for (const [index, file] of files.entries()) {
    const key = all[index]
    if (file.state !== 'active' || !key) continue
    const jwk = await openPrivateKey(file, settings.passphrase)
    signers.set(key.algorithm, {
      key,
      privateKey: createPrivateKey({ key: { ...jwk }, format: 'jwk' }),
    })
  }
  const command = settings.partner === undefined ? 'keygen' : `keygen --issuer ${settings.partner}`
  return {
    issuer: issuerDid(settings),
    all,
    signer(algorithm) {
      const found = signers.get(algorithm)
      if (!found)
        throw new Refusal('key-unusable', `No active ${algorithm} key: make one with "${command}"`)
      return found
    },
  }
}

/** Makes the keys an issuer lacks, one Ed25519 and one P-256; those it has are left alone. */
export async function makeMissingKeys(settings: KeySettings, now: Date): Promise<KeyFile[]> {
  const active = readKeyFiles(settings.keysDir, settings.isProduction).filter(
    (file) => file.state === 'active',
  )
  const missing = algorithms.filter(
    (algorithm) => !active.some((file) => file.algorithm === algorithm),
  )
  const { keysDir, passphrase } = settings
  return Promise.all(missing.map((algorithm) => createKey(keysDir, algorithm, { now, passphrase })))
}

/**
 * Puts new keys in place of the active ones, which go on verifying. New keys are written first, so that a crash in
 * between leaves one active key too many, never none.
 */
export async function rotateKeys(settings: KeySettings, now: Date): Promise<KeyFile[]> {
  const { keysDir, passphrase } = settings
  const old = readKeyFiles(keysDir, settings.isProduction).filter((file) => file.state === 'active')
  const fresh = await Promise.all(
    algorithms.map((algorithm) => createKey(keysDir, algorithm, { now, passphrase })),
  )
  for (const file of old)
    writeKeyFile(keysDir, { ...file, state: 'verify-only', changed: now.toISOString() })
  return fresh
}

/**
 * Takes one key out of use: `verify-only` keeps it published, `compromised` takes it out of the DID document for good.
 *
 * @throws Refusal `key-not-found`, or `key-unusable` when it would bring a compromised key back.
 */
export function retireKey(
  settings: KeySettings,
  kid: string,
  change: { readonly state: 'verify-only' | 'compromised'; readonly now: Date },
): KeyFile {
  const file = readKeyFiles(settings.keysDir, settings.isProduction).find(
    (candidate) => candidate.kid === kid,
  )
  if (!file) throw new Refusal('key-not-found', `There is no key ${kid}`)
  if (file.state === 'compromised' && change.state !== 'compromised')
    throw new Refusal('key-unusable', `Key ${kid} is marked compromised, which is for good`)
  const retired = { ...file, state: change.state, changed: change.now.toISOString() }
  writeKeyFile(settings.keysDir, retired)
  return retired
}

/** What did.json says: every key but the compromised ones (did:web §3; W3C Controlled Identifiers v1.0 §2.2). */
export function didDocumentOf(keys: IssuerKeys): DidDocument {
  const published = keys.all.filter((key) => key.state !== 'compromised')
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: keys.issuer,
    verificationMethod: published.map(({ id, publicKeyMultibase, publicJwk }) =>
      publicKeyMultibase
        ? { id, type: 'Multikey', controller: keys.issuer, publicKeyMultibase }
        : { id, type: 'JsonWebKey', controller: keys.issuer, publicKeyJwk: publicJwk },
    ),
    assertionMethod: published.map((key) => key.id),
  }
}

/** `/.well-known/jwks.json` as the 1EdTech implementation guide asks: each JWK names its issuer in `iss`. */
export function jwksOf(keys: IssuerKeys): { readonly keys: readonly object[] } {
  const published = keys.all.filter((key) => key.state !== 'compromised')
  return { keys: published.map((key) => ({ ...key.publicJwk, use: 'sig', iss: keys.issuer })) }
}

/** `/keys/{kid}`: the single JWK; a compromised key answers with `revoked` (OpenID Federation 1.0 §8.7.2) beside it. */
export function jwkOf(keys: IssuerKeys, kid: string): object | undefined {
  const key = keys.all.find((candidate) => candidate.kid === kid)
  if (!key) return undefined
  const jwk = { ...key.publicJwk, use: 'sig', iss: keys.issuer }
  return key.state === 'compromised'
    ? {
        ...jwk,
        revoked: {
          revoked_at: Math.floor(Date.parse(key.changed ?? key.created) / 1000),
          reason: 'compromised',
        },
      }
    : jwk
}
