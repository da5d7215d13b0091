import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { packageFile } from '../../src/package-root.ts'

/** Gets what stands at an address of the issuer, as a stranger would. */
export type GetJson = (url: string) => Promise<unknown>

interface Method {
  readonly id: string
}

const contexts = new Map(
  (
    JSON.parse(readFileSync(packageFile('contexts', 'contexts.json'), 'utf8')) as {
      url: string
      file: string
    }[]
  ).map(({ url, file }) => [url, packageFile('contexts', file)]),
)

/** `did:web:host` and what is in it (did:web §3.2), and the contexts that the packages ship. Nothing of ours. */
function loaderFor(get: GetJson) {
  const found = (documentUrl: string, document: unknown) => ({
    contextUrl: null,
    documentUrl,
    document,
  })
  return async (url: string) => {
    const file = contexts.get(url)
    if (file) return found(url, JSON.parse(readFileSync(file, 'utf8')))
    const [did = '', fragment] = url.split('#')
    if (!did.startsWith('did:web:')) throw new Error(`nothing to be had from ${url}`)
    const host = decodeURIComponent(did.slice('did:web:'.length))
    const document = (await get(`https://${host}/.well-known/did.json`)) as {
      verificationMethod: Method[]
    }
    if (fragment === undefined) return found(did, document)
    const method = document.verificationMethod.find(({ id }) => id === url)
    return found(url, { '@context': 'https://w3id.org/security/multikey/v1', ...method })
  }
}

interface Listed {
  readonly issuer: string | { readonly id: string }
  readonly credentialStatus: {
    readonly statusListCredential: string
    readonly statusListIndex: string
  }
}

const isVerified = async (
  credential: object,
  get: GetJson,
  checkStatus?: (options: { credential: object }) => Promise<{ verified: boolean }>,
) =>
  vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderFor(get),
    ...(checkStatus ? { checkStatus } : {}),
  })

/** Bitstring Status List v1.0 §3.2, with the list's own proof checked by the same library. */
async function statusHolds(credential: Listed, get: GetJson): Promise<boolean> {
  const { statusListCredential, statusListIndex } = credential.credentialStatus
  const list = (await get(statusListCredential)) as {
    credentialSubject: { encodedList: string }
  }
  const { verified, error } = await isVerified(list, get)
  if (!verified) throw error ?? new Error('the list does not verify')
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))
  const index = Number(statusListIndex)
  return (((bits[Math.floor(index / 8)] ?? 0xff) >> (7 - (index % 8))) & 1) === 0
}

/** The verdict of `@digitalbazaar/vc`, unmodified, on a credential with an embedded proof. */
export async function verifyByReference(credential: object, get: GetJson) {
  return isVerified(credential, get, async ({ credential: checked }) => ({
    verified: await statusHolds(checked as Listed, get),
  }))
}

/** The claims of a JWT credential, if `jose` finds its key in the issuer's JWK set and the signature holds; throws otherwise. */
export async function verifyJwtByReference(token: string, jwks: JSONWebKeySet, issuer: string) {
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), { issuer })
  return payload
}
