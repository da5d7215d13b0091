import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite'
import * as ecdsaRdfc from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import * as eddsaRdfc from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { packageFile } from '../../src/package-root.ts'

/** Gets what stands at an address of the issuer, as a stranger would. */
export type GetJson = (url: string) => Promise<unknown>

interface Method {
  readonly id: string
  readonly type?: string
  readonly publicKeyMultibase?: string
}

const contexts = new Map(
  (
    JSON.parse(readFileSync(packageFile('contexts', 'contexts.json'), 'utf8')) as {
      url: string
      file: string
    }[]
  ).map(({ url, file }) => [url, packageFile('contexts', file)]),
)

const multikey = 'https://w3id.org/security/multikey/v1'
const suite2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** The key of a did:key, and what it may be used for (did:key §3.1). */
function didKeyDocument(did: string) {
  const publicKeyMultibase = did.slice('did:key:'.length)
  const id = `${did}#${publicKeyMultibase}`
  const method = { id, type: 'Multikey', controller: did, publicKeyMultibase }
  const context = ['https://www.w3.org/ns/did/v1', multikey]
  return {
    '@context': context,
    id: did,
    verificationMethod: [method],
    assertionMethod: [id],
    authentication: [id],
  }
}

/**
 * `did:web:host` and what is in it (did:web §3.2), `did:key`, and the contexts that the packages ship. Nothing of ours.
 *
 * @param isOlder whether keys are told as the suite of 2020 wants them.
 */
export function loaderFor(get: GetJson, isOlder: boolean) {
  const found = (documentUrl: string, document: unknown) => ({
    contextUrl: null,
    documentUrl,
    document,
  })
  const documentOf = async (did: string) => {
    if (did.startsWith('did:key:')) return didKeyDocument(did)
    if (!did.startsWith('did:web:')) throw new Error(`nothing to be had from ${did}`)
    const [host = '', ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent)
    const folder = path.length > 0 ? path.join('/') : '.well-known'
    return (await get(`https://${host}/${folder}/did.json`)) as { verificationMethod: Method[] }
  }
  return async (url: string) => {
    const file = contexts.get(url)
    if (file) return found(url, JSON.parse(readFileSync(file, 'utf8')))
    const [did = '', fragment] = url.split('#')
    const document = await documentOf(did)
    if (fragment === undefined) return found(did, document)
    const method = document.verificationMethod.find(({ id }) => id === url)
    const kind = isOlder ? { type: 'Ed25519VerificationKey2020' } : {}
    return found(url, { '@context': isOlder ? suite2020 : multikey, ...method, ...kind })
  }
}

const suites = [
  eddsaRdfc.cryptosuite,
  ecdsaRdfc.cryptosuite,
  eddsaJcs.createVerifyCryptosuite(),
  ecdsaJcs.createVerifyCryptosuite(),
  ecdsaSd.createVerifyCryptosuite(),
]

interface Entry {
  readonly statusListCredential: string
  readonly statusListIndex: string
}

interface Listed {
  readonly credentialStatus: Entry | readonly Entry[]
}

type StatusCheck = (options: { credential: object }) => Promise<{ verified: boolean }>

interface Question {
  readonly get: GetJson
  readonly now?: Date | undefined
  readonly checkStatus?: StatusCheck
}

function optionsFor(document: object, { get, now, checkStatus }: Question) {
  const { proof } = document as { proof?: { type?: string } | { type?: string }[] }
  const isOlder = [proof].flat().some((each) => each?.type === 'Ed25519Signature2020')
  return {
    suite: [
      ...suites.map((cryptosuite) => new DataIntegrityProof({ cryptosuite })),
      new Ed25519Signature2020(),
    ],
    documentLoader: loaderFor(get, isOlder),
    ...(now ? { now } : {}),
    ...(checkStatus ? { checkStatus } : {}),
  }
}

async function isVerified(credential: object, question: Question) {
  return vc.verifyCredential({
    credential: structuredClone(credential),
    ...optionsFor(credential, question),
  })
}

/** Bitstring Status List v1.0 §3.2, with the list's own proof checked by the same library. */
async function entryHolds(entry: Entry, get: GetJson, now?: Date): Promise<boolean> {
  const list = (await get(entry.statusListCredential)) as {
    credentialSubject: { encodedList: string }
  }
  const { verified, error } = await isVerified(list, { get, now })
  if (!verified) throw error ?? new Error('the list does not verify')
  // StatusList2021 has no letter in front that says how it is spelt.
  const spelt = list.credentialSubject.encodedList.replace(/^u/, '')
  const bits = gunzipSync(Buffer.from(spelt, 'base64url'))
  const index = Number(entry.statusListIndex)
  return (((bits[Math.floor(index / 8)] ?? 0xff) >> (7 - (index % 8))) & 1) === 0
}

async function statusHolds({ credentialStatus }: Listed, get: GetJson, now?: Date) {
  const entries = [credentialStatus].flat() as readonly Entry[]
  const held = await Promise.all(entries.map((entry) => entryHolds(entry, get, now)))
  return held.every((each) => each)
}

const withStatus = (get: GetJson, now?: Date): Question => ({
  get,
  now,
  checkStatus: async ({ credential: checked }) => ({
    verified: await statusHolds(checked as Listed, get, now),
  }),
})

/** The verdict of `@digitalbazaar/vc`, unmodified, on a credential with an embedded proof. */
export const verifyByReference = (credential: object, get: GetJson, now?: Date) =>
  isVerified(credential, withStatus(get, now))

/** The same on a presentation and the credentials in it; one that nobody signed is taken as such. */
export async function verifyPresentationByReference(
  presentation: object,
  get: GetJson,
  now?: Date,
) {
  const { proof } = presentation as { proof?: object | readonly object[] }
  const [{ challenge = '', domain } = {}] = [proof ?? []].flat() as {
    challenge?: string
    domain?: string
  }[]
  return vc.verify({
    presentation: structuredClone(presentation),
    ...optionsFor(presentation, withStatus(get, now)),
    unsignedPresentation: proof === undefined,
    challenge,
    ...(domain === undefined ? {} : { domain }),
  })
}

/** The claims of a JWT credential, if `jose` finds its key in the issuer's JWK set and the signature holds; throws otherwise. */
export async function verifyJwtByReference(token: string, jwks: JSONWebKeySet, issuer: string) {
  const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), { issuer })
  return payload
}
