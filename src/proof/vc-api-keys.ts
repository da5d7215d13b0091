import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { Refusal } from '../errors.ts'
import type { PublicJwk } from './did.ts'

export const vcApiCurves = ['Ed25519', 'P-256', 'P-384'] as const
export type VcApiCurve = (typeof vcApiCurves)[number]

/** One key of the VC-API; the private half is a KeyObject, which neither logs nor JSON can spell out. */
export interface VcApiKey {
  readonly curve: VcApiCurve
  /** `did:key`, which needs no publishing and is never the issuer's. */
  readonly did: string
  /** DID URL of the key itself. */
  readonly id: string
  readonly privateKey: KeyObject
}

const isCurve = (crv: unknown): crv is VcApiCurve => vcApiCurves.some((curve) => curve === crv)

/** Multikey spelling of a public key (Controlled Identifiers v1.0 §2.2.2), which a did:key consists of. */
async function multibaseOf(curve: VcApiCurve, publicKeyJwk: PublicJwk): Promise<string> {
  const { publicKeyMultibase } =
    curve === 'Ed25519'
      ? await Ed25519Multikey.from({ type: 'JsonWebKey', publicKeyJwk })
      : await EcdsaMultikey.fromJwk({ jwk: publicKeyJwk })
  return publicKeyMultibase
}

async function readKey(jwk: unknown): Promise<VcApiKey> {
  const curve = (jwk as { crv?: unknown } | null)?.crv
  if (!isCurve(curve))
    throw new Refusal('key-unusable', `VC_API_KEY: a key is of ${vcApiCurves.join(', ')}`)
  try {
    const privateKey = createPrivateKey({ key: jwk as never, format: 'jwk' })
    const publicKey = createPublicKey(privateKey)
    // The two halves of a JWK are read apart; of two keys, nothing that is signed would verify.
    const trial = Buffer.from('trial')
    const digest = curve === 'Ed25519' ? null : 'sha256'
    if (!verify(digest, trial, publicKey, sign(digest, trial, privateKey)))
      throw new Error('the halves of the key do not belong together')
    const publicJwk = publicKey.export({ format: 'jwk' }) as PublicJwk
    const multibase = await multibaseOf(curve, publicJwk)
    const did = `did:key:${multibase}`
    return { curve, did, id: `${did}#${multibase}`, privateKey }
  } catch (cause) {
    throw new Refusal('key-unusable', `VC_API_KEY: the ${curve} key cannot be used`, { cause })
  }
}

/**
 * Reads a private JWK, or a JWK set of several (RFC 7517), at most one of each curve.
 *
 * @throws Refusal `key-unusable`.
 */
export async function readVcApiKeys(text: string): Promise<readonly VcApiKey[]> {
  let value: { keys?: unknown } | null
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new Refusal('key-unusable', 'VC_API_KEY is not a JWK', { cause })
  }
  const keys = await Promise.all((Array.isArray(value?.keys) ? value.keys : [value]).map(readKey))
  const isTwice = new Set(keys.map(({ curve }) => curve)).size < keys.length
  if (keys.length === 0 || isTwice)
    throw new Refusal('key-unusable', 'VC_API_KEY holds no key, or two of one curve')
  return keys
}

/** A new set of one private key of each curve, as JSON text. */
export function makeVcApiKeys(): string {
  const pairs = [
    generateKeyPairSync('ed25519'),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ]
  const keys = pairs.map(({ privateKey }) => privateKey.export({ format: 'jwk' }))
  return `${JSON.stringify({ keys }, null, 2)}\n`
}
