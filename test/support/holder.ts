import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { loadContext } from '../../src/proof/contexts.ts'

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Multibase base58btc of bytes that do not begin with zeros. */
export function base58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = `${digits[Number(rest % 58n)]}${text}`
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros)}${text}`
}

/** Somebody with a `did:key` of Ed25519 of their own. */
export interface Holder {
  readonly did: string
  readonly keyId: string
  readonly privateKey: KeyObject
}

export function makeHolder(): Holder {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const multibase = base58(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))
  const did = `did:key:${multibase}`
  return { did, keyId: `${did}#${multibase}`, privateKey }
}

const statements = (document: object) =>
  cryptosuite.canonize(document, { base: null, safe: true, documentLoader: loadContext })

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/**
 * Signs any document with `eddsa-rdfc-2022` as the standard has it (VC Data Integrity EdDSA Cryptosuites v1.0 §3.2),
 * with whatever the proof is to say: purpose, challenge, domain.
 */
export async function signAs<Document extends object>(
  { keyId, privateKey }: Holder,
  document: Document,
  options: Readonly<Record<string, unknown>> = {},
) {
  const { proof: _, ...rest } = document as Document & { readonly proof?: unknown }
  const unsigned = rest as unknown as Document & { readonly '@context'?: unknown }
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-11-24T10:00:00Z',
    verificationMethod: keyId,
    proofPurpose: 'assertionMethod',
    ...options,
  }
  const config = { '@context': unsigned['@context'], ...proof }
  const data = Buffer.concat([sha256(await statements(config)), sha256(await statements(unsigned))])
  return { ...unsigned, proof: [{ ...proof, proofValue: base58(sign(null, data, privateKey)) }] }
}
